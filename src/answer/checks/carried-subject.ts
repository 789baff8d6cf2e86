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
  if (lead.length === 0 || isOnlyCounted(clause) || ATTRIBUTE.test(lead.at(-1)?.word ?? "")) return before;
  return lead.filter(
    ({ word, isInName }) => word.length > 1 && !isInName && !names.some((name) => name.includes(word)),
  );
}

/** Whether a clause is about what was handed on to it, whatever else it begins with. */
export function goesOn(clause: ReadClause): boolean {
  return !REFERS.test(clause.text) && (leadOf(clause).length === 0 || isOnlyCounted(clause));
}

/** 敬老院有床位80张,|护工28名: they are another thing that the home has. */
function isOnlyCounted({ text, figures, start, words }: ReadClause): boolean {
  const [figure] = figures;
  if (figures.length !== 1 || !figure || /^(?:[%元岁次场轮趟]|$)|元$/u.test(figure.unit)) return false;
  if (words.some(({ tag }) => /^v(?!n)/u.test(tag))) return false;
  return figure.end - start === text.length && /^\p{Script=Han}{2,6}$/u.test(text.slice(0, figure.start - start));
}

/** Whether a claim has this word, or another for it, as a word of its own. */
export function speaksOf(word: string, { clauses }: Reading): boolean {
  return clauses.some(({ words }) => words.some((one) => one.word === word || synonymsOf(word).has(one.word)));
}
