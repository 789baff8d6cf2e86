/** How often something is so: what is so now and then, as a rule or hardly at all stays that (偶尔停电, 几乎没有家长反对). */
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";

const HEDGES: readonly (readonly [hedge: RegExp, kept: RegExp])[] = [
  [/有望|有可能|可能(?!性)|或[将会可](?=\p{Script=Han})/u, /有望|可能|或|也许|预计|估计|希望|期望|机会/u],
  [/偶尔|偶有|有时|间或|时有|不时/u, /偶|有时|间或|时有|不时|可能/u],
  [/几乎(?=[不没未无全都所]|是)|很少|极少|鲜有|鲜少|罕有|难得|甚少/u, /几乎|很少|极少|鲜|罕|难得|甚少|少有|不多/u],
  [/优先(?=\p{Script=Han})/u, /优先|先|重点|主要/u],
  [
    /通常|往往|大多(?=[在由为是])|一般(?=[每为在需要可由情来都不\d])|基本上?(?=[不没都])/u,
    /通常|往往|大多|一般|基本|常|多[为在由]/u,
  ],
];

export function hedgesAreKept({ clause, proof }: ClauseCheck): boolean {
  const [best] = retold(clause, proof);
  return !best || HEDGES.every(([hedge, kept]) => !governs(hedge, best, clause) || kept.test(clause.text));
}

/** Whether something that the claim says stands behind the word. */
function governs(hedge: RegExp, one: ReadClause, clause: ReadClause): boolean {
  const at = one.text.search(hedge);
  if (at < 0) return false;
  const behind = one.text.slice(at);
  const isTold = clause.words.some(({ word, weight }) => (weight > 0.3 || word.length > 1) && behind.includes(word));
  return isTold || clause.figures.some(({ text }) => behind.includes(text));
}
