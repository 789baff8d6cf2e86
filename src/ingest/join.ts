/** Two halves of a broken sentence become one text again, and what was done is noted for whoever must check it. */

/** A place where text was put together: the last and the first characters of its halves, at most twelve each. */
export interface Join {
  before: string;
  after: string;
}

/** No paragraph is this long: what goes on and on without a full stop is no running text. UTF-16 units. */
export const LONGEST_PARAGRAPH = 20_000;
const SHOWN = 12;
const LATIN_END = /[\p{Script=Latin}][,.;:!?'")\]]*$|\d[,;:)]?$/u;
const LATIN_START = /^["'([]?\p{Script=Latin}/u;
const WORD_END = /\p{Script=Latin}[,.;:!?'")\]]*$/u;

/**
 * Joins two halves: Chinese without a blank, Latin words with one. A number that was cut stays one number.
 * @example joinTexts("主要产业,产", "量大") // "主要产业,产量大"
 */
export function joinTexts(before: string, after: string): string {
  const end = before.slice(-8);
  const isApart = (LATIN_END.test(end) && LATIN_START.test(after)) || (WORD_END.test(end) && /^\d/u.test(after));
  return before.trimEnd() + (isApart ? " " : "") + after.trimStart();
}

/** The note of a join. */
export function joinAt(before: string, after: string): Join {
  return { before: before.slice(-SHOWN), after: after.slice(0, SHOWN) };
}
