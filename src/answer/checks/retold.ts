/** Which clauses of a sentence a clause of the claim retells. */
import { cuesOf } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { coverageBy } from "./wording.js";

const NO_WORDS: ReadonlySet<string> = new Set();

const known = new WeakMap<ReadClause, WeakMap<Proof, ReadClause[]>>();

/** The clauses that this clause of the claim retells, the one that covers most of it first. Several checks ask for them. */
export function retold(clause: ReadClause, proof: Proof): readonly ReadClause[] {
  const ofClause = known.get(clause) ?? new WeakMap<Proof, ReadClause[]>();
  known.set(clause, ofClause);
  const told = ofClause.get(proof) ?? findRetold(clause, proof);
  ofClause.set(proof, told);
  return told;
}

function findRetold(clause: ReadClause, proof: Proof): ReadClause[] {
  const unturned = { ...clause, words: clause.words.filter((word) => !isDirection(word)) };
  const masses = proof.clauses
    .map((one) => ({ one, mass: coverageBy(unturned, one.text, NO_WORDS) + figureBonus(clause, one) }))
    .toSorted((a, b) => b.mass - a.mass);
  const least = Math.max(0.2, (masses[0]?.mass ?? 0) * 0.6);
  return masses.filter(({ one, mass }) => mass >= least || figureBonus(clause, one) > 0).map(({ one }) => one);
}

/** Where a direction stands says nothing about which clause is retold. */
function isDirection(word: PlacedWord): boolean {
  const cues = cuesOf(word);
  return cues.has("up") || cues.has("down");
}

export function figureBonus(clause: ReadClause, other: ReadClause): number {
  const same = clause.figures.filter((a) => other.figures.some((b) => a.value === b.value));
  return clause.figures.length === 0 ? 0 : (0.3 * same.length) / clause.figures.length;
}

/** The content words of the clause that the sentence has only in clauses of this kind. */
export function hasWordOnlyIn(clause: ReadClause, proof: Proof, isKind: (one: ReadClause) => boolean): boolean {
  const kind = proof.clauses.filter(isKind);
  if (kind.length === 0) return false;
  const others = proof.clauses.filter((one) => !isKind(one));
  return clause.words.some(
    ({ word, weight, isInName }) =>
      weight > 0.3 &&
      !isInName &&
      kind.some(({ text }) => text.includes(word)) &&
      !others.some(({ text }) => text.includes(word)) &&
      !proof.context.includes(word),
  );
}

/** Whether a clause is among those retold, or holds a content word of the claim that is no name. */
export function isTold(clause: ReadClause, one: ReadClause, told: readonly ReadClause[]): boolean {
  return told.includes(one) || clause.words.some(({ word, weight }) => weight > 0.3 && one.text.includes(word));
}
