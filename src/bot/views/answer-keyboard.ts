/**
 * The buttons under an answer, in this order: its evidence, then what can be done about it. Each feature adds its row
 * here; they work for as long as the message is there.
 */
import type { AnswerRecord } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { actionButton } from "../callback-data.js";
import { voteRow } from "./feedback-view.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";

/** Undefined for small talk. */
export function answerKeyboard({ id, kind, language }: AnswerRecord): Keyboard | undefined {
  if (kind === "smalltalk") return undefined;
  const words = feedbackWords(language);
  const wish = kind === "refused" ? [actionButton(words.tellMe, "wish", id)] : [];
  return keyboardOf(wish, voteRow(id, words));
}
