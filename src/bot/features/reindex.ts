/**
 * /reindex: an admin brings the index in line with the corpus folder from the chat. Questions are answered from the old
 * index until the new one is in place. To anybody else the command does not exist: the next feature says so.
 */
import { Composer } from "grammy";
import { isAppError } from "../../core/errors.js";
import type { Log } from "../../core/ports.js";
import { errorWords } from "../../i18n/error-words.js";
import { type Admins, onAdminCommand } from "../admin.js";
import { describeError } from "../api-errors.js";
import type { BotContext } from "../context.js";
import { sendText } from "../reply.js";

/** What a run changed, in articles, and the files that could not be read. */
export interface ReindexReport {
  added: number;
  updated: number;
  removed: number;
  articles: number;
  problems: readonly { source: string; code: Parameters<typeof errorWords>[0] }[];
}

export interface ReindexDeps {
  admins: Admins;
  /** @throws AppError INDEX_BUSY and others; the old index serves on. */
  reindex: () => Promise<ReindexReport>;
  log: Log;
}

export function createReindexFeature({ admins, reindex, log }: ReindexDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAdminCommand(composer, admins, "reindex", async ({ api, place, words, language }) => {
    const outcome = await reindex()
      .then((report) => {
        const problems = report.problems.map(({ source, code }) => `${source}: ${errorWords(code, language)}`);
        return [words.reindexed(report), ...problems].join("\n");
      })
      .catch((error: unknown) => {
        log.error(describeError(error), "re-indexing from the chat failed");
        return isAppError(error) ? errorWords(error.code, language) : words.failed;
      });
    await sendText(api, place, outcome, { format: "plain" });
  });
  return composer;
}
