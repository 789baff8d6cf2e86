/**
 * The parts of a sentence that a statement is bound to: sections end at semicolons, clauses at commas, colons and before
 * words that turn (但, 而). A 《title》, a “name” and a grouped number (5,000) are never cut. Expects folded text.
 */
import type { Span } from "./sentences.js";

/** A clause with the section it stands in, counted from 0. `end` is exclusive, punctuation left out. */
export interface Clause extends Span {
  section: number;
}

const BREAK = /[,;:。!?\n…]+|——|(?=但是|然而|不过|但(?!凡|愿)|却|而(?!且|言|是|成|产|来))/gu;

/**
 * Cuts a sentence into clauses, in order, empty ones left out.
 * @example splitClauses("产量大但知名度低;收购价高") // 产量大 · 但知名度低 (section 0) · 收购价高 (section 1)
 */
export function splitClauses(text: string): Clause[] {
  const titles = Array.from(
    text.matchAll(/《[^《》]*》|“[^“”,。;!?]{1,40}”/gu),
    ({ 0: title, index }) => [index, index + title.length] as const,
  );
  const clauses: Clause[] = [];
  let start = 0;
  let section = 0;
  const push = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) clauses.push({ start, end, section });
  };
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    if (titles.some(([from, to]) => index > from && index < to)) continue;
    if (mark === "," && /\d$/u.test(text.slice(0, index)) && /^\d{3}(?!\d)/u.test(text.slice(index + 1))) continue;
    if (mark === ":" && /\d$/u.test(text.slice(0, index)) && /^\d/u.test(text.slice(index + 1))) continue;
    push(index);
    start = index + mark.length;
    if (mark.includes(";")) section++;
  }
  push(text.length);
  return clauses;
}
