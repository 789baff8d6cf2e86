/**
 * Which articles an admin's list shows: all, those that a search finds, or those of one programme. A filter is small enough
 * to travel in a button beside an article's id. Pure.
 */
import { createHash } from "node:crypto";
import type { ArticleHead } from "../core/types.js";
import { foldText } from "../text/normalize.js";

/** Words are folded; a programme is known by a key, since its name may be longer than a button holds. */
export type ArticleFilter = { kind: "all" } | { kind: "words"; words: string } | { kind: "programme"; key: string };

export const ALL: ArticleFilter = { kind: "all" };

/** Bytes of UTF-8 of a search: nine Chinese characters. Longer ones are cut, and lists say what was searched for. */
const MAX_WORDS_BYTES = 28;

/** A search; no words are all articles. */
export function wordsFilter(text: string): ArticleFilter {
  let words = "";
  for (const character of foldText(text).replace(/\s+/gu, " ").trim()) {
    if (Buffer.byteLength(words + character) > MAX_WORDS_BYTES) break;
    words += character;
  }
  return words === "" ? ALL : { kind: "words", words: words.trim() };
}

/** Articles that a filter lets through, in their order. All words of a search must stand somewhere in what is known. */
export function selectArticles(heads: readonly ArticleHead[], filter: ArticleFilter): readonly ArticleHead[] {
  if (filter.kind === "programme") {
    return heads.filter(({ programme }) => programme !== undefined && keyOf(programme) === filter.key);
  }
  if (filter.kind === "all") return heads;
  const words = filter.words.split(" ");
  return heads.filter(({ title, subtitle, author, programme, outlet, source, aliases }) => {
    const known = [title, subtitle, author, programme, outlet, source, ...aliases];
    const text = foldText(known.filter((part) => part !== undefined).join("\n"));
    return words.every((word) => text.includes(word));
  });
}

/** The programmes of these articles, each once, in their order. */
export function programmesOf(heads: readonly ArticleHead[]): { name: string; key: string }[] {
  const names = new Set(heads.flatMap(({ programme }) => (programme === undefined ? [] : [programme])));
  return Array.from(names, (name) => ({ name, key: keyOf(name) }));
}

/** A filter as a field of a button; empty for all. It may hold colons: it comes last. */
export function writeFilter(filter: ArticleFilter): string {
  if (filter.kind === "all") return "";
  return filter.kind === "words" ? `w${filter.words}` : `p${filter.key}`;
}

/** Reads it; anything else, also forged, is all. */
export function readFilter(field: string): ArticleFilter {
  if (field.startsWith("w")) return wordsFilter(field.slice(1));
  return /^p[\da-f]{8}$/.test(field) ? { kind: "programme", key: field.slice(1) } : ALL;
}

function keyOf(programme: string): string {
  return createHash("sha256").update(programme).digest("hex").slice(0, 8);
}
