/** The first words with Telegram: who are we, and no webhook may be set. Goes on trying until the network is there. */
import { setTimeout as pause } from "node:timers/promises";
import type { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Log } from "../core/ports.js";
import { describeError, refusalOf } from "./api-errors.js";
import { rejected } from "./polling.js";
import type { CallSignal } from "./transformer.js";

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;

/**
 * Asks until Telegram answers. Updates that wait for us are kept.
 * @returns undefined when `signal` was aborted before.
 * @throws AppError TELEGRAM_REJECTED
 */
export async function introduce(
  { api, log }: { api: Api; log: Log },
  signal: AbortSignal,
): Promise<UserFromGetMe | undefined> {
  const callSignal = signal as unknown as CallSignal;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const me = await api.getMe(callSignal);
      await api.deleteWebhook({ drop_pending_updates: false }, callSignal);
      return me;
    } catch (error) {
      if (signal.aborted) break;
      const refusal = refusalOf(error);
      // A token that does not look like one is "Not Found".
      if (refusal?.error_code === 401 || refusal?.error_code === 404) throw rejected(refusal);
      const backoff = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 10));
      const waitMs = Math.max(backoff, (refusal?.parameters.retry_after ?? 0) * 1000);
      log.warn({ ...describeError(error), waitMs }, "Telegram cannot be reached; trying again");
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
