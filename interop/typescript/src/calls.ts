// Makes the nine calls of `make interop`, and prints one line of JSON for each.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "./client.js";
import { load } from "./description.js";
import { APIError } from "./errors.js";
import { fetchTransport } from "./fetch.js";
import { resolve, type Json, type JsonObject } from "./json.js";

const { BASE_URL = "", API_KEY = "", UPLOAD = "" } = process.env;
const description = load(new URL("openapi.json", import.meta.url));
const client = new Client(description, fetchTransport(BASE_URL, API_KEY));
const hello = { model: "gpt-4o", messages: [{ role: "user", content: "Hello!" }] };

async function call(name: string, run: () => Promise<JsonObject>): Promise<void> {
  try {
    console.log(JSON.stringify({ call: name, observed: await run() }));
  } catch (error) {
    console.log(JSON.stringify({ call: name, failed: String(error) }));
  }
}

async function result(id: string, given: JsonObject, pointer: string): Promise<Json> {
  return resolve((await client.call(id, given)) as Json, pointer) ?? null;
}

await call("models", async () => {
  const data = (await result("listModels", {}, "/data")) as JsonObject[];
  return { count: data.length, first: data[0]?.id ?? null };
});
await call("chat", async () => ({ text: await result("createChatCompletion", hello, "/choices/0/message/content") }));
await call("stream", async () => {
  let text = "";
  for await (const event of client.stream("createChatCompletion", { ...hello, stream: true })) {
    text += resolve(event, "/choices/0/delta/content") ?? "";
  }
  return { text };
});
await call("embeddings", async () => {
  const given = { model: "text-embedding-3-small", input: "The food was delicious." };
  return { length: ((await result("createEmbedding", given, "/data/0/embedding")) as Json[]).length };
});
await call("image", async () => ({ url: await result("createImage", { prompt: "A cute baby sea otter" }, "/data/0/url") }));
await call("upload", async () => {
  const file = { filename: "notes.txt", base64: readFileSync(UPLOAD).toString("base64") };
  return { name: await result("createFile", { file }, "/file/file_name") };
});
await call("midjourney", async () => {
  const task = await client.start("submitMidjourneyImagine", { prompt: "a red lighthouse on a cliff --ar 3:2" });
  for (let looks = 0; looks < 9; looks++) {
    const found = await task.poll();
    if (found?.state !== "succeeded") continue;
    const buttons = (await result("getMidjourneyTask", { id: task.id }, "/buttons")) as Json[];
    return { status: found.status, buttons: buttons.length };
  }
  throw new Error("the task is not done");
});
await call("stability", async () => {
  const given = { prompt: "A lighthouse on a cliff", accept: "image/*" };
  const raw = (await client.call("createStableImageCore", given, "file")) as Uint8Array;
  return { bytes: raw.length, sha256: createHash("sha256").update(raw).digest("hex") };
});
await call("error", async () => {
  try {
    await new Client(description, fetchTransport(BASE_URL, "sk-WRONG-KEY")).call("listModels", {});
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return { status: error.details.status ?? null, message: error.message.split(" (")[0] ?? "" };
  }
  throw new Error("no error");
});
