/**
 * The `openai` client as both models use it: for any OpenAI-compatible endpoint, without what the package would do by
 * itself. It neither retries (see `retry.ts`), nor logs what passes through it, nor follows a redirect with the key and
 * somebody's question to another host, nor reads a reply without end. Times are kept by the models.
 */
import OpenAI from "openai";
import { AppError } from "../../core/errors.js";

/** Where an OpenAI-compatible endpoint is, and the key to it. */
export interface EndpointOptions {
  /** Sent as a bearer token; never logged. Endpoints that need none take any word. */
  apiKey: string;
  /** With its version: `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
}

/** A reply was longer than the client reads. */
export class ReplyTooLongError extends Error {
  constructor(maxBytes: number) {
    super(`the reply is longer than ${maxBytes} bytes`);
    this.name = "ReplyTooLongError";
  }
}

/**
 * @param maxReplyBytes of one reply's body, unpacked; reading it then fails with `ReplyTooLongError`.
 * @throws AppError CONFIG_INVALID for a key or an address that cannot be used; checked here, not at the first question.
 */
export function createOpenAiClient({ apiKey, baseUrl }: EndpointOptions, maxReplyBytes: number): OpenAI {
  locateEndpoint(baseUrl);
  if (!/^[\u0021-\u007E]+$/u.test(apiKey)) {
    throw new AppError("CONFIG_INVALID", {
      message:
        "OPENAI_API_KEY cannot be sent: it is empty or holds a blank, a line break or a letter that is not ASCII",
    });
  }
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: "off",
    fetchOptions: { redirect: "manual" },
    fetch: async (url, init) => limitBody(await fetch(url, init), maxReplyBytes),
  });
}

/**
 * Host and path of an endpoint, for fingerprints: no protocol, no slash at the end.
 * @throws AppError CONFIG_INVALID when it is no address, or one with a user name, a query or a fragment.
 * @example locateEndpoint("https://api.openai.com/v1/") // { host: "api.openai.com", path: "/v1" }
 */
export function locateEndpoint(baseUrl: string): { host: string; path: string } {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    // The address is not repeated: what makes it unusable may be a secret.
    throw new AppError("CONFIG_INVALID", {
      message: "OPENAI_BASE_URL cannot be used: it must be like https://host/v1, without user name, ? and #",
    });
  }
  return { host: url.host, path: url.pathname.replace(/\/+$/u, "") };
}

function limitBody(response: Response, maxBytes: number): Response {
  if (!response.body) return response;
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > maxBytes) controller.error(new ReplyTooLongError(maxBytes));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
