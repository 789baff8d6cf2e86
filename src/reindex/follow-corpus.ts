/** Re-indexes by itself whenever files of the corpus have changed, and says what came of it. Failures are logged only. */
import { setTimeout as pause } from "node:timers/promises";
import type { AuditStore } from "../core/admin-ports.js";
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import type { Reindexer, ReindexOutcome } from "../core/reindex-ports.js";
import { type WatchOptions, watchCorpus } from "./watch.js";

/** What it works with. */
export interface FollowDeps {
  reindexer: Pick<Reindexer, "run">;
  audit: Pick<AuditStore, "note">;
  log: Log;
}

/** How long somebody else's run is waited for before the next attempt. */
const BUSY_MS = 2000;

/**
 * Begins at once.
 * @param tell not called when nothing has changed.
 * @returns the function that ends it.
 */
export function followCorpus(
  { reindexer, audit, log }: FollowDeps,
  corpusDir: string,
  tell: (outcome: ReindexOutcome) => void,
  options?: WatchOptions,
): () => Promise<void> {
  const ending = new AbortController();

  /** @returns whether the index is now as good as the files let it be. */
  async function reindex(): Promise<boolean> {
    while (!ending.signal.aborted) {
      try {
        const outcome = await reindexer.run({ isAutomatic: true, signal: ending.signal });
        if (ending.signal.aborted) return true;
        const isDone = outcome.isStandIn !== true;
        if (outcome.kind === "same") return isDone;
        audit.note({ at: Date.now(), admin: 0, action: "reindex", detail: { outcome: outcome.kind } });
        tell(outcome);
        return isDone;
      } catch (error) {
        if (!isAppError(error, "INDEX_BUSY")) {
          if (!ending.signal.aborted) log.warn({ error }, "changed files could not be taken in; it is tried again");
          return false;
        }
        await pause(BUSY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
    return true;
  }

  const endWatch = watchCorpus(corpusDir, reindex, options);
  return async () => {
    ending.abort();
    await endWatch();
  };
}
