/**
 * Tries a request again after failures that pass: the server says when (Retry-After), else the pause doubles. Never
 * waits past the deadline: what cannot be repeated in time fails at once. The only retrying there is; the `openai`
 * package's own is switched off, since two multiply, and its waiting has no upper limit and does not end with a signal.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { APIConnectionError, APIError, APIUserAbortError } from "openai";
import { isAppError } from "../../core/errors.js";
import { isQuotaSpent } from "./failures.js";

/** How long and how often. */
export interface RetryLimits {
  /** Attempts after the first one. */
  maxRetries: number;
  /** No attempt begins after this moment of `performance.now()`. */
  deadline: number;
  /** First pause when the server does not name one, in ms; doubles up to 8 s. Default 500. */
  backoffMs?: number;
  /** Ends the waiting, with an AbortError. */
  signal?: AbortSignal;
}

/** The longest pause a server may ask for; it is asked again after that, even if it named a later time. */
export const MAX_RETRY_AFTER_MS = 60_000;
const MAX_BACKOFF_MS = 8_000;

/** Result of the first attempt that succeeds; throws what the last one threw. */
export async function withRetries<T>(attempt: () => Promise<T>, limits: RetryLimits): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (error) {
      if (limits.signal?.aborted === true || retry >= limits.maxRetries || !isPassing(error)) throw error;
      const pauseMs = readRetryAfterMs(error) ?? backoffMs(retry, limits.backoffMs ?? 500);
      if (performance.now() + pauseMs >= limits.deadline) throw error;
      await sleep(pauseMs, undefined, limits.signal && { signal: limits.signal });
    }
  }
}

/** Whether the same request may succeed later: overload, a fault of the server's, a lost connection, a time-out. */
function isPassing(error: unknown): boolean {
  if (error instanceof APIUserAbortError) return false;
  if (error instanceof APIConnectionError || error instanceof TypeError) return true;
  if (error instanceof APIError) {
    const status: number | undefined = error.status;
    return status === 408 || status === 409 || (status === 429 && !isQuotaSpent(error)) || (status ?? 0) >= 500;
  }
  return isAppError(error) && error.retryable;
}

/**
 * The pause a server asked for with Retry-After, in seconds or as a date; 0 to 60,000 ms.
 * Undefined when it asked for none, or for something that is neither.
 */
export function readRetryAfterMs(error: unknown): number | undefined {
  const headers: Headers | undefined = error instanceof APIError ? error.headers : undefined;
  const header = headers?.get("retry-after")?.trim();
  if (!header) return undefined;
  const asked = /^\d+(?:\.\d+)?$/u.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(asked) ? undefined : Math.min(Math.max(asked, 0), MAX_RETRY_AFTER_MS);
}

/** Up to a quarter shorter, by chance, so that many clients do not come back at the same moment. */
function backoffMs(retry: number, firstMs: number): number {
  return Math.min(firstMs * 2 ** retry, MAX_BACKOFF_MS) * (1 - Math.random() / 4);
}
