// Runs the client under the conformance corpus: reads and writes lines of JSON.

import { createInterface } from "node:readline";
import { accumulate } from "./accumulate.js";
import { Client, request, type Reply, type Request, type Transport } from "./client.js";
import { load } from "./description.js";
import { APIError, type Expects } from "./errors.js";
import { isObject, resolve, type Json, type JsonObject } from "./json.js";

type Given = Record<string, any>;

const description = load(new URL("openapi.json", import.meta.url));

const FAULTS: Record<string, () => APIError> = {
  "connection-refused": () => new APIError("APIConnectionError", "no connection", "not_sent", { temporary: true }),
  "connection-reset": () => new APIError("APIConnectionError", "the connection broke", "unknown", { temporary: true }),
  timeout: () => new APIError("APITimeoutError", "no response in time", "unknown", { temporary: true }),
};

/** A transport that plays these responses and faults, one after the other. */
function script(attempts: Given[]): { transport: Transport; sent: Request[] } {
  const sent: Request[] = [];
  const transport: Transport = async (made) => {
    const attempt = attempts[sent.length] as Given;
    sent.push(made);
    const fault = FAULTS[attempt.fault];
    if (fault !== undefined) throw fault();
    return reply(attempt);
  };
  return { transport, sent };
}

function reply(given: Given): Reply {
  const { text, base64 } = given.body as { text?: string; base64?: string };
  const raw = base64 === undefined ? Buffer.from(text ?? "", "utf-8") : Buffer.from(base64, "base64");
  async function* body(): AsyncGenerator<Uint8Array> {
    let start = 0;
    for (const length of (given.pieces ?? [raw.length]) as number[]) {
      yield raw.subarray(start, start + length);
      start += length;
    }
    if (given.ended !== undefined) throw new Error("the connection broke");
  }
  return { status: given.status, headers: given.headers, body: body() };
}

function described(error: unknown): JsonObject {
  if (!(error instanceof APIError)) throw error;
  const { status, code, type, param, requestId } = error.details;
  const details = { status: status ?? null, code: code ?? null, type: type ?? null, param: param ?? null };
  return { class: error.kind, message: error.message, outcome: error.outcome, ...details, request_id: requestId ?? null };
}

async function sse(given: Given): Promise<JsonObject> {
  const client = new Client(description, script([given]).transport);
  const keys = client.operation(given.operation).stream?.text;
  const events: Json[] = [];
  let text = "";
  try {
    for await (const event of client.stream(given.operation, given.arguments)) {
      events.push(event);
      const parts = keys === undefined ? [] : ((resolve(event, `/${keys.each}`) ?? []) as Json[]);
      const own = parts.filter((part) => Object.entries(keys?.where ?? {}).every(([name, value]) => resolve(part, `/${name}`) === value));
      for (const part of own) text += resolve(part, keys?.value ?? "") ?? "";
    }
    return { events, text, end: "complete" };
  } catch (error) {
    return { events, text, error: described(error) };
  }
}

async function errors(given: Given): Promise<JsonObject> {
  const client = new Client(description, script([given]).transport, { maxRetries: 0 });
  try {
    await client.call(given.operation, given.arguments, given.expects as Expects);
    return { result: true };
  } catch (error) {
    return { error: described(error) };
  }
}

async function multipart(given: Given): Promise<JsonObject> {
  const operation = new Client(description, script([]).transport).operation(given.operation);
  const sent = new Response(request(operation, given.arguments).body ?? null);
  const base64 = Buffer.from(await sent.arrayBuffer()).toString("base64");
  return { content_type: sent.headers.get("content-type"), body: { base64 } };
}

async function tasks(given: Given): Promise<JsonObject> {
  const client = new Client(description, script([given.submit, ...given.polls]).transport);
  const states: Json[] = [];
  let id = "";
  let end = "running";
  try {
    const task = await client.start(given.operation, given.arguments);
    id = task.id;
    for (const _ of given.polls as Given[]) {
      const found = await task.poll();
      if (found === undefined) continue;
      states.push({ ...found });
      end = found.state;
    }
    return { id, states, end };
  } catch (error) {
    return { id, states, end: "error", error: described(error) };
  }
}

async function retries(given: Given): Promise<JsonObject> {
  const { transport, sent } = script(given.attempts);
  const pauses: number[] = [];
  const now = () => pauses.reduce((sum, pause) => sum + pause, 0);
  const sleep = async (seconds: number) => void pauses.push(seconds);
  const settings = { maxRetries: given.max_retries as number, timeout: given.timeout as number, now, sleep };
  const client = new Client(description, transport, settings);
  try {
    await client.call(given.operation, given.arguments, given.expects as Expects);
    return { sent: sent.length, pauses, result: true };
  } catch (error) {
    return { sent: sent.length, pauses, error: described(error) };
  }
}

async function accumulated(given: Given): Promise<JsonObject> {
  const keys = description.operations.get(given.operation)?.stream;
  return keys === undefined ? {} : { whole: accumulate(given.events as Json[], keys) };
}

const SUITES: Record<string, (given: Given) => Promise<JsonObject>> = {
  sse, errors, multipart, tasks, retries, accumulate: accumulated,
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line) as { id: number; suite: string; given: Given };
  const observe = SUITES[question.suite];
  const answer = observe === undefined ? { skipped: "unknown suite" } : { observed: await observe(question.given) };
  if (!isObject(answer as Json)) throw new Error("no answer");
  process.stdout.write(`${JSON.stringify({ id: question.id, ...answer })}\n`);
}
