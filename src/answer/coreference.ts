/**
 * Who 她 and 他 are in an article: a sentence that begins with one goes on about the person of the sentence before. For
 * ranking only; what is quoted stays as it is written.
 */
import { findPersonNames } from "../text/person-names.js";

const PRONOUN = /^[“”"\s]*(?<pronoun>[她他])(?!们)/u;

/**
 * The sentence with its subject named. Both folded.
 * @param before the sentence right before it; empty when there is none.
 * @example nameSubject("她提出三点建议。", "副秘书长冯凌作了点评。") // "冯凌提出三点建议。"
 */
export function nameSubject(sentence: string, before: string): string {
  if (!PRONOUN.test(sentence)) return sentence;
  const names = findPersonNames(before);
  const [name] = names;
  return name && names.length === 1 ? sentence.replace(/[她他]/u, name) : sentence;
}
