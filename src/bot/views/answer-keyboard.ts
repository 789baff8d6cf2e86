/**
 * The buttons under an answer, in this order: its evidence, then what can be done about it. Each feature adds its row
 * here; they work for as long as the message is there.
 */
import type { AnswerRecord } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { actionButton } from "../callback-data.js";
import { voteRow } from "./feedback-view.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { sourceRows } from "./source-rows.js";

/** Undefined for small talk. */
export function answerKeyboard(answer: AnswerRecord): Keyboard | undefined {
  if (answer.kind === "smalltalk") return undefined;
  const words = feedbackWords(answer.language);
  const wish = answer.kind === "refused" ? [actionButton(words.tellMe, "wish", answer.id)] : [];
  return keyboardOf(...sourceRows(answer), wish, voteRow(answer.id, words));
}
