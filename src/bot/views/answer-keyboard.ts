/**
 * The buttons under an answer, in this order: its evidence, then what can be done about it. Each feature adds its row
 * here; they work for as long as the message is there.
 */
import type { AnswerRecord } from "../../core/audience-ports.js";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { regressionWords } from "../../i18n/regression-words.js";
import { actionButton } from "../callback-data.js";
import { voteRow } from "./feedback-view.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { sourceRows } from "./source-rows.js";

/** Who sees an answer. */
export interface AnswerAudience {
  /** An admin, and nobody else: the answer can be kept as a test. Default false. */
  canKeep?: boolean;
}

/** Undefined for small talk. */
export function answerKeyboard(answer: AnswerRecord, { canKeep = false }: AnswerAudience = {}): Keyboard | undefined {
  if (answer.kind === "smalltalk") return undefined;
  const words = feedbackWords(answer.language);
  const wish = answer.kind === "refused" ? [actionButton(words.tellMe, "wish", answer.id)] : [];
  const keep = canKeep ? [actionButton(regressionWords(answer.language).keep, "keep", answer.id)] : [];
  return keyboardOf(...sourceRows(answer), wish, keep, voteRow(answer.id, words));
}
