/**
 * 多少商家参加?: a figure of merchants is not the figure of those who took part. What the counted ones did must be spoken of
 * in the sentence, in whatever words. Expects folded text.
 */
import { tagWords } from "../text/tokens.js";
import type { Question } from "./question.js";
import { isMentioned } from "./spoken-of.js";

/** These say no more than that there are such: 多少商家存在. */
const BEING = /^(?:存在|达到|需要|可以|能够|超过|没有|包括|拥有|属于|成为)$/u;

/** Whether a sentence speaks of what the counted did; true when the question says nothing of it. */
export function speaksOfCountedDeed({ kind, counted }: Pick<Question, "kind" | "counted">, sentence: string): boolean {
  if (kind !== "number") return true;
  const last = tagWords(counted).at(-1);
  if (!last || last.tag !== "v" || last.word.length < 2 || last.word === counted || BEING.test(last.word)) return true;
  return isMentioned(last.word, sentence);
}
