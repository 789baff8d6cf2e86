/**
 * What a program does before it answers: it brings the index in line with the corpus, but for two cases in which it answers
 * from what there is: another process is indexing right now, or the new index got worse.
 */
import { setTimeout as pause } from "node:timers/promises";
import { isAppError } from "../core/errors.js";
import type { GenerationStore } from "../core/index-ports.js";
import type { Reindexer, ReindexOptions } from "../core/reindex-ports.js";

/** See above. @throws AppError INDEX_BUSY when there is no index at all, and the other process takes too long */
export type EnsureIndex = (options?: Pick<ReindexOptions, "onProgress">) => Promise<void>;

/** How long a start without any index waits for the process that is building one. */
const WAIT_MS = 120_000;
const LOOK_EVERY_MS = 500;

/** Makes it. */
export function createEnsureIndex(deps: {
  reindexer: Pick<Reindexer, "run">;
  generations: Pick<GenerationStore, "current">;
}): EnsureIndex {
  return async (options = {}) => {
    const givenUpAt = Date.now() + WAIT_MS;
    for (;;) {
      try {
        await deps.reindexer.run({ ...options, isAutomatic: true, isUnseen: true });
        return;
      } catch (error) {
        if (!isAppError(error, "INDEX_BUSY")) throw error;
        if (await deps.generations.current()) return;
        if (Date.now() > givenUpAt) throw error;
        await pause(LOOK_EVERY_MS);
      }
    }
  };
}
