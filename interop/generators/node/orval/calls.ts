import * as api from "./generated/client";
import { baseUrl, call, headers, hello, picture, refusal, textOf, upload, wrongKey } from "../report";

// The generated functions call `fetch` with a path alone.
const send = globalThis.fetch;
globalThis.fetch = (path, init) => send(`${baseUrl}${String(path)}`, init);

await call("models", async () => {
  const { data } = await api.listModels({ headers });
  return "data" in data ? { count: data.data.length, first: data.data[0]?.id } : {};
});
await call("chat", async () => {
  const { data } = await api.createChatCompletion({ model: "gpt-4o", messages: hello }, { headers });
  const choice = typeof data === "object" && "choices" in data ? data.choices[0] : undefined;
  return choice !== undefined && "message" in choice ? { text: choice.message.content } : {};
});
await call("stream", async () => {
  const { data } = await api.createChatCompletion({ model: "gpt-4o", messages: hello, stream: true }, { headers });
  return { text: textOf(data as unknown as string) };
});
await call("embeddings", async () => {
  const body = { model: "text-embedding-3-small", input: "The food was delicious." };
  const { data } = await api.createEmbedding(body, { headers });
  return "data" in data ? { length: data.data[0]?.embedding.length } : {};
});
await call("image", async () => {
  const { data } = await api.createImage({ prompt: "A cute baby sea otter" }, { headers });
  return "data" in data ? { url: data.data[0]?.url } : {};
});
await call("upload", async () => {
  const { data } = await api.createFile({ file: upload }, { headers });
  return "file" in data ? { name: data.file.file_name } : {};
});
await call("midjourney", async () => {
  const { data } = await api.submitMidjourneyImagine({ prompt: "a red lighthouse on a cliff --ar 3:2" }, { headers });
  const id = (data as { result: string }).result;
  for (let looks = 0; looks < 9; looks++) {
    const { data: task } = await api.getMidjourneyTask(id, { headers });
    if (typeof task === "object" && "status" in task && task.status === "SUCCESS") {
      return { status: task.status, buttons: task.buttons?.length };
    }
  }
  throw new Error("the task is not done");
});
await call("stability", async () => {
  const accept = { headers: { ...headers, Accept: "image/*" } };
  const { data } = await api.createStableImageCore({ prompt: "A lighthouse on a cliff" }, accept);
  return picture(data as Blob);
});
await call("error", async () => {
  const { data, status } = await api.listModels({ headers: wrongKey });
  return refusal(status, data);
});
