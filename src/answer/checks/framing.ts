/** Whether a clause leaves out the frame of what it takes from the sentence: 网传A挪用善款 does not say A挪用善款. */
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { framesOf, keeps } from "./frames.js";
import { isSameFigure } from "./same-figure.js";

export function framesAreKept({ clause, claim, proof }: ClauseCheck): boolean {
  const told = claim.text.slice(0, clause.end);
  const left = framesOf(proof).filter((frame) => !keeps(told, frame));
  if (left.length === 0) return true;
  const isInside = (at: number) => left.some(({ start, end }) => at >= start && at < end);
  const free = Array.from(proof.text, (character, i) => (isInside(i) ? "\n" : character)).join("");
  const inside = left.map(({ start, end }) => proof.text.slice(start, end)).join("\n");
  const stated = proof.clauses.flatMap(({ figures }) => figures);
  const isFigureInside = clause.figures.some((figure) => {
    const same = stated.filter((one) => isSameFigure(figure, { ...one, change: figure.change }, proof.text));
    return same.length > 0 && same.every(({ start }) => isInside(start));
  });
  if (isFigureInside) return false;
  const words = clause.words.filter(({ word, weight }) => weight > 0.3 && holdsWord(inside + free, word));
  const isOnlyInside = ({ word }: { word: string }) => holdsWord(inside, word) && !holdsWord(free, word);
  const deeds = words.filter(({ tag }) => !/^(?:n(?!g)|j|s|t|f|m|q)/u.test(tag));
  // Somebody may be named inside and do something outside.
  return !(deeds.length > 0 ? deeds : words).some(isOnlyInside);
}
