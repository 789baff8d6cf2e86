/** A long list in pages: which part of it is shown. Pure. */

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
  const characters = Array.from(text);
  return characters.length <= maxChars ? text : `${characters.slice(0, maxChars).join("")}…`;
}
