/** The subject that a clause hands on to those behind it: 茶农参加了培训,获得了补贴 speaks of 茶农 all along. */
import { synonymsOf } from "../../text/synonyms.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import { leadOf } from "./leads.js";
import { ATTRIBUTE } from "./told.js";

/** It says by itself of whom it goes on. */
const REFERS = /^(?:当地|其中|其余|该|本|他|她|它)/u;

/** What a clause with this one before it is about when it names no subject itself. Names are left out: they are compared as such. */
export function subjectHandedOn(
  clause: ReadClause,
  before: readonly PlacedWord[],
  names: readonly string[],
): readonly PlacedWord[] {
  const lead = leadOf(clause);
  if (lead.length === 0 || ATTRIBUTE.test(lead.at(-1)?.word ?? "")) return before;
  return lead.filter(
    ({ word, isInName }) => word.length > 1 && !isInName && !names.some((name) => name.includes(word)),
  );
}

/** The words that a clause is about: its own, else those that were handed on to it. */
export function subjectOf(clause: ReadClause, handedOn: readonly PlacedWord[]): readonly PlacedWord[] {
  const own = leadOf(clause);
  return own.length > 0 || REFERS.test(clause.text) ? own : handedOn;
}

/** Whether a claim has this word, or another for it, as a word of its own. */
export function speaksOf(word: string, { clauses }: Reading): boolean {
  return clauses.some(({ words }) => words.some((one) => one.word === word || synonymsOf(word).has(one.word)));
}
