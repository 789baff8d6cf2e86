/**
 * Fetches updates by long polling and hands them to the inbox. An update is confirmed by the offset of the next
 * getUpdates, and that is only asked for once the inbox has stored it: a crash in between brings it again, and the
 * inbox drops what it knows.
 *
 * No offset is kept across restarts. After a week of silence Telegram may go on with lower ids, which a stale offset would
 * confirm unseen. So a start asks for whatever is unconfirmed, and an offset is dropped once its confirmation came back empty.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Api } from "grammy";
import { AppError, isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import { LONG_POLL_SECONDS } from "./api.js";
import { describeError, refusalOf } from "./api-errors.js";
import type { CallSignal } from "./transformer.js";
import { updateIdOf } from "./update-shape.js";

/** Everything else (edits, channel posts, reactions …) starts nothing and need not travel. */
const ALLOWED_UPDATES = ["message", "callback_query", "inline_query", "stopped_message_generation"] as const;

const BATCH_SIZE = 100;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
/** Another poller is not gone in half a second. */
const CONFLICT_PAUSE_MS = 3000;
/** A server that answers at once without updates is not asked in a tight loop. */
const EMPTY_PAUSE_MS = 200;

/** What polling works with. */
export interface PollingDeps {
  api: Api;
  /** Stores a batch; when it resolves, the batch may be confirmed. Rejects when it could not be stored. */
  accept: (updates: readonly unknown[]) => Promise<void>;
  log: Log;
}

/**
 * Polls until `signal` is aborted. Survives network failures, refusals, proxies' error pages and malformed updates.
 * @throws AppError TELEGRAM_REJECTED when Telegram does not know the token (any more).
 */
export async function pollUpdates({ api, accept, log }: PollingDeps, signal: AbortSignal): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const begun = Date.now();
      const updates: unknown = await api.getUpdates(
        {
          ...(offset === undefined ? {} : { offset }),
          limit: BATCH_SIZE,
          timeout: LONG_POLL_SECONDS,
          allowed_updates: ALLOWED_UPDATES,
        },
        signal as unknown as CallSignal,
      );
      if (!Array.isArray(updates)) throw new Error("getUpdates did not bring a list");
      offset = await takeIn(updates);
      failures = 0;
      if (updates.length === 0 && Date.now() - begun < EMPTY_PAUSE_MS)
        await pause(EMPTY_PAUSE_MS, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      if (isAppError(error, "TELEGRAM_REJECTED")) throw error;
      await recover(error).catch((failure: unknown) => {
        if (!signal.aborted) throw failure;
      });
    }
  }

  /** Stores a batch; returns the offset that confirms it. */
  async function takeIn(updates: readonly unknown[]): Promise<number | undefined> {
    if (updates.length === 0) return undefined;
    await accept(updates);
    const ids = updates.map(updateIdOf).filter((id) => id !== undefined);
    // Without a single id nothing could be confirmed, and the same would come again at once.
    if (ids.length === 0) throw new Error("getUpdates brought updates without ids");
    return Math.max(...ids) + 1;
  }

  async function recover(error: unknown): Promise<void> {
    const refusal = refusalOf(error);
    if (refusal?.error_code === 401) throw rejected(refusal);
    const backoff = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures++, 10));
    let waitMs = backoff * (0.75 + Math.random() / 2);
    if (refusal?.error_code === 409) {
      if (await isWebhookRemoved(refusal.description)) return;
      waitMs = Math.max(waitMs, CONFLICT_PAUSE_MS);
      log.warn(
        { waitMs: Math.round(waitMs) },
        "another process fetches this bot's updates (409): stop it, or use another BOT_TOKEN; trying again",
      );
    } else {
      waitMs = Math.max(waitMs, (refusal?.parameters.retry_after ?? 0) * 1000);
      log.warn({ ...describeError(error), waitMs: Math.round(waitMs) }, "no updates could be fetched; trying again");
    }
    await pause(waitMs, undefined, { signal });
  }

  /** Somebody has set a webhook since the start. Updates that wait for it are kept. */
  async function isWebhookRemoved(conflict: string): Promise<boolean> {
    if (!/webhook/i.test(conflict)) return false;
    log.warn({}, "a webhook was set for this bot; it is removed, since updates are fetched here");
    return api.deleteWebhook({ drop_pending_updates: false }).catch(() => false);
  }
}

/** The error for a token that Telegram does not know. */
export function rejected(cause: { error_code: number; description: string }): AppError {
  return new AppError("TELEGRAM_REJECTED", {
    message: `Telegram does not accept BOT_TOKEN (${cause.error_code} ${cause.description}): it is mistyped or was revoked; copy the token from @BotFather again (with TELEGRAM_API_ROOT set, check that address too)`,
  });
}
