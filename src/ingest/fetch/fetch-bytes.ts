/**
 * One request with its redirects, within limits: every hop is checked like the first, the body is counted as it comes
 * out of decompression, and time runs for all together. It does not look at what the body is.
 */
import type { Agent, Response } from "undici";
import { isAppError } from "../../core/errors.js";
import { checkHost, fail, parseUrl } from "./address.js";

/** How the program names itself to servers. */
export const USER_AGENT = "ProgrammeAnswersBot/1.0 (fetches one article at a person's request)";

const MOST_REDIRECTS = 5;
const ACCEPT =
  "text/html,application/xhtml+xml,text/plain,text/markdown,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document;q=0.9,*/*;q=0.1";

/** What requests of one call share. */
export interface Session {
  agent: Agent;
  fetch: typeof import("undici").fetch;
  signal: AbortSignal;
  /** Addresses to allow besides public ones. */
  isAllowed: (address: string) => boolean;
}

/** How much of a body is read. */
export interface BodyLimit {
  bytes: number;
  /** What becomes of a longer one. */
  whenLonger: "refuse" | "cut";
}

/** A response that was read to its end. */
export interface Fetched {
  /** After redirects. */
  url: URL;
  status: number;
  /** Lower case, as `text/html; charset=gbk`; empty when absent. */
  contentType: string;
  bytes: Uint8Array;
}

/**
 * Fetches an address.
 * @param onHop is asked before every request, the first included, and may refuse it.
 * @throws AppError URL_INVALID, URL_FORBIDDEN, URL_UNREACHABLE, URL_TOO_LARGE, and what `onHop` throws
 */
export async function fetchBytes(
  start: URL,
  limit: BodyLimit,
  session: Session,
  onHop: (url: URL) => Promise<void> = async () => {},
): Promise<Fetched> {
  let url = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    checkHost(url, session.isAllowed);
    await onHop(url);
    const response = await request(url, session);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = parseUrl(location, url.href);
      continue;
    }
    const contentType = (response.headers.get("content-type") ?? "").toLowerCase();
    return { url, status: response.status, contentType, bytes: await readBody(response, limit) };
  }
  throw fail("URL_UNREACHABLE", `it redirects more than ${MOST_REDIRECTS} times`);
}

async function request(url: URL, { fetch, agent, signal }: Session): Promise<Response> {
  try {
    const headers = { "user-agent": USER_AGENT, accept: ACCEPT, "accept-language": "zh,en;q=0.5" };
    return await fetch(url, { dispatcher: agent, redirect: "manual", signal, headers });
  } catch (cause) {
    throw translate(cause);
  }
}

async function readBody(response: Response, limit: BodyLimit): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += (part as Uint8Array).length;
      parts.push(part as Uint8Array);
      if (size <= limit.bytes) continue;
      // Leaving the loop cancels the rest, what is still packed included.
      if (limit.whenLonger === "cut") break;
      throw fail("URL_TOO_LARGE", `it has more than ${limit.bytes} bytes`);
    }
  } catch (cause) {
    throw translate(cause);
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, limit.bytes));
}

/** What was refused while connecting comes wrapped in the error of the request. */
function translate(error: unknown): Error {
  for (let cause = error, depth = 0; depth < 5; depth++) {
    if (isAppError(cause)) return cause;
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  const isLate = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
  return fail("URL_UNREACHABLE", isLate ? "it took too long" : "its server does not answer", error);
}
