/**
 * A comment on an answer in somebody's own words: a button sends the message to reply to, and a reply to that message is
 * the comment, never a question. Which answer is meant stands in that message's link, so nothing has to be kept for
 * it. In private chats only. Comes before whatever answers questions.
 */
import { Composer } from "grammy";
import type { AnswerStore, FeedbackStore } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { askedIn } from "../asked-in.js";
import { type BotContext, tellPresser } from "../context.js";
import { askForReply, sendText } from "../reply.js";
import { commentPrompt, readWhyLink } from "../views/feedback-view.js";

/** A longer comment is not kept, and its writer is told so. UTF-16 units. */
export const MAX_COMMENT_CHARS = 500;

/** What commenting works with. */
export interface CommentDeps {
  answers: Pick<AnswerStore, "read">;
  feedback: Pick<FeedbackStore, "comment">;
}

/** The feature; a later reply to the same message replaces the former comment. */
export function createCommentFeature({ answers, feedback }: CommentDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.use(async (ctx, next) => {
    const { api, language, me, place, pressed } = ctx;
    const [id = "", action] = pressed?.kind === "vote" ? pressed.fields : [];
    if (action !== "comment" || place.isGroup || !answers.read(id)) return next();
    const words = feedbackWords(language);
    tellPresser(ctx);
    await askForReply(api, place, commentPrompt(id, me.username, words), words.commentField);
  });

  composer.use(async (ctx, next) => {
    const { api, asker, incoming, language, place } = ctx;
    const id = incoming.kind === "question" && !place.isGroup ? askedIn(ctx, readWhyLink) : undefined;
    if (id === undefined || incoming.kind !== "question") return next();
    const words = feedbackWords(language);
    const isTooLong = incoming.text.length > MAX_COMMENT_CHARS;
    const isKept = !isTooLong && answers.read(id) !== undefined;
    if (isKept) feedback.comment(id, asker, incoming.text);
    const reply = isTooLong ? words.commentTooLong(MAX_COMMENT_CHARS) : isKept ? words.commentKept : words.answerGone;
    await sendText(api, place, reply, { format: "plain" });
  });

  return composer;
}
