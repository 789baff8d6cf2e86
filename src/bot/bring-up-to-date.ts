/** After a change from the chat the index is brought up to date; what came of it is told in the admin's language. */
import type { Log } from "../core/ports.js";
import type { Reindexer, ReindexPlan } from "../core/reindex-ports.js";
import type { Language } from "../core/types.js";
import { failureWords } from "../i18n/error-words.js";
import { describeError } from "./api-errors.js";
import { type ReindexView, viewOutcome } from "./views/reindex-view.js";

/** What it works with. */
export interface UpToDateDeps {
  reindexer: Pick<Reindexer, "run">;
  /** Another index serves now. */
  onServed: () => Promise<void>;
  log: Log;
}

/**
 * `done`: the change is in force. `failed`: it is not yet, for this reason. `waits`: the rehearsal got worse by it, and
 * somebody has to decide.
 */
export type UpToDate =
  | { kind: "done"; plan: ReindexPlan }
  | { kind: "failed"; reason: string }
  | { kind: "waits"; view: ReindexView };

/**
 * Never rejects: the change itself is stored, and the next run takes it over.
 * @param only the files that changed, when that is known: no other is looked at.
 */
export async function bringUpToDate(
  { reindexer, onServed, log }: UpToDateDeps,
  language: Language,
  only?: readonly string[],
): Promise<UpToDate> {
  try {
    const outcome = await reindexer.run(only && { only });
    if (outcome.kind === "worse") return { kind: "waits", view: viewOutcome(outcome, language) };
    void onServed();
    return { kind: "done", plan: outcome.plan };
  } catch (error) {
    log.error(describeError(error), "re-indexing after a change from the chat failed");
    return { kind: "failed", reason: failureWords(error, language) };
  }
}
