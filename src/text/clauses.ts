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
  let title = 0;
  const push = (end: number) => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) clauses.push({ start, end, section });
  };
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    // Both go forward: each title is looked at once.
    while ((titles[title]?.[1] ?? text.length) <= index) title++;
    if (index > (titles[title]?.[0] ?? text.length)) continue;
    if (isInNumber(mark, text, index)) continue;
    push(index);
    start = index + mark.length;
    if (mark.includes(";")) section++;
  }
  push(text.length);
  return clauses;
}

/** 5,000 and 10:30. Only what stands right beside the mark is looked at: a text may be all digits and commas. */
function isInNumber(mark: string, text: string, index: number): boolean {
  if (!/\d/u.test(text.charAt(index - 1))) return false;
  const behind = text.slice(index + 1, index + 5);
  return (mark === "," && /^\d{3}(?!\d)/u.test(behind)) || (mark === ":" && /^\d/u.test(behind));
}
