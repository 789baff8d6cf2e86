/**
 * An OpenAI-compatible server on 127.0.0.1 for tests: real HTTP, real streams, and every fault on demand. Left alone it
 * is honest: it embeds deterministically and answers from the sentences it is shown (`model-server-stand-in.ts`).
 * The faults are in `model-server-replies.ts`.
 *
 *   const server = await startModelServer();
 *   server.script("chat", sendStatus(429, { headers: { "retry-after": "1" } }), sendText(["板栗。", "[1]"]));
 *   …                       // first request: 429; second: streamed; from the third on: the honest reply
 *   await server.close();
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sendJson, sendStatus, sendText } from "./model-server-replies.js";
import { type ChatRequestMessage, replyFromPrompt } from "./model-server-stand-in.js";
import { embedByCharacters } from "./model-server-vectors.js";

/** What a request may be about. */
export type ModelRoute = "chat" | "embeddings";

/** One request, as the journal keeps it. */
export interface ModelRequest {
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed JSON. */
  body: ModelRequestBody;
  /** `performance.now()` when it had arrived whole. */
  at: number;
  /** Whether the client closed the connection before the reply had ended. */
  aborted: boolean;
}

/** The parts of both kinds of request that are looked at. */
export interface ModelRequestBody {
  model: string;
  stream?: boolean;
  temperature?: number;
  messages?: ChatRequestMessage[];
  input?: string[] | string;
  encoding_format?: string;
}

/** Writes the whole reply to one request. May take its time; what it throws becomes a 500. */
export type ModelReply = (request: ModelRequest, response: ServerResponse) => void | Promise<void>;

/** How the honest replies are made. */
export interface ModelServerOptions {
  /** Length of the default vectors. Default 64. */
  dimensions?: number;
  /** Vectors by something better than the default, which counts characters. */
  embed?: (text: string) => number[];
  /** The chat model's reply. Default: an extract of the sentences in the prompt. */
  answer?: (messages: ChatRequestMessage[]) => string;
  /** Pause before each piece of a default chat reply, ms. Default 0. */
  pieceDelayMs?: number;
}

/** A running server. */
export interface ModelServer {
  /** With `/v1`, to be given as OPENAI_BASE_URL. */
  baseUrl: string;
  /** Every request so far, in order of arrival. */
  requests: ModelRequest[];
  /** Replies to the next requests of a route, one each, in order; after them the standing reply. */
  script(route: ModelRoute, ...replies: ModelReply[]): void;
  /** Replies to all further requests of a route; without one, honestly again. */
  reply(route: ModelRoute, reply?: ModelReply): void;
  /** Ends all connections, also those that hang. */
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const scripts: Record<ModelRoute, ModelReply[]> = { chat: [], embeddings: [] };
  const honest: Record<ModelRoute, ModelReply> = { chat: replyToChat(options), embeddings: replyToEmbeddings(options) };
  const standing = { ...honest };

  const server = createServer((incoming, response) => {
    void handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(String(error));
    });
  });

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url ?? "";
    const body = JSON.parse((await readText(incoming)) || "{}") as ModelRequestBody;
    const request: ModelRequest = { path, headers: incoming.headers, body, at: performance.now(), aborted: false };
    requests.push(request);
    response.once("close", () => {
      // A reply that this side cut off carries its error.
      request.aborted = !response.writableFinished && !response.errored;
    });
    const route = routeOf(incoming.method ?? "", path);
    if (!route) return sendStatus(404, { body: '{"error":{"message":"no such path"}}' })(request, response);
    return (scripts[route].shift() ?? standing[route])(request, response);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    script: (route, ...replies) => void scripts[route].push(...replies),
    reply(route, reply) {
      standing[route] = reply ?? honest[route];
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function routeOf(method: string, path: string): ModelRoute | undefined {
  if (method === "POST" && path === "/v1/chat/completions") return "chat";
  return method === "POST" && path === "/v1/embeddings" ? "embeddings" : undefined;
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function replyToChat({ answer = replyFromPrompt, pieceDelayMs = 0 }: ModelServerOptions): ModelReply {
  return (request, response) => {
    const text = answer(request.body.messages ?? []);
    if (request.body.stream)
      return sendText(text.match(/[\s\S]{1,4}/gu) ?? [], { delayMs: pieceDelayMs })(request, response);
    const message = { role: "assistant", content: text };
    return sendJson({ object: "chat.completion", choices: [{ index: 0, message, finish_reason: "stop" }] })(
      request,
      response,
    );
  };
}

function replyToEmbeddings({ dimensions = 64, embed }: ModelServerOptions): ModelReply {
  const embedText = embed ?? ((text: string) => embedByCharacters(text, dimensions));
  return (request, response) => {
    const data = [request.body.input ?? []].flat().map((text, index) => ({ index, embedding: embedText(text) }));
    return sendJson({ object: "list", model: request.body.model, data })(request, response);
  };
}
