import * as api from "./client";
import { apiKey, baseUrl, call, hello, picture, refusal, textOf, upload } from "../report";

const configured = (accessToken: string) => new api.Configuration({ basePath: baseUrl, accessToken });
const configuration = configured(apiKey);
const chat = new api.ChatApi(configuration);

await call("models", async () => {
  const { data } = await new api.ModelsApi(configuration).listModels();
  return { count: data.length, first: data[0]?.id };
});
await call("chat", async () => {
  const createChatCompletionRequest = { model: "gpt-4o", messages: hello };
  const found = await chat.createChatCompletion({ createChatCompletionRequest });
  return { text: found.choices[0]?.message.content };
});
await call("stream", async () => {
  const createChatCompletionRequest = { model: "gpt-4o", messages: hello, stream: true };
  const { raw } = await chat.createChatCompletionRaw({ createChatCompletionRequest });
  return { text: textOf(await raw.text()) };
}, true);
await call("embeddings", async () => {
  const createEmbeddingRequest = { model: "text-embedding-3-small", input: "The food was delicious." };
  const { data } = await new api.EmbeddingsApi(configuration).createEmbedding({ createEmbeddingRequest });
  return { length: data[0]?.embedding.length };
});
await call("image", async () => {
  const createImageRequest = { prompt: "A cute baby sea otter" };
  const { data } = await new api.ImagesApi(configuration).createImage({ createImageRequest });
  return { url: data[0]?.url };
});
await call("upload", async () => {
  const found = await new api.FileApi(configuration).createFile({ file: upload });
  return { name: found.file.file_name };
});
await call("midjourney", async () => {
  const midjourney = new api.MidjourneyApi(configuration);
  const submitMidjourneyImagineRequest = { prompt: "a red lighthouse on a cliff --ar 3:2" };
  const { result } = await midjourney.submitMidjourneyImagine({ submitMidjourneyImagineRequest });
  for (let looks = 0; looks < 9; looks++) {
    const task = await midjourney.getMidjourneyTask({ id: result ?? "" });
    if (task.status === "SUCCESS") return { status: task.status, buttons: task.buttons?.length };
  }
  throw new Error("the task is not done");
});
await call("stability", async () => {
  const stability = new api.StabilityApi(configuration);
  const accept = api.CreateStableImageCoreAcceptEnum.Image;
  return picture(await stability.createStableImageCore({ accept, prompt: "A lighthouse on a cliff" }));
});
await call("error", async () => {
  try {
    await new api.ModelsApi(configured("sk-WRONG-KEY")).listModels();
  } catch (error) {
    const { response } = error as api.ResponseError;
    return refusal(response.status, await response.json());
  }
  throw new Error("no error");
});
