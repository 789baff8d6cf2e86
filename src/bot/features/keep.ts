/**
 * "Keep as test": puts the question of an answer into the regression set, with what it said, or with what an admin writes
 * behind /keep. The button stands under answers in an admin's private chat only, since everybody in a group sees the same
 * buttons; there a reply with /keep does it, which tells the answer by the buttons of the message that it replies to.
 */
import { Composer } from "grammy";
import type { AuditStore } from "../../core/admin-ports.js";
import type { AnswerRecord, AnswerStore } from "../../core/audience-ports.js";
import { isAppError } from "../../core/errors.js";
import type { Log } from "../../core/ports.js";
import type { RegressionSet } from "../../core/regression-ports.js";
import type { Language } from "../../core/types.js";
import { errorWords } from "../../i18n/error-words.js";
import { regressionWords } from "../../i18n/regression-words.js";
import { type Admins, onAdminButton, onAdminCommand } from "../admin.js";
import { describeError } from "../api-errors.js";
import type { BotContext } from "../context.js";
import { repliedAnswer } from "../replied-answer.js";
import { sendText } from "../reply.js";

/** What it works with. */
export interface KeepDeps {
  admins: Admins;
  answers: Pick<AnswerStore, "read">;
  regression: Pick<RegressionSet, "keep">;
  audit: Pick<AuditStore, "note">;
  log: Log;
}

/** The feature; a button of an unknown answer is left to the next. */
export function createKeepFeature({ admins, answers, regression, audit, log }: KeepDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onAdminButton(
    composer,
    admins,
    ({ kind, fields }) => (kind === "keep" && fields.length === 1 ? answers.read(fields[0] ?? "") : undefined),
    async (ctx, answer, admin) => {
      await sendText(ctx.api, ctx.place, keep(answer, undefined, admin, ctx.language), { format: "plain" });
    },
  );

  onAdminCommand(composer, admins, "keep", async (ctx, text, admin) => {
    const { api, language, place } = ctx;
    const answer = answers.read(repliedAnswer(ctx) ?? "");
    const correction = text.trim() === "" ? undefined : text;
    const said = answer ? keep(answer, correction, admin, language) : regressionWords(language).howToKeep;
    await sendText(api, place, said, { format: "plain" });
  });

  function keep(answer: AnswerRecord, correction: string | undefined, admin: number, language: Language): string {
    const words = regressionWords(language);
    try {
      const outcome = regression.keep(answer, correction);
      if (outcome.kind === "impossible") return words.cannotKeep;
      if (outcome.kind !== "known") {
        audit.note({ at: Date.now(), admin, action: "keep test", detail: { answer: answer.id, how: outcome.kind } });
      }
      return words[outcome.kind](outcome.kept);
    } catch (error) {
      if (!isAppError(error)) throw error;
      log.error(describeError(error), "an answer could not be kept as a test");
      return errorWords(error.code, language);
    }
  }

  return composer;
}
