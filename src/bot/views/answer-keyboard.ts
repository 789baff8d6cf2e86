/**
 * The buttons under an answer, in this order: its evidence, then what can be done about it. Each feature adds its row
 * here; they work for as long as the message is there.
 */
import type { AnswerRecord } from "../../core/audience-ports.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { sourceRows } from "./source-rows.js";

/** Undefined for small talk. */
export function answerKeyboard(answer: AnswerRecord): Keyboard | undefined {
  return keyboardOf(...sourceRows(answer));
}
