/**
 * "Tell me when there is an answer", under a refusal: keeps the question and where to tell, once per person and answer. A
 * second tap says that it is noted. The telling itself is not done here.
 */
import { Composer } from "grammy";
import type { AnswerStore, FeedbackStore } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { type BotContext, tellPresser } from "../context.js";

/** What wishing works with. */
export interface WishDeps {
  answers: Pick<AnswerStore, "read">;
  feedback: Pick<FeedbackStore, "addWish">;
}

/** The feature; of an answer whose question was forgotten the next feature says that the button is old. */
export function createWishFeature({ answers, feedback }: WishDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(async (ctx, next) => {
    const { asker, language, place, pressed } = ctx;
    const answer = pressed?.kind === "wish" ? answers.read(pressed.fields[0] ?? "") : undefined;
    const question = answer?.standalone ?? answer?.question;
    if (answer?.kind !== "refused" || question === undefined) return next();
    const { chatId, threadId } = place;
    const where = { chatId, ...(threadId !== undefined && { threadId }) };
    const isNew = feedback.addWish({ answerId: answer.id, asker, ...where, language, question });
    const words = feedbackWords(language);
    tellPresser(ctx, { text: isNew ? words.wishKept : words.wishKnown });
  });
  return composer;
}
