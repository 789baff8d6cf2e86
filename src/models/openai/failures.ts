/**
 * Translates what the `openai` package, `fetch` and the readers of replies throw into `AppError`, once and in one table.
 * Nothing that a server wrote is repeated but its status and a short code of letters: its messages quote keys and
 * questions back. For the same reason the foreign error is not kept as `cause`.
 */
import { APIConnectionError, APIError } from "openai";
import { AppError, isAppError } from "../../core/errors.js";
import { ReplyTooLongError } from "./client.js";

/** Who failed, for the message. */
export interface Endpoint {
  code: "EMBEDDING_FAILED" | "MODEL_FAILED";
  /** Host, with the port when there is one. */
  host: string;
  model: string;
  /** The variable that chose the model. */
  variable: "CHAT_MODEL" | "EMBEDDING_MODEL";
}

/** What a reader throws when a reply has arrived and is not what it should be; `reason` holds nothing of its words. */
export class BadReplyError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "BadReplyError";
  }
}

/** A web page came with status 200: the address is that of a site, a proxy's login or a firewall's notice. */
export const WEB_PAGE = "the reply is a web page, not JSON; check OPENAI_BASE_URL, which usually ends in /v1";

/** Translates any failure of a request; an `AppError` is returned as it is. */
export function translateFailure(error: unknown, endpoint: Endpoint): AppError {
  if (isAppError(error)) return error;
  const { reason, retryable } = explain(error, endpoint);
  return new AppError(endpoint.code, {
    message: `${endpoint.variable} ${endpoint.model} at ${endpoint.host} failed: ${reason}`,
    retryable,
  });
}

/** Whether the quota is used up, which 429 also stands for and no waiting mends. */
export function isQuotaSpent(error: APIError): boolean {
  return error.code === "insufficient_quota" || error.type === "insufficient_quota";
}

function explain(error: unknown, endpoint: Endpoint): { reason: string; retryable: boolean } {
  if (error instanceof APIConnectionError) {
    const code = findSystemCode(error.cause);
    return { reason: `no connection${code}; check OPENAI_BASE_URL and the network`, retryable: true };
  }
  if (error instanceof APIError) return explainStatus(error, endpoint);
  if (error instanceof BadReplyError) return { reason: error.message, retryable: false };
  if (error instanceof ReplyTooLongError) return { reason: error.message, retryable: false };
  if (error instanceof SyntaxError) return { reason: "the reply is not valid JSON, perhaps cut off", retryable: false };
  if (error instanceof TypeError) {
    return { reason: `the connection was lost${findSystemCode(error.cause)}`, retryable: true };
  }
  return { reason: error instanceof Error ? error.name : "unknown error", retryable: false };
}

function explainStatus(error: APIError, { variable }: Endpoint): { reason: string; retryable: boolean } {
  const status: number | undefined = error.status;
  const sign = [status, plainCode(error.code ?? error.type)].filter(Boolean).join(" ");
  const reject = (reason: string) => ({ reason: `${reason} (${sign})`, retryable: false });
  if (status === undefined) return { reason: `the server reported an error${sign && ` (${sign})`}`, retryable: true };
  if (status >= 500) return { reason: `the server has a fault (${sign})`, retryable: true };
  if (status >= 300 && status < 400) {
    return reject("the address redirects elsewhere; set OPENAI_BASE_URL to the final one");
  }
  switch (status) {
    case 401:
      return reject("the key was refused; check OPENAI_API_KEY");
    case 403:
      return reject(`access was denied; check what OPENAI_API_KEY and ${variable} are allowed`);
    case 404:
      return reject(`no such model or address; check ${variable} and OPENAI_BASE_URL`);
    case 408:
    case 409:
      return { ...reject("the server asks to try again"), retryable: true };
    case 429:
      if (isQuotaSpent(error)) return reject("the quota of OPENAI_API_KEY is spent");
      return { ...reject("too many requests for OPENAI_API_KEY"), retryable: true };
    default:
      return reject(`the request was refused; check that ${variable} fits its use`);
  }
}

/** ECONNREFUSED and its like, found under a failed `fetch`. */
function findSystemCode(cause: unknown): string {
  for (let inner = cause, depth = 0; inner instanceof Error && depth < 4; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string" && /^[A-Z_]{3,40}$/u.test(inner.code))
      return ` (${inner.code})`;
  }
  return "";
}

/** Codes like `model_not_found`; anything else could be somebody's words. */
function plainCode(code: unknown): string {
  return typeof code === "string" && /^[a-z]+(?:_[a-z]+)+$/u.test(code) && code.length <= 40 ? code : "";
}
