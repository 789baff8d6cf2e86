/**
 * The buttons of feedback: two votes under an answer, reasons in their place, and the message that asks for a comment.
 * Which answer is meant stands in the buttons and in that message's link, nowhere else. Pure.
 */
import { VOTE_REASONS, type VoteReason } from "../../core/audience-ports.js";
import type { FeedbackWords } from "../../i18n/feedback-words.js";
import { type ActionButton, actionButton } from "../callback-data.js";
import { escapeHtml } from "./html.js";
import type { Keyboard } from "./keyboard.js";

/** What a button of feedback does. A reason's button says what it shall be from now on, so pressing it twice is pressing it once. */
type VoteAction = "good" | "bad" | "with" | "without" | "comment" | "done";

/** Starts a private chat about an answer: `/start why-<id>`. */
const WHY = "why-";

/** The two votes. */
export function voteRow(answerId: string, words: FeedbackWords): ActionButton[] {
  return [voteButton(words.good, answerId, "good"), voteButton(words.bad, answerId, "bad")];
}

/** The reasons, chosen ones marked in words, two in a row; then the comment and the way back. */
export function reasonsKeyboard(answerId: string, chosen: readonly VoteReason[], words: FeedbackWords): Keyboard {
  const buttons = VOTE_REASONS.map((reason) =>
    chosen.includes(reason)
      ? voteButton(words.chosen(words.reasons[reason]), answerId, "without", reason)
      : voteButton(words.reasons[reason], answerId, "with", reason),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) => buttons.slice(i * 2, i * 2 + 2));
  const last = [voteButton(words.writeComment, answerId, "comment"), voteButton(words.done, answerId, "done")];
  return { inline_keyboard: [...rows, last] };
}

/** The message to be replied to, HTML. @param bot the bot's username. */
export function commentPrompt(answerId: string, bot: string, words: FeedbackWords): string {
  const [link, rest] = words.commentHere;
  return `<a href="${escapeHtml(whyLink(answerId, bot))}">${escapeHtml(link)}</a>${escapeHtml(rest)}`;
}

/** Opens the private chat with the reasons. @param bot the bot's username. */
export function whyLink(answerId: string, bot: string): string {
  return `https://t.me/${bot}?start=${WHY}${answerId}`;
}

/** The answer that `/start <payload>` is about; undefined when it is about something else. */
export function readWhyPayload(payload: string): string | undefined {
  return payload.startsWith(WHY) ? payload.slice(WHY.length) : undefined;
}

/** The answer that a link of `whyLink` is about; undefined for any other link. */
export function readWhyLink(url: string): string | undefined {
  return readWhyPayload(/[?&]start=([\w-]+)$/.exec(url)?.[1] ?? "");
}

function voteButton(text: string, answerId: string, action: VoteAction, ...reason: VoteReason[]): ActionButton {
  return actionButton(text, "vote", answerId, action, ...reason);
}
