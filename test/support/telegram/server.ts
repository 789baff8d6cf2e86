/**
 * The HTTP side of the emulated Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>` on 127.0.0.1. Checks the
 * token, reads parameters, lets faults happen, runs the method, writes the journal and Telegram's envelope.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "./api-error.js";
import type { FaultQueue } from "./faults.js";
import type { Call, Journal } from "./journal.js";
import type { Method, MethodContext, Methods } from "./methods/method.js";
import type { Params } from "./params.js";
import { readParams } from "./request-body.js";

export interface ServerParts {
  token: string;
  methods: Methods;
  journal: Journal;
  faults: FaultQueue;
  context: Omit<MethodContext, "signal">;
}

/** A running server. */
export interface ApiServer {
  /** `http://127.0.0.1:<port>` */
  root: string;
  /** Cuts all connections. */
  close(): Promise<void>;
}

/** Starts listening on a free port, or on the one given. */
export async function startServer(parts: ServerParts, port = 0): Promise<ApiServer> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      // A mistake of the fake itself: the bot sees a 500, whoever runs the test sees why.
      console.error(error);
      sendError(response, new ApiError(500, "Internal Server Error"));
    });
  });
  // A bot that is killed leaves sockets behind; none of them may keep a test alive.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: boundPort } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${boundPort}`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, kind, token, rest = ""] = /^\/(file\/)?bot([^/]*)\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (token === undefined) return sendError(response, new ApiError(404, "Not Found"));
  if (token !== parts.token) return sendError(response, new ApiError(401, "Unauthorized"));
  if (kind !== undefined) return sendFile(parts, rest, response);

  const name = Object.keys(parts.methods).find((known) => known.toLowerCase() === rest.toLowerCase());
  const method = name === undefined ? undefined : parts.methods[name];
  let params: Params;
  try {
    params = await readParams(request, url.searchParams);
  } catch (error) {
    if (error instanceof ApiError) return sendError(response, error);
    return undefined; // The bot hung up while it was still talking.
  }
  const unknown = Object.keys(params).filter((param) => !method?.params.includes(param));
  const call = parts.journal.begin(name ?? rest, params, unknown);
  if (!method) return refuse(parts, call, response, new ApiError(404, "Not Found"));
  return answer(parts, { call, method, params }, request, response);
}

async function answer(
  parts: ServerParts,
  { call, method, params }: { call: Call; method: Method; params: Params },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const hangUp = new AbortController();
  response.once("close", () => hangUp.abort());
  const fault = parts.faults.take(call.method);
  if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault?.kind === "respond") {
    parts.journal.finish(call, { error: { code: fault.status, description: fault.body } });
    return send(response, fault.status, fault.body, fault.contentType);
  }
  const isBroken = fault?.kind === "hang" || fault?.kind === "drop";
  if (isBroken && fault.when === "before") return breakOff(parts, call, request, fault.kind);
  try {
    const result = await method.run(params, { ...parts.context, signal: hangUp.signal });
    if (isBroken) return breakOff(parts, call, request, fault.kind, result);
    parts.journal.finish(call, { result });
    return send(response, 200, JSON.stringify({ ok: true, result }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return refuse(parts, call, response, error);
  }
}

function breakOff(
  parts: ServerParts,
  call: Call,
  request: IncomingMessage,
  kind: "hang" | "drop",
  result?: unknown,
): void {
  const error = { code: 0, description: kind };
  parts.journal.finish(call, { error });
  if (result !== undefined) call.result = result;
  if (kind === "drop") request.socket.destroy();
}

function refuse(parts: ServerParts, call: Call, response: ServerResponse, error: ApiError): void {
  parts.journal.finish(call, { error: { code: error.code, description: error.message } });
  sendError(response, error);
}

function sendFile(parts: ServerParts, path: string, response: ServerResponse): void {
  const file = [...parts.context.world.files.values()].find((stored) => stored.path === path);
  if (!file) return sendError(response, new ApiError(404, "Not Found"));
  response.writeHead(200, { "content-type": "application/octet-stream", "content-length": file.content.length });
  response.end(file.content);
}

function sendError(response: ServerResponse, { code, message, retryAfter }: ApiError): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  send(response, code, JSON.stringify({ ok: false, error_code: code, description: message, ...parameters }));
}

function send(response: ServerResponse, status: number, body: string, contentType = "application/json"): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
