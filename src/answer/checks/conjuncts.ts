/** Of several that are joined (甲和乙): each does it, and a sum is not one's. */
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { isIn } from "./counted.js";
import { isOwner } from "./told.js";

/** Half of a word's characters are enough only for a long one: 下游 is not 上游. */
export function stands(word: string, text: string): boolean {
  return word.length > 3 ? isIn(word, text) : holdsWord(text, word);
}

export function holdsWord(text: string, word: string): boolean {
  return text.includes(word) || Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other));
}

/** 甲和丙投资 where 甲和乙 did: each of those joined does it. */
export function isJoinedBy(subject: readonly PlacedWord[], { text }: ReadClause, told: string, proof: Proof): boolean {
  // 儿童与父母的沟通 joins nobody who does it.
  if (text.includes("与") && !/共同|联合|合作|一起/u.test(text)) return true;
  const conjuncts = conjunctsOf(subject, text);
  if (conjuncts.length < 2) return true;
  return conjuncts.every((some) => {
    const known = some.filter(({ word }) => word.length > 1 && stands(word, proof.text));
    return known.length === 0 || known.some(({ word }) => stands(word, told));
  });
}

/** 甲和乙共同投资1.37亿元: the sum is not one's. */
export function sharesTotal(
  text: string,
  about: readonly PlacedWord[],
  clause: ReadClause,
  holder: ReadClause,
): boolean {
  if (!/共同|联合(?!会)/u.test(text) || /共同|联合(?!会)|参与/u.test(clause.text)) return false;
  const isBound = clause.figures.some(
    ({ value, unit }) => unit === "元" && holder.figures.some((one) => one.value === value),
  );
  const conjuncts = conjunctsOf(about.filter(isOwner), text).filter((some) => some.length > 0);
  return (
    isBound && conjuncts.length > 1 && !conjuncts.every((some) => some.some(({ word }) => stands(word, clause.text)))
  );
}

/** The words of a subject, parted where 和 or 、 joins them. */
function conjunctsOf(words: readonly PlacedWord[], text: string): PlacedWord[][] {
  const parts: PlacedWord[][] = [[]];
  let end = 0;
  for (const word of words) {
    const at = text.indexOf(word.word, end);
    if (at >= 0 && /[和与及、]/u.test(text.slice(end, at)) && end > 0) parts.push([]);
    parts.at(-1)?.push(word);
    if (at >= 0) end = at + word.word.length;
  }
  return parts;
}
