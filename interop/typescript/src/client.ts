// A client of every operation of the document: one call, a stream of events, a task.

import type { Description, Operation, State } from "./description.js";
import { APIError, Reader, type Answer, type Expects } from "./errors.js";
import { isObject, parse, resolve, type Json, type JsonObject } from "./json.js";
import { EventDecoder } from "./sse.js";

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

/** A response whose body has not been read. Reading it throws where the connection breaks. */
export interface Reply extends Pick<Answer, "status" | "headers"> {
  body: AsyncIterable<Uint8Array>;
}

/** Sends a request. Throws an APIError where no response came. */
export type Transport = (request: Request) => Promise<Reply>;

export interface Settings {
  maxRetries: number;
  timeout: number;
  now: () => number;
  sleep: (seconds: number) => Promise<void>;
}

export interface Progress {
  status: string;
  state: State;
  progress?: number;
}

const DEFAULTS: Settings = {
  maxRetries: 2,
  timeout: 600,
  now: () => performance.now() / 1000,
  sleep: (seconds) => new Promise((done) => setTimeout(done, seconds * 1000)),
};

export class Client {
  private readonly reader: Reader;
  private readonly settings: Settings;

  constructor(
    readonly description: Description,
    private readonly transport: Transport,
    settings: Partial<Settings> = {},
  ) {
    this.reader = new Reader(description);
    this.settings = { ...DEFAULTS, ...settings };
  }

  operation(id: string): Operation {
    const found = this.description.operations.get(id);
    if (found === undefined) throw new Error(`no operation is called ${id}`);
    return found;
  }

  /** The result of a call. A call that may be paid for is sent again only if it was provably not carried out. */
  async call(id: string, given: JsonObject, expects: Expects = "object"): Promise<Json | Uint8Array | string> {
    const operation = this.operation(id);
    const started = this.settings.now();
    for (let attempt = 1; ; attempt++) {
      try {
        return (await this.once(operation, given, expects)).value;
      } catch (error) {
        const pause = error instanceof APIError ? this.pause(operation, error, attempt, started) : undefined;
        if (pause === undefined) throw error;
        await this.settings.sleep(pause);
      }
    }
  }

  /** The events of a stream. Throws at its end unless the end marker came. */
  async *stream(id: string, given: JsonObject): AsyncGenerator<Json> {
    const operation = this.operation(id);
    const { end } = operation.stream ?? { end: undefined };
    const reply = await this.transport(request(operation, given));
    const type = reply.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
    if (!type.startsWith("text/event-stream")) {
      this.reader.read(operation, await whole(reply), "object");
      throw new APIError("UnreadableAnswer", "no stream", "executed");
    }
    const decoder = new EventDecoder();
    for await (const data of payloads(reply, decoder)) {
      if (data.trim() === end) return;
      const event = parse(data);
      if (event === undefined) break; // half an event: the stream was cut
      const failed = this.reader.inEvent(event);
      if (failed !== undefined) throw failed;
      yield event;
    }
    throw new APIError("StreamTruncated", "the stream ended before its end marker", "executed");
  }

  /** Start a task, and look after it once for each item that is asked for. */
  async start(id: string, given: JsonObject): Promise<{ id: string; poll: () => Promise<Progress | undefined> }> {
    const operation = this.operation(id);
    const task = operation.task;
    if (task === undefined) throw new Error(`${id} starts no task`);
    const { value } = await this.once(operation, given, "object");
    const taskId = resolve(value as Json, task.id);
    if (taskId === undefined || taskId === null || taskId === "") throw new APIError("UnreadableAnswer", "no id", "unknown");
    const fetch = this.operation(task.fetch.operation);
    const poll = async (): Promise<Progress | undefined> => {
      try {
        const byStatus = task.status === "http";
        const found = await this.once(fetch, { [task.fetch.parameter]: taskId }, byStatus ? "file" : "object", byStatus);
        const status = String(byStatus ? found.status : (resolve(found.value as Json, task.status) ?? ""));
        return progress(status, task.states, task.progress && resolve(found.value as Json, task.progress));
      } catch (error) {
        // Says nothing of the task, which runs on.
        if (error instanceof APIError && ["RateLimitError", "InternalServerError", "APIConnectionError"].includes(error.kind)) {
          return undefined;
        }
        throw error;
      }
    };
    return { id: String(taskId), poll };
  }

  private async once(operation: Operation, given: JsonObject, expects: Expects, running = false) {
    const answer = await whole(await this.transport(request(operation, given)));
    const kind = running && answer.status === 202 ? "object" : expects;
    return { status: answer.status, value: this.reader.read(operation, answer, kind) };
  }

  private pause(operation: Operation, error: APIError, attempt: number, started: number): number | undefined {
    const { temporary, status, retryAfter } = error.details;
    const lost = temporary === true || status === 408 || status === 429 || (status ?? 0) >= 500;
    const unsent = error.outcome === "not_sent" || (error.outcome === "rejected" && (temporary || error.kind === "RateLimitError"));
    if (attempt > this.settings.maxRetries || !(unsent || (operation.safe && lost))) return undefined;
    const asked = retryAfter ?? 0;
    const pause = asked + Math.random() * Math.min(8, 0.5 * 2 ** (attempt - 1));
    const late = this.settings.now() + pause >= started + this.settings.timeout;
    return asked > 60 || late ? undefined : pause;
  }
}

/** The request of a call: its path, query and body, as the document describes them. */
export function request(operation: Operation, given: JsonObject): Request {
  const rest = { ...given };
  const headers: Record<string, string> = {};
  const query = new URLSearchParams();
  let path = operation.path;
  for (const { name, in: place } of operation.parameters) {
    const value = rest[name];
    if (value === undefined) continue;
    delete rest[name];
    if (place === "header") headers[name] = String(value);
    else if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else query.set(name, String(value));
  }
  const { accept, ...body } = rest;
  if (path.startsWith("/mj/") && typeof body.mode === "string") {
    path = `/mj-${body.mode}${path}`;
    delete body.mode;
  }
  if (typeof accept === "string") headers.Accept = accept;
  if (query.size > 0) path += `?${query.toString()}`;
  if (operation.method === "GET") return { method: operation.method, path, headers };
  if (operation.multipart) return { method: operation.method, path, headers, body: form(body) };
  headers["Content-Type"] = "application/json";
  return { method: operation.method, path, headers, body: JSON.stringify(body) };
}

function form(fields: JsonObject): FormData {
  const data = new FormData();
  for (const [name, given] of Object.entries(fields)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (isObject(value) && typeof value.base64 === "string") {
        data.append(name, new Blob([Buffer.from(value.base64, "base64")]), String(value.filename));
      } else {
        data.append(name, typeof value === "string" ? value : JSON.stringify(value));
      }
    }
  }
  return data;
}

function progress(status: string, states: Partial<Record<State, Json[]>>, percent: Json | undefined): Progress {
  const word = status.toLowerCase();
  const named = Object.entries(states).find(([, values]) => values?.some((value) => String(value).toLowerCase() === word));
  const state = (named?.[0] ?? "running") as State;
  const number = typeof percent === "string" ? Number.parseFloat(percent) : percent;
  return typeof number === "number" && Number.isFinite(number) ? { status, state, progress: number } : { status, state };
}

async function whole(reply: Reply): Promise<Answer> {
  const pieces: Uint8Array[] = [];
  const cut = await readTo((piece) => pieces.push(piece), reply.body);
  return { status: reply.status, headers: reply.headers, body: Buffer.concat(pieces), cut };
}

/** Read a body to its end. Returns whether it was cut. */
async function readTo(take: (piece: Uint8Array) => void, body: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    for await (const piece of body) take(piece);
    return false;
  } catch {
    return true;
  }
}

async function* payloads(reply: Reply, decoder: EventDecoder): AsyncGenerator<string> {
  try {
    for await (const piece of reply.body) yield* decoder.feed(piece);
  } catch (error) {
    throw new APIError("StreamTruncated", `the stream was cut: ${String(error)}`, "executed");
  }
  yield* decoder.finish();
}
