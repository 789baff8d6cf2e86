/** What becomes of an update whose handling failed: done with, or to be handled later. The one place that decides. */

import { BotError } from "grammy";
import type { Update } from "grammy/types";
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import { describeError, isUnreachable, networkFaultOf, refusalOf } from "./api-errors.js";
import { RetryLater } from "./inbox.js";

const NETWORK_PAUSE_MS = 5000;
const SERVER_PAUSE_MS = 30_000;

/**
 * Waits for the handling of an update. Resolves when nothing remains to be done, also when nobody can be reached.
 * @throws RetryLater when it may work later: no network, Telegram asks for a long wait, the process ends.
 * @throws AppError STORE_FAILED, and whatever is a bug of ours.
 */
export async function sortOutFailure(
  handling: Promise<void>,
  update: Update,
  halt: AbortSignal,
  log: Log,
): Promise<void> {
  try {
    await handling;
  } catch (error) {
    const inner: unknown = error instanceof BotError ? error.error : error;
    if (halt.aborted) throw new RetryLater(0, inner);
    if (isAppError(inner, "STORE_FAILED")) throw inner;
    if (networkFaultOf(inner) !== undefined) throw new RetryLater(NETWORK_PAUSE_MS, inner);
    const refusal = refusalOf(inner);
    if (refusal?.parameters.retry_after !== undefined) {
      throw new RetryLater(refusal.parameters.retry_after * 1000, inner);
    }
    if (refusal && refusal.error_code >= 500) throw new RetryLater(SERVER_PAUSE_MS, inner);
    if (!refusal || !isUnreachable(refusal)) throw inner;
    log.info({ updateId: update.update_id, ...describeError(inner) }, "nobody can be reached in this chat");
  }
}
