// Sends requests with the platform's fetch.

import type { Transport } from "./client.js";
import { APIError } from "./errors.js";

/** A transport to a server. Only a connection that was never made proves that a request was not sent. */
export function fetchTransport(baseUrl: string, apiKey: string): Transport {
  return async ({ method, path, headers, body }) => {
    const sent = { Authorization: `Bearer ${apiKey}`, ...headers };
    try {
      const { status, headers: came, body: stream } = await fetch(baseUrl + path, {
        method,
        headers: sent,
        redirect: "manual",
        ...(body === undefined ? {} : { body }),
      });
      return { status, headers: [...came], body: stream ?? empty() };
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      const outcome = code === "ECONNREFUSED" || code === "ENOTFOUND" ? "not_sent" : "unknown";
      throw new APIError("APIConnectionError", String(error), outcome, { temporary: true });
    }
  };
}

async function* empty(): AsyncGenerator<Uint8Array> {}
