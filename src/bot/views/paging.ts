/** What lists have in common: which part of a long one is shown, and how much of a long text; days. Pure. */

/** A page of a list. */
export interface Page<Item> {
  items: readonly Item[];
  /** From 0. */
  page: number;
  pages: number;
  /** Number of its first item in the whole list, from 1. */
  first: number;
}

/** @param wanted from 0; one beyond the end is the last, since the list may have become shorter. */
export function pageOf<Item>(list: readonly Item[], wanted: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const page = Math.min(Math.max(wanted, 0), pages - 1);
  return { items: list.slice(page * size, (page + 1) * size), page, pages, first: page * size + 1 };
}

/** A row cut into rows of at most `length`. */
export function rowsOf<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, i) => items.slice(i * length, (i + 1) * length));
}

/** At most so many characters; what is longer ends with an ellipsis. */
export function clip(text: string, maxChars: number): string {
  // A text may be a whole file: none of these characters lies beyond twice as many units.
  const characters = Array.from(text.slice(0, 2 * maxChars + 2));
  return characters.length <= maxChars ? text : `${characters.slice(0, maxChars).join("")}…`;
}

/**
 * The same on one line and in UTF-16 units, as Telegram counts: for what must fit into a message beside others. No
 * character is cut in two.
 */
export function clipLine(text: string, maxUnits: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= maxUnits ? line : `${line.slice(0, maxUnits - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** The day of a moment, YYYY-MM-DD, UTC. @param ms since the epoch. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
