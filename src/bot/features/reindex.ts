/**
 * /reindex: an admin brings the index in line with the corpus folder, rehearsed, and decides about one that got worse;
 * /rollback asks, then goes back to the one before. A run takes long: it goes on beside the chat, in one message that is edited.
 */

import type { Api } from "grammy";
import { Composer } from "grammy";
import type { AuditStore } from "../../core/admin-ports.js";
import { isAppError } from "../../core/errors.js";
import type { ArticleStore, Log } from "../../core/ports.js";
import type { Reindexer, ReindexOutcome } from "../../core/reindex-ports.js";
import type { IndexStatistics } from "../../core/statistics-port.js";
import type { Language } from "../../core/types.js";
import { failureWords } from "../../i18n/error-words.js";
import { type ReindexWords, reindexWords } from "../../i18n/reindex-words.js";
import { type Admins, onAdminButton, onAdminCommand } from "../admin.js";
import { describeError } from "../api-errors.js";
import type { Pressed } from "../callback-data.js";
import type { BotContext } from "../context.js";
import { createEditedText } from "../edited-text.js";
import { replacePressed } from "../pressed-message.js";
import { editText, replaceText, sendText } from "../reply.js";
import { readRollBack, rollBackButtons, viewOutcome, viewProgress } from "../views/reindex-view.js";

/** What it works with. */
export interface ReindexDeps {
  admins: Admins;
  audit: AuditStore;
  articles: Pick<ArticleStore, "countArticles">;
  reindexer: Reindexer;
  /** Names the generation that serves. */
  indexStatistics: () => Promise<IndexStatistics>;
  /** For edits that the next one replaces, and for the last one, which comes after its update was done with. */
  quick: Api;
  patient: Api;
  /** Another index may serve now. */
  onServed: () => Promise<void>;
  log: Log;
}

const PLAIN = { format: "plain" } as const;
const ROLLBACK = "rollback";
/** Entries of the audit log among which a rollback is that could not be told. */
const LOOKED_BACK = 20;

/** The feature. @param editEveryMs pause between two edits of the message. */
export function createReindexFeature(deps: ReindexDeps, editEveryMs: number): Composer<BotContext> {
  const { admins, audit, articles, reindexer, indexStatistics, quick, patient, onServed, log } = deps;
  const composer = new Composer<BotContext>();
  const failureOf = (error: unknown, language: Language): string => {
    log.error(describeError(error), "changing the index from the chat failed");
    return failureWords(error, language);
  };

  onAdminCommand(composer, admins, "reindex", async (ctx, _text, admin) => {
    const { place, language } = ctx;
    const sent = await sendText(ctx.api, place, viewProgress(undefined, undefined, language), PLAIN);
    const shown = createEditedText((text) => editText(quick, place, sent.message_id, text, PLAIN), editEveryMs);
    // Not awaited: the chat goes on. A restart ends the run, and nothing has changed then.
    void runBeside(shown, language, admin)
      .then(({ text, keyboard }) =>
        replaceText(patient, place, sent.message_id, text, { ...PLAIN, ...(keyboard && { keyboard }) }),
      )
      .catch((error: unknown) => log.warn(describeError(error), "the outcome of a re-indexing could not be shown"));
  });

  async function runBeside(shown: ReturnType<typeof createEditedText>, language: Language, admin: number) {
    let plan: ReindexOutcome["plan"] | undefined;
    try {
      const outcome = await reindexer.run({
        onPlan(found) {
          plan = found;
          shown.show(viewProgress(plan, undefined, language));
        },
        onProgress: (progress) => shown.show(viewProgress(plan, progress, language)),
      });
      note("reindex", admin, { outcome: outcome.kind });
      return viewOutcome(outcome, language);
    } catch (error) {
      return { text: failureOf(error, language), keyboard: undefined };
    } finally {
      await shown.end();
    }
  }

  onAdminCommand(composer, admins, "rollback", async ({ api, place, language }) => {
    const words = reindexWords(language);
    const { generation } = await indexStatistics();
    if (generation === undefined) return void (await sendText(api, place, words.nothingToRollBack, PLAIN));
    const keyboard = { inline_keyboard: [rollBackButtons(generation, words)] };
    await sendText(api, place, words.confirmRollBack, { ...PLAIN, keyboard });
  });

  onAdminButton(composer, admins, readRollBack, async (ctx, { isSure, from }, admin) => {
    const words = reindexWords(ctx.language);
    await decide(ctx, async () => (isSure ? rollBack(from, words, admin) : words.stayed));
  });

  /** Going back twice would be going forth: the same button, handled again, finds that it was done. */
  async function rollBack(from: string, words: ReindexWords, admin: number): Promise<string> {
    try {
      const generation = await reindexer.rollBack(from);
      if (generation !== undefined) note(ROLLBACK, admin, { generation, from });
    } catch (error) {
      if (isAppError(error, "INDEX_INVALID")) return words.nothingToRollBack;
      throw error;
    }
    const isDone = audit.list(LOOKED_BACK).some(({ action, detail }) => action === ROLLBACK && detail.from === from);
    return isDone ? words.rolledBack(articles.countArticles()) : words.notRolledBack(articles.countArticles());
  }

  onAdminButton(composer, admins, readDecision, async (ctx, { isAccepted, candidate }, admin) => {
    const words = reindexWords(ctx.language);
    await decide(ctx, async () => {
      const isThere = await (isAccepted ? reindexer.accept(candidate) : reindexer.discard(candidate));
      if (!isThere) return words.gone;
      note(isAccepted ? "put index in place" : "discard index", admin, { generation: candidate });
      return isAccepted ? words.accepted : words.discarded;
    });
  });

  /** Busy, or a full disk: the buttons stay, so that it can be tried again. */
  async function decide(ctx: BotContext, work: () => Promise<string>): Promise<void> {
    let said: string;
    try {
      said = await work();
    } catch (error) {
      await sendText(ctx.api, ctx.place, failureOf(error, ctx.language), PLAIN);
      return;
    }
    await replacePressed(ctx, said, PLAIN);
  }

  /** After every change. */
  function note(action: string, admin: number, detail: Record<string, string>): void {
    audit.note({ at: Date.now(), admin, action, detail });
    void onServed();
  }

  return composer;
}

function readDecision({ kind, fields }: Pressed): { isAccepted: boolean; candidate: string } | undefined {
  const [decision, candidate, ...more] = fields;
  if (kind !== "reindex" || candidate === undefined || candidate === "" || more.length > 0) return undefined;
  if (decision !== "put" && decision !== "drop") return undefined;
  return { isAccepted: decision === "put", candidate };
}
