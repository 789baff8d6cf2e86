/**
 * Whether passages speak of what a fragment put in place of something else. Nearly all words of 世界读书日是哪天? are those of
 * the question before it, so that what answers that one looks like an answer; only the exchanged words tell them apart.
 */
import type { Passage } from "../core/types.js";
import { translateWords } from "../text/english-words.js";
import { isHomophone } from "../text/homophones.js";
import { stripQuestionWords } from "../text/question-words.js";
import { relatedWords } from "../text/related-words.js";
import { contentWords } from "../text/word-rarity.js";
import type { Question } from "./question.js";
import { isEntity, isRelational, withoutRelation } from "./topic.js";

/** A single character says too little, but for a time, which is given in figures and checked as such. */
const MIN_LENGTH = 2;
/** Words of time and measure that a text need not repeat: 近五年平均. */
const LOOSE = /^(?:平均|合计|全部|总共|一共|其中|现在|目前|后来|情况|方面|部分)$/u;

/**
 * @param exchanged folded; empty is named everywhere.
 * @param read how the question reads what articles say.
 */
export function isNamedIn(
  passages: readonly Pick<Passage, "text" | "names">[],
  exchanged: string,
  read: Question["read"],
): boolean {
  const words = contentWords(stripQuestionWords(withoutRelation(translateWords(exchanged)))).filter(
    (word) => /^\p{Script=Han}+$/u.test(word) && word.length >= MIN_LENGTH && !LOOSE.test(word) && !isRelational(word),
  );
  if (words.length === 0) return true;
  const text = read(passages.map(({ names, text: words }) => `${names}\n${words}`).join("\n"));
  return words.every((word) => {
    // Of a name and of a time there is no other word.
    const related = isEntity(exchanged) || word.endsWith("年") ? [] : (relatedWords(word).get(word) ?? []);
    return [word, ...related].some((one) => one.length > 1 && text.includes(one)) || isHomophone(word, text);
  });
}
