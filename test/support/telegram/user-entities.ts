/**
 * The entities that Telegram finds in a person's text by itself: commands, mentions, links.
 */
import type { Entity } from "./model.js";

const PATTERNS: [type: string, pattern: RegExp][] = [
  ["bot_command", /(?<=^|[\s(])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![A-Za-z0-9_/@])/g],
  ["mention", /(?<=^|[^A-Za-z0-9_/@])@[A-Za-z0-9_]{3,32}(?![A-Za-z0-9_])/g],
  ["url", /https?:\/\/[^\s]+/g],
];

/** Entities in order of their place. */
export function detectEntities(text: string): Entity[] {
  return PATTERNS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length })),
  ).toSorted((a, b) => a.offset - b.offset);
}
