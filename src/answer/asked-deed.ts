/**
 * 多少商家参加?, 投资了多少钱?, 谁做了总结?: a figure of merchants is not the figure of those who took part, and money that is
 * named is not the money that was invested. The deed must be spoken of in the sentence, in whatever words. Expects folded text.
 */
import { type TaggedWord, tagWords } from "../text/tokens.js";
import type { Question } from "./question.js";
import { isMentioned } from "./spoken-of.js";

/** These say no more than that there are such: 多少商家存在. */
const BEING =
  /^(?:存在|达到|需要|可以|能够|超过|没有|包括|拥有|属于|成为|具有|共有|占有|相当|相当于|大约|估计|使用|采用|进行|开展)$/u;
const BEFORE_FIGURE = /(?<before>\p{Script=Han}{2,})(?:了|过|到){0,2}(?:多少|几)/u;
const DONE_BY =
  /谁(?:来|所|一起)?(?:做|作|进行)(?:了|过|的)?(?:主题|重要|精彩)?(?<deed>\p{Script=Han}{2,4}?)的?[?？]?$/u;

/** Whether a sentence speaks of what the counted did, or of what was done with it; true when the question says nothing of it. */
export function speaksOfCountedDeed(
  { kind, counted, folded }: Pick<Question, "kind" | "counted" | "folded">,
  sentence: string,
): boolean {
  if (kind !== "number") return true;
  const before = BEFORE_FIGURE.exec(folded)?.groups?.before ?? "";
  const counting = tagWords(counted).at(-1);
  const deeds = [counting?.word === counted ? undefined : counting, tagWords(before.replace(/[了过到]+$/u, "")).at(-1)];
  return deeds.every((word) => word === undefined || !isDeed(word) || isMentioned(word.word, sentence));
}

function isDeed({ word, tag }: TaggedWord): boolean {
  return /^vn?$/u.test(tag) && word.length > 1 && !BEING.test(word);
}

/** Whether a sentence speaks of what 谁做了… asks the doer of; true when it asks for none. */
export function speaksOfAskedDeed({ kind, folded }: Pick<Question, "kind" | "folded">, sentence: string): boolean {
  const deed = kind === "person" ? DONE_BY.exec(folded)?.groups?.deed : undefined;
  return deed === undefined || isMentioned(deed, sentence);
}
