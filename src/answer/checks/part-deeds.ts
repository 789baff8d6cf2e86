/** Of so many some did it: 在15个驿站里,只有6个24小时开放 and 其中60人报名 say nothing of all 15. */
import type { Figure } from "../../text/figures.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isSameFigure } from "./same-figure.js";

const SOME = /其中|部分|有的|有人|一些|不少|多[人名个位]|[里中]/u;

export function partsDoIt({ clause, proof }: ClauseCheck): boolean {
  const { clauses, text } = proof;
  return clauses.every((part, i) => {
    const whole = clauses[i - 1];
    if (!whole || part.figures.length === 0) return true;
    if (!part.text.startsWith("其中") && !/[里中内]$/u.test(whole.text)) return true;
    const has = (all: readonly Figure[]) =>
      clause.figures.some((figure) => all.some((one) => isSameFigure(figure, { ...one, change: figure.change }, text)));
    if (!has(whole.figures.slice(-1)) || has(part.figures.slice(0, 1)) || SOME.test(clause.text)) return true;
    return !clause.words.some(({ word, tag, weight }) => isSaidOfPart(word, tag, weight, part, whole, text));
  });
}

function isSaidOfPart(
  word: string,
  tag: string,
  weight: number,
  part: ReadClause,
  whole: ReadClause,
  text: string,
): boolean {
  const isContent = weight > 0.3 && /^[nvalx]/u.test(tag);
  return isContent && holdsWord(part.text, word) && !holdsWord(whole.text, word) && text.split(word).length === 2;
}
