import createClient from "openapi-fetch";
import type { paths } from "./generated/schema";
import { baseUrl, call, headers, hello, picture, refusal, textOf, upload, wrongKey } from "../report";

const client = createClient<paths>({ baseUrl, headers });

await call("models", async () => {
  const { data } = await client.GET("/v1/models");
  return { count: data?.data.length, first: data?.data[0]?.id };
});
await call("chat", async () => {
  const { data } = await client.POST("/v1/chat/completions", { body: { model: "gpt-4o", messages: hello } });
  const choice = data?.choices[0];
  return choice !== undefined && "message" in choice ? { text: choice.message.content } : {};
});
await call("stream", async () => {
  const body = { model: "gpt-4o", messages: hello, stream: true };
  const { data } = await client.POST("/v1/chat/completions", { body, parseAs: "text" });
  return { text: textOf(data ?? "") };
}, true);
await call("embeddings", async () => {
  const body = { model: "text-embedding-3-small", input: "The food was delicious." };
  const { data } = await client.POST("/v1/embeddings", { body });
  return { length: data?.data[0]?.embedding.length };
});
await call("image", async () => {
  const { data } = await client.POST("/v1/images/generations", { body: { prompt: "A cute baby sea otter" } });
  return { url: data?.data[0]?.url };
});
await call("upload", async () => {
  const form = new FormData();
  form.append("file", upload);
  const { data } = await client.POST("/v1/files", { body: { file: "" }, bodySerializer: () => form });
  return { name: data?.file.file_name };
});
await call("midjourney", async () => {
  const body = { prompt: "a red lighthouse on a cliff --ar 3:2" };
  const { data } = await client.POST("/mj/submit/imagine", { body });
  const id = (data as { result: string }).result;
  for (let looks = 0; looks < 9; looks++) {
    const { data: task } = await client.GET("/mj/task/{id}/fetch", { params: { path: { id } } });
    if (task?.status === "SUCCESS") return { status: task.status, buttons: task.buttons?.length };
  }
  throw new Error("the task is not done");
});
await call("stability", async () => {
  const form = new FormData();
  form.append("prompt", "A lighthouse on a cliff");
  const { data } = await client.POST("/v2beta/stable-image/generate/core", {
    body: { prompt: "" },
    bodySerializer: () => form,
    params: { header: { Accept: "image/*" } },
    parseAs: "blob",
  });
  return picture(data);
});
await call("error", async () => {
  const { error, response } = await client.GET("/v1/models", { headers: wrongKey });
  return refusal(response.status, error);
});
