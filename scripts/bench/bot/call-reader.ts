/** Reads a call of the Bot API as the clients that are measured send it: JSON, and for calls without parameters nothing. */
import type { IncomingMessage } from "node:http";
import { numberIn } from "./exchange.js";

/** One call. */
export interface ReadCall {
  method: string;
  params: Record<string, unknown>;
  /** The number of the question whose answer its text holds. */
  number: number | undefined;
}

/** Reads the whole body. */
export async function readCall(request: IncomingMessage): Promise<ReadCall> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString("utf8");
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const params = {
    ...Object.fromEntries(new URLSearchParams(query)),
    ...(body === "" ? {} : (JSON.parse(body) as Record<string, unknown>)),
  };
  const number = typeof params.text === "string" ? numberIn(params.text) : undefined;
  return { method: path.slice(path.lastIndexOf("/") + 1), params, number };
}
