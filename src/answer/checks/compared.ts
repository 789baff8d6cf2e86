/** With what something is compared is not what is told: of 与甲组相比,乙组高出14个百分点 nothing is told of 甲组. */
import type { ClauseCheck } from "./check.js";

const BASE = /(?:与|同|和|跟)(?<base>[^,。;]{2,20}?)(?:相比|比较|比起来)/gu;
const KEEPS = /[比较]|[高低多少]于|不[如及]|[与和同]/u;

export function baseIsNotTold({ clause, proof }: ClauseCheck): boolean {
  if (KEEPS.test(clause.text)) return true;
  return Array.from(proof.text.matchAll(BASE)).every(({ 0: phrase, groups: { base = "" } = {} }) => {
    const rest = proof.text.replace(phrase, "");
    return !clause.words.some(
      ({ word, weight }) => weight > 0.2 && word.length > 1 && base.includes(word) && !rest.includes(word),
    );
  });
}
