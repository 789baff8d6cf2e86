/**
 * Votes under answers, and the reasons of a bad one. Anybody who sees an answer has one vote, which never changes what is
 * found. In a private chat the reasons take the place of the answer's buttons; in a group everybody's buttons stay as they
 * are, and a second tap opens the private chat with the reasons. Comments in words: `comment.ts`.
 */
import { Composer } from "grammy";
import { type AnswerRecord, type AnswerStore, type FeedbackStore, VOTE_REASONS } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { isMessageLost, refusalOf } from "../api-errors.js";
import { type BotContext, tellPresser } from "../context.js";
import { editKeyboard, sendText } from "../reply.js";
import { answerKeyboard } from "../views/answer-keyboard.js";
import { readWhyPayload, reasonsKeyboard, whyLink } from "../views/feedback-view.js";
import type { Keyboard } from "../views/keyboard.js";

/** What voting works with. */
export interface FeedbackDeps {
  answers: Pick<AnswerStore, "read">;
  feedback: Pick<FeedbackStore, "read" | "vote" | "setReason">;
}

/** The feature; its buttons and links work for as long as their message is there. Comes before /start. */
export function createFeedbackFeature({ answers, feedback }: FeedbackDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.use(async (ctx, next) => {
    if (ctx.pressed?.kind !== "vote") return next();
    const [id = "", action, named] = ctx.pressed.fields;
    const answer = answers.read(id);
    const reason = VOTE_REASONS.find((known) => known === named);
    const isPrivate = !ctx.place.isGroup;
    if (!answer) return next();
    if (action === "good") voteGood(ctx, answer);
    else if (action === "bad") await voteBad(ctx, answer);
    else if ((action === "with" || action === "without") && reason && isPrivate) {
      feedback.setReason(answer.id, ctx.asker, reason, action === "with");
      tellPresser(ctx, { text: feedbackWords(ctx.language).thanks });
      await showReasons(ctx, answer);
    } else if (action === "done" && isPrivate) {
      tellPresser(ctx, { text: feedbackWords(ctx.language).thanks });
      await showKeyboard(ctx, answerKeyboard(answer, { canKeep: ctx.canKeep }));
    } else return next();
  });

  composer.use(async (ctx, next) => {
    const { incoming, place } = ctx;
    const isStart = incoming.kind === "command" && incoming.name === "start" && !place.isGroup;
    const answer = isStart ? answers.read(readWhyPayload(incoming.text) ?? "") : undefined;
    if (!answer) return next();
    await sendReasons(ctx, answer);
  });

  function voteGood(ctx: BotContext, { id }: AnswerRecord): void {
    feedback.vote(id, ctx.asker, 1);
    tellPresser(ctx, { text: feedbackWords(ctx.language).thanks });
  }

  async function voteBad(ctx: BotContext, answer: AnswerRecord): Promise<void> {
    const words = feedbackWords(ctx.language);
    const isAgain = feedback.read(answer.id, ctx.asker)?.vote === -1;
    feedback.vote(answer.id, ctx.asker, -1);
    if (ctx.place.isGroup) {
      tellPresser(ctx, isAgain ? { url: whyLink(answer.id, ctx.me.username) } : { text: words.whyInPrivate });
      return;
    }
    tellPresser(ctx, { text: words.whyBelow });
    await showReasons(ctx, answer);
  }

  /** Under the answer; when that is too old to be changed, or deleted, in a message of their own. */
  async function showReasons(ctx: BotContext, answer: AnswerRecord): Promise<void> {
    if (!(await showKeyboard(ctx, keyboardFor(ctx, answer)))) await sendReasons(ctx, answer);
  }

  async function sendReasons(ctx: BotContext, answer: AnswerRecord): Promise<void> {
    const keyboard = keyboardFor(ctx, answer);
    await sendText(ctx.api, ctx.place, feedbackWords(ctx.language).whatWasWrong(answer.question), {
      format: "plain",
      keyboard,
    });
  }

  function keyboardFor(ctx: BotContext, { id }: AnswerRecord): Keyboard {
    return reasonsKeyboard(id, feedback.read(id, ctx.asker)?.reasons ?? [], feedbackWords(ctx.language));
  }

  return composer;
}

/** Puts buttons under the message whose button was pressed. @returns false when it cannot be changed any more. */
async function showKeyboard(
  { api, place, callbackQuery }: BotContext,
  keyboard: Keyboard | undefined,
): Promise<boolean> {
  const messageId = callbackQuery?.message?.message_id;
  if (messageId === undefined) return false;
  try {
    await editKeyboard(api, place, messageId, keyboard);
    return true;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal && isMessageLost(refusal.description)) return false;
    throw error;
  }
}
