/**
 * Replies of the test's model server, good and bad: each function makes a `ModelReply` for `script` or `reply`.
 * The forms of the good ones are those of the OpenAI API; the bad ones are what proxies, half-compatible servers and
 * broken networks really do.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ModelReply } from "./model-server.js";

/** How a streamed text comes and ends. */
export interface TextReplyOptions {
  /** Before each piece, ms. Default 0. */
  delayMs?: number;
  /** Default `stop`; null: the stream ends without one. */
  finishReason?: string | null;
  /**
   * After the last piece. `done`: properly, with [DONE]. `end`: without [DONE]. `cut`: the socket is destroyed.
   * `hang`: nothing more comes and nothing ends. Default `done`.
   */
  ending?: "done" | "end" | "cut" | "hang";
}

/** A stream of these pieces, one event each. With `end`, `cut` and `hang` no finish reason is sent. */
export function sendText(pieces: readonly string[], options: TextReplyOptions = {}): ModelReply {
  const { delayMs = 0, finishReason = "stop", ending = "done" } = options;
  const events = pieces.map((content) => chunkEvent({ content }));
  if (ending === "done" && finishReason !== null) events.push(chunkEvent({}, finishReason));
  if (ending === "done") events.push("data: [DONE]\n\n");
  return sendEvents(events, { delayMs, ending: ending === "done" ? "end" : ending });
}

/** Any lines as an event stream: comments, wrong JSON, an error object. Each string is written as it is. */
export function sendEvents(
  events: readonly (string | Uint8Array)[],
  { delayMs = 0, ending = "end" }: { delayMs?: number; ending?: "end" | "cut" | "hang" } = {},
): ModelReply {
  return async (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write(chunkEvent({ role: "assistant" }));
    const gone = new Promise<void>((resolve) => response.once("close", resolve));
    for (const event of events) {
      if (delayMs > 0) await sleep(delayMs);
      if (response.destroyed) return;
      if (response.write(event)) continue;
      const drained = new Promise<void>((resolve) => response.once("drain", resolve));
      await Promise.race([drained, gone]);
    }
    if (ending === "end") response.end();
    // What was written must leave this side before the socket goes.
    else if (ending === "cut") setTimeout(() => response.destroy(new Error("cut by the test")), 20);
  };
}

/** One event of a chat stream, as the wire has it. */
export function chunkEvent(delta: object, finishReason: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return `data: ${JSON.stringify({ object: "chat.completion.chunk", choices })}\n\n`;
}

/** A JSON reply with status 200. */
export function sendJson(value: unknown): ModelReply {
  return sendBody("application/json", JSON.stringify(value));
}

/** Any body with status 200: a web page, JSON cut in two, base64. */
export function sendBody(contentType: string, body: string | Uint8Array): ModelReply {
  return (_request, response) => {
    response.writeHead(200, { "content-type": contentType }).end(body);
  };
}

/** A status with an error body, as OpenAI's by default. */
export function sendStatus(
  status: number,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): ModelReply {
  const text = body ?? JSON.stringify({ error: { message: `status ${status}`, type: null, param: null, code: null } });
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };
}

/** Takes the request and never says a word. */
export function hang(): ModelReply {
  return () => {};
}

/** Takes the request and closes the connection. */
export function dropConnection(): ModelReply {
  return (_request, response) => {
    response.destroy(new Error("dropped by the test"));
  };
}

/** Sends the headers and the first part of a body that was announced to be longer, then nothing. */
export function sendHalf(contentType: string, part: string): ModelReply {
  return (_request, response) => {
    response.writeHead(200, { "content-type": contentType, "content-length": String(Buffer.byteLength(part) + 100) });
    response.write(part);
  };
}
