// The events of a stream, put together into what the same call returns without streaming.

import type { StreamKeys } from "./description.js";
import { isObject, type Json, type JsonObject } from "./json.js";

export function accumulate(events: Json[], { whole }: StreamKeys): JsonObject {
  const keyed = whole?.keyed ?? "index";
  const joined = new Set(whole?.joined ?? []);
  const renamed = whole?.renamed ?? {};

  function merge(into: JsonObject, piece: JsonObject): JsonObject {
    for (const [given, value] of Object.entries(piece)) {
      const name = renamed[given] ?? given;
      into[name] = merged(name, into[name], value);
    }
    return into;
  }

  function merged(name: string, old: Json | undefined, value: Json): Json {
    if (value === null || value === "") return old ?? value;
    if (typeof value === "string" && joined.has(name)) return (typeof old === "string" ? old : "") + value;
    if (Array.isArray(value)) return list(Array.isArray(old) ? old : [], value);
    if (isObject(value)) return merge(isObject(old) ? old : {}, value);
    return value;
  }

  function list(items: Json[], more: Json[]): Json[] {
    for (const piece of more) {
      const key = isObject(piece) ? piece[keyed] : undefined;
      if (!isObject(piece) || key === undefined) {
        items.push(piece);
        continue;
      }
      const known = items.find((item) => isObject(item) && item[keyed] === key);
      if (isObject(known)) merge(known, piece);
      else items.push(merge({}, piece));
    }
    return items.every((item) => isObject(item) && typeof item[keyed] === "number")
      ? items.sort((one, other) => Number((one as JsonObject)[keyed]) - Number((other as JsonObject)[keyed]))
      : items;
  }

  const object = merge({}, {});
  for (const event of events) if (isObject(event)) merge(object, event);
  return { ...object, ...whole?.constants };
}
