/**
 * The others: what is done by or to those of whom the clause before tells is not told of the rest (已改造132户,另有28户正在施工), and
 * what comes besides something is not that (除了现金补助,还发放800元的物资).
 */
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { retold } from "./retold.js";
import { isSameFigure } from "./same-figure.js";

const OTHERS = /^(?:而)?(?:另有|另外|另|其余|剩余|剩下|余下|还有|尚有|仍有)/u;
const OTHER = /另|其余|剩|余下|还有|尚有|仍有|其他/u;
const FIRST = /优先|首先|全部|主要|全额|重点/u;
const BESIDES = /除(?:了)?(?<what>[^,。;]{2,16}?)(?:之外|以外|外)?,(?<rest>[^。;]*?(?:还|也|又|另)[^。;]*)/u;
const KEEPS_BESIDES = /除|还|也|另|此外|以及|和|与/u;

export function othersAreOthers(check: ClauseCheck): boolean {
  return restIsOther(check) && besidesIsKept(check);
}

function restIsOther({ clause, claim, proof }: ClauseCheck): boolean {
  const holders = holdersOf(clause, proof.clauses, proof.text);
  if (holders.length === 0) return restIsKept(clause, proof);
  if (!holders.every(({ text }) => OTHERS.test(text))) return true;
  return holders.some((holder) => {
    const at = proof.clauses.indexOf(holder);
    const before = proof.clauses[at - 1];
    if (!before || !hasDeed(holder)) return true;
    return !clause.words.some(
      ({ word, tag, weight }) =>
        weight > 0.3 &&
        tag.startsWith("v") &&
        before.text.includes(word) &&
        proof.text.split(word).length === 2 &&
        !holdsWord(holder.text, word) &&
        !claim.clauses.some((one) => one !== clause && one.text.includes(word)),
    );
  });
}

/** 优先用于购买呼吸机,剩余部分用于护士培训: how the first part is used is not how the rest is. */
function restIsKept(clause: ReadClause, proof: Proof): boolean {
  const [best] = retold(clause, proof);
  if (!best || !OTHERS.test(best.text) || OTHER.test(clause.text)) return true;
  const before = proof.clauses[proof.clauses.indexOf(best) - 1];
  return !FIRST.test(clause.text) || !before || !FIRST.test(before.text);
}

function hasDeed({ words }: ReadClause): boolean {
  return words.some(({ tag, weight, word }) => tag.startsWith("v") && weight > 0.2 && !word.endsWith("有"));
}

function holdersOf(clause: ReadClause, all: readonly ReadClause[], text: string): ReadClause[] {
  return all.filter((one) =>
    one.figures.some((stated) =>
      clause.figures.some((figure) => isSameFigure(figure, { ...stated, change: figure.change }, text)),
    ),
  );
}

function besidesIsKept({ clause, claim, proof }: ClauseCheck): boolean {
  const { what = "", rest = "" } = BESIDES.exec(proof.text)?.groups ?? {};
  if (what === "" || KEEPS_BESIDES.test(claim.text)) return true;
  const told = clause.words.filter(({ weight }) => weight > 0.3);
  const isOf = (text: string, other: string) =>
    told.some(({ word }) => text.includes(word) && !other.includes(word)) ||
    clause.figures.some((figure) => text.includes(figure.text) && !other.includes(figure.text));
  return !(isOf(what, rest) && isOf(rest, what));
}
