/** After a change from the chat the index is brought up to date; what came of it is told in the admin's language. */
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import type { Language } from "../core/types.js";
import { botWords } from "../i18n/bot-words.js";
import { errorWords } from "../i18n/error-words.js";
import { describeError } from "./api-errors.js";
import type { ReindexReport } from "./features/reindex.js";

/** What it works with. */
export interface UpToDateDeps {
  /** @throws AppError INDEX_BUSY and others; the old index serves on. */
  reindex: () => Promise<ReindexReport>;
  log: Log;
}

/** What came of it: a report, or the reason why there is none. */
export type UpToDate = { report: ReindexReport; reason?: undefined } | { reason: string };

/** Never rejects: the change itself is stored, and the next run takes it over. */
export async function bringUpToDate({ reindex, log }: UpToDateDeps, language: Language): Promise<UpToDate> {
  try {
    return { report: await reindex() };
  } catch (error) {
    log.error(describeError(error), "re-indexing after a change from the chat failed");
    return { reason: isAppError(error) ? errorWords(error.code, language) : botWords(language).failed };
  }
}
