// What a response is: a result, or an error with its class and its outcome.

import type { Description, Kind, Operation, Outcome, Shape } from "./description.js";
import { isObject, parse, resolve, type Json } from "./json.js";

export type Expects = "object" | "file" | "text";

export interface Answer {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
  cut: boolean;
}

export interface Details {
  status?: number;
  code?: Json;
  type?: string | null;
  param?: string | null;
  requestId?: string | null;
  temporary?: boolean;
  retryAfter?: number | null;
}

export class APIError extends Error {
  constructor(
    readonly kind: string,
    message: string,
    readonly outcome: Outcome,
    readonly details: Details = {},
  ) {
    super(message);
  }
}

const CLASSES: Record<number, string> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "UnprocessableEntityError",
  429: "RateLimitError",
};

function classOf(status: number): string {
  return CLASSES[status] ?? (status >= 500 ? "InternalServerError" : "APIStatusError");
}

export class Reader {
  constructor(readonly description: Description) {}

  /** The result in a response. Throws an APIError for anything else. */
  read(operation: Operation, answer: Answer, expects: Expects): Json | Uint8Array | string {
    const text = new TextDecoder().decode(answer.body).trim();
    if (answer.status < 200 || answer.status > 299) throw this.refusal(operation, answer, text);
    if (text === "" && answer.body.length === 0) throw this.failure("EmptyAnswer", "an empty body", answer);
    if (answer.cut) throw this.failure("UnreadableAnswer", "the body was cut", answer);
    const document = text.startsWith("{") || text.startsWith("[") ? parse(text) : undefined;
    if (expects === "object") return this.object(operation, answer, document);
    const declared = document === undefined ? undefined : this.declared(answer, document);
    if (declared !== undefined) throw declared;
    if (/^<(!doctype|html)/i.test(text) || (expects === "file" && document !== undefined)) {
      throw this.failure("UnreadableAnswer", "not what was asked for", answer);
    }
    return expects === "file" ? answer.body : text;
  }

  /** The error that an event of a stream is, or undefined. */
  inEvent(document: Json): APIError | undefined {
    const shape = this.shapeOf(document, 200);
    return shape && new APIError("StreamFailed", textAt(document, shape.message) ?? "", "executed");
  }

  private object(operation: Operation, answer: Answer, document: Json | undefined): Json {
    if (document === undefined) throw this.failure("UnreadableAnswer", "no JSON", answer);
    const proven = proves(operation, answer.status, document);
    const holdsError = isObject(document) && document.error !== undefined;
    const declared = proven && !holdsError ? undefined : this.declared(answer, document);
    if (declared !== undefined) throw declared;
    if (!proven) throw this.failure("UnreadableAnswer", "it lacks the fields of a result", answer);
    for (const [pointer, accepted] of Object.entries(operation.accepted)) {
      const value = resolve(document, pointer);
      if (accepted.some((one) => same(one, value))) continue;
      const refused = operation.task ? operation.task.refused?.[pointer]?.some((one) => same(one, value)) : true;
      const error = this.declared(answer, document);
      if (error !== undefined) throw error;
      if (refused) throw new APIError("APIStatusError", `refused: ${pointer}`, "rejected", this.details(answer));
      throw new APIError("UnreadableAnswer", `unknown: ${pointer}`, "unknown", this.details(answer));
    }
    return document;
  }

  private refusal(operation: Operation, answer: Answer, text: string): APIError {
    const details = this.details(answer);
    if (operation.notServed.includes(answer.status)) {
      return new APIError("NotServed", "no server has it", "rejected", details);
    }
    const document = parse(text);
    const declared = document === undefined ? undefined : this.declared(answer, document);
    return declared ?? new APIError(classOf(answer.status), text, this.outcome(answer.status), details);
  }

  private declared(answer: Answer, document: Json): APIError | undefined {
    const shape = this.shapeOf(document, answer.status);
    if (shape === undefined) return undefined;
    const code = shape.code === undefined ? null : (resolve(document, shape.code) ?? null);
    const meaning = typeof code === "string" ? this.description.codes[code] : undefined;
    const details = {
      ...this.details(answer),
      code,
      type: textAt(document, shape.type),
      param: textAt(document, shape.param),
      temporary: shape.temporary === true || meaning?.temporary === true,
    };
    const kind = classOf(meaning?.status ?? answer.status);
    const outcome = this.outcome(answer.status, shape, meaning?.outcome);
    return new APIError(kind, textAt(document, shape.message) ?? "", outcome, details);
  }

  private outcome(status: number, shape?: Shape, ofCode?: Outcome): Outcome {
    if (status === 408 || status === 499) return shape?.outcome ?? "unknown";
    if (status >= 300 && status < 500) return shape?.outcome ?? "rejected";
    return ofCode ?? shape?.outcome ?? (status < 300 ? "rejected" : "unknown");
  }

  private shapeOf(document: Json, status: number): Shape | undefined {
    return this.description.shapes.find(
      (shape) =>
        (!shape.statuses?.length || shape.statuses.includes(status)) &&
        Object.entries(shape.where).every(([pointer, kind]) => fits(resolve(document, pointer), kind)),
    );
  }

  private failure(kind: string, message: string, answer: Answer): APIError {
    return new APIError(kind, message, "executed", this.details(answer));
  }

  private details(answer: Answer): Details {
    const headers = new Map(answer.headers.map(([name, value]) => [name.toLowerCase(), value]));
    const named = this.description.requestId.map((name) => headers.get(name.toLowerCase()));
    const seconds = Number(headers.get("retry-after") ?? NaN);
    const requestId = named.find((value) => value !== undefined) ?? null;
    const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
    return { status: answer.status, code: null, type: null, param: null, requestId, retryAfter };
  }
}

function proves(operation: Operation, status: number, document: Json): boolean {
  const { proof } = operation;
  const fields = Array.isArray(proof) ? proof : (proof[String(status)] ?? []);
  const parts = Array.isArray(document) ? document : [document];
  return parts.every((part) => isObject(part) && fields.every((name) => isThere(part[name], operation.containers[name])));
}

function isThere(value: Json | undefined, container: "array" | "object" | undefined): boolean {
  if (container === "array") return Array.isArray(value);
  return container === "object" ? isObject(value) : value !== undefined && value !== null;
}

function same(one: Json, other: Json | undefined): boolean {
  return typeof one === "string" && typeof other === "string" ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function textAt(document: Json, pointer: string | undefined): string | null {
  const value = pointer === undefined ? undefined : resolve(document, pointer);
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => text(resolve(item, "/message") ?? item)).join("; ");
  return text(value);
}

function text(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function fits(value: Json | undefined, kind: Kind | { const: Json } | { starts: string[] }): boolean {
  if (typeof kind === "object") {
    if ("const" in kind) return value === kind.const;
    return typeof value === "string" && kind.starts.some((start) => value.trim().startsWith(start));
  }
  if (kind === "absent" || value === undefined) return kind === "absent" && value === undefined;
  if (kind === "any") return true;
  if (kind === "array") return Array.isArray(value);
  return kind === "object" ? isObject(value) : typeof value === kind;
}
