// The operations of the published document, with the x- keys of its overlay.

import { readFileSync } from "node:fs";
import { isObject, resolve, type Json, type JsonObject } from "./json.js";

export type Outcome = "not_sent" | "rejected" | "unknown" | "executed";
export type State = "running" | "waiting" | "succeeded" | "failed";
export type Kind = "string" | "number" | "object" | "array" | "boolean" | "any" | "absent";

export interface Shape {
  where: Record<string, Kind | { const: Json } | { starts: string[] }>;
  statuses?: number[];
  message: string;
  type?: string;
  param?: string;
  code?: string;
  outcome?: Outcome;
  temporary?: boolean;
}

export interface Code {
  status?: number;
  outcome?: Outcome;
  temporary?: boolean;
}

export interface StreamKeys {
  end: string;
  proof?: string[];
  text?: { each: string; where: JsonObject; value: string };
  whole?: { keyed?: string; joined?: string[]; renamed?: Record<string, string>; constants?: JsonObject };
}

export interface TaskKeys {
  id: string;
  accepted?: Record<string, Json[]>;
  refused?: Record<string, Json[]>;
  fetch: { operation: string; parameter: string };
  status: string;
  states: Partial<Record<State, Json[]>>;
  progress?: string;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  multipart: boolean;
  proof: string[] | Record<string, string[]>;
  accepted: Record<string, Json[]>;
  containers: Record<string, "array" | "object">;
  notServed: number[];
  safe: boolean;
  stream?: StreamKeys;
  task?: TaskKeys;
}

export interface Description {
  operations: Map<string, Operation>;
  shapes: Shape[];
  codes: Record<string, Code>;
  requestId: string[];
}

type Node = Record<string, any>;

/** Read the document that `interop.described` writes: openapi.json with its overlay applied. */
export function load(path: string | URL): Description {
  const document = JSON.parse(readFileSync(path, "utf-8")) as Node;
  const operations = new Map<string, Operation>();
  for (const [route, item] of Object.entries(document.paths as Node)) {
    for (const [method, node] of Object.entries(item as Node)) {
      if (!isObject(node as Json) || !(node as Node).operationId) continue;
      for (const variant of [node as Node, ...((node as Node)["x-variants"] ?? [])]) {
        const operation = read(document, route, method, { ...(node as Node), ...(variant as Node) });
        operations.set(operation.id, operation);
      }
    }
  }
  const errors = document["x-errors"];
  return { operations, shapes: errors.shapes, codes: errors.codes, requestId: errors.request_id };
}

function read(document: Node, path: string, method: string, node: Node): Operation {
  const parameters = (node.parameters ?? []).map((one: Node) => deref(document, one));
  const ok = deref(document, node.responses["200"] ?? {});
  const schema = deref(document, ok.content?.["application/json"]?.schema ?? {});
  const errors = node["x-errors"] ?? {};
  const task = node["x-task"] as TaskKeys | undefined;
  return {
    id: node.operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    multipart: "multipart/form-data" in (node.requestBody?.content ?? {}),
    proof: errors.proof ?? [],
    accepted: task?.accepted ?? errors.accepted ?? {},
    containers: containers(document, deref(document, schema.items ?? schema)),
    notServed: node["x-not-served"]?.status ?? [],
    safe: node["x-retry"] === "safe",
    ...(node["x-stream"] ? { stream: node["x-stream"] as StreamKeys } : {}),
    ...(task ? { task } : {}),
  };
}

/** The fields of a schema that are arrays or objects: anything else there proves nothing. */
function containers(document: Node, schema: Node): Record<string, "array" | "object"> {
  const found: Record<string, "array" | "object"> = {};
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Node)) {
    const type = deref(document, property as Node).type;
    if (type === "array" || type === "object") found[name] = type;
  }
  return found;
}

function deref(document: Node, node: Node): Node {
  const found = node.$ref ? (resolve(document as JsonObject, (node.$ref as string).slice(1)) as Node) : node;
  return found.$ref ? deref(document, found) : found;
}
