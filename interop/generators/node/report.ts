// Prints what a call returned, or how it failed: one line of JSON for each call.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export const baseUrl = process.env.BASE_URL ?? "";
export const apiKey = process.env.API_KEY ?? "";
export const headers = { Authorization: `Bearer ${apiKey}` };
export const wrongKey = { Authorization: "Bearer sk-WRONG-KEY" };
export const upload = new File([readFileSync(process.env.UPLOAD ?? "")], "notes.txt", { type: "text/plain" });
export const hello = [{ role: "user" as const, content: "Hello!" }];

// `byHand` says that the client hands over the body, and the caller decodes it.
export async function call(name: string, run: () => Promise<Record<string, unknown>>, byHand = false): Promise<void> {
  try {
    console.log(JSON.stringify({ call: name, observed: await run(), by_hand: byHand }));
  } catch (error) {
    console.log(JSON.stringify({ call: name, failed: String(error) }));
  }
}

export async function picture(blob: Blob | undefined): Promise<Record<string, unknown>> {
  const bytes = Buffer.from(await (blob as Blob).arrayBuffer());
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export function refusal(status: number, error: unknown): Record<string, unknown> {
  const message = (error as { error?: { message?: string } }).error?.message ?? "";
  return { status, message: message.split(" (")[0] };
}

// The text of server-sent events, for clients that hand over the stream as it is.
export function textOf(events: string): string {
  let text = "";
  for (const line of events.split("\n")) {
    if (!line.startsWith("data: ") || line === "data: [DONE]") continue;
    text += JSON.parse(line.slice(6)).choices[0]?.delta?.content ?? "";
  }
  return text;
}
