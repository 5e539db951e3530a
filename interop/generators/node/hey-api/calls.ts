import { client } from "./generated/client.gen";
import * as sdk from "./generated/sdk.gen";
import { apiKey, baseUrl, call, hello, picture, refusal, upload } from "../report";

client.setConfig({ baseUrl, auth: apiKey, throwOnError: false });

await call("models", async () => {
  const { data } = await sdk.listModels({ throwOnError: true });
  return { count: data.data.length, first: data.data[0]?.id };
});
await call("chat", async () => {
  const { data } = await sdk.createChatCompletion({ body: { model: "gpt-4o", messages: hello }, throwOnError: true });
  return { text: (data as { choices: { message: { content: string } }[] }).choices[0]?.message.content };
});
await call("stream", async () => {
  const { stream } = await client.sse.post({
    url: "/v1/chat/completions",
    security: [{ scheme: "bearer", type: "http" }],
    body: { model: "gpt-4o", messages: hello, stream: true },
    headers: { "Content-Type": "application/json" },
    sseMaxRetryAttempts: 1,
  });
  let text = "";
  for await (const event of stream) {
    if ((event as unknown) === "[DONE]") break;
    text += (event as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? "";
  }
  return { text };
});
await call("embeddings", async () => {
  const body = { model: "text-embedding-3-small", input: "The food was delicious." };
  const { data } = await sdk.createEmbedding({ body, throwOnError: true });
  return { length: data.data[0]?.embedding.length };
});
await call("image", async () => {
  const { data } = await sdk.createImage({ body: { prompt: "A cute baby sea otter" }, throwOnError: true });
  return { url: data.data[0]?.url };
});
await call("upload", async () => {
  const { data } = await sdk.createFile({ body: { file: upload }, throwOnError: true });
  return { name: (data as { file: { file_name: string } }).file.file_name };
});
await call("midjourney", async () => {
  const body = { prompt: "a red lighthouse on a cliff --ar 3:2" };
  const { data } = await sdk.submitMidjourneyImagine({ body, parseAs: "json", throwOnError: true });
  const id = (data as { result: string }).result;
  for (let looks = 0; looks < 9; looks++) {
    const { data: task } = await sdk.getMidjourneyTask({ path: { id }, throwOnError: true });
    if (task.status === "SUCCESS") return { status: task.status, buttons: task.buttons?.length };
  }
  throw new Error("the task is not done");
});
await call("stability", async () => {
  const body = { prompt: "A lighthouse on a cliff" };
  const headers = { Accept: "image/*" as const };
  const { data } = await sdk.createStableImageCore({ body, headers, throwOnError: true });
  return picture(data as unknown as Blob);
});
await call("error", async () => {
  const { error, response } = await sdk.listModels({ auth: "sk-WRONG-KEY" });
  return refusal(response?.status ?? 0, error);
});
