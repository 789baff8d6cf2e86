/**
 * Names in an English question (Yunnan, Qinglong) against a Chinese article: there as written, or as the sound of its
 * characters. A question about Yunnan is not answered by a sentence that shares its other words.
 */
import { pinyin } from "pinyin-pro";
import { isKnownEnglish } from "../text/english-words.js";
import { hasHan } from "../text/normalize.js";

/** Spellings of names that are no pinyin. */
const OLD_SPELLINGS = new Map([
  ["tsinghua", "qinghua"],
  ["peking", "beijing"],
  ["canton", "guangzhou"],
  ["tencent", "tengxun"],
]);

/** Capitalised words of a text, the first of a sentence left out, that are no common English words. */
export function findLatinNames(text: string): string[] {
  const words = text.match(/(?<![.?!]\s*|^\s*)(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+/gu) ?? [];
  return words.map((word) => word.toLowerCase()).filter((word) => !isKnownEnglish(word));
}

/** GDP, NGO: what a Chinese question writes in capitals is written so by the article too; lower case. */
export function findAbbreviations(question: string): string[] {
  const words = hasHan(question) ? (question.match(/(?<![\p{L}\p{N}-])\p{Lu}{2,}(?![\p{L}\p{N}-])/gu) ?? []) : [];
  return words.map((word) => word.toLowerCase());
}

/**
 * Whether an article names all of them.
 * @param names lower case.
 * @param article folded.
 */
export function namesAllLatin(names: readonly string[], article: string): boolean {
  const foreign = names.filter((name) => !article.includes(name));
  if (foreign.length === 0) return true;
  const syllables = pinyin(article, { toneType: "none", type: "array" });
  return foreign.every((name) => isSpoken(spellingOf(name), syllables));
}

/** A name as its characters are spelled today. @param name lower case. */
export function spellingOf(name: string): string {
  return OLD_SPELLINGS.get(name) ?? name;
}

/** Whole syllables in a row that spell the name. */
function isSpoken(name: string, syllables: readonly string[]): boolean {
  return syllables.some((_, start) => {
    let spelled = "";
    for (let i = start; spelled.length < name.length && i < syllables.length; i++) spelled += syllables[i] ?? "";
    return spelled === name;
  });
}
