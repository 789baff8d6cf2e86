/**
 * Cuts formatted text into messages. Telegram allows 4096 UTF-16 units after tags and entities were parsed, which is
 * what spans hold: so cutting happens before rendering, and no cut can fall into a tag or an entity. In order of
 * preference between paragraphs, between lines, between sentences, between graphemes.
 */
import { splitSentences } from "../../text/sentences.js";
import type { Span } from "./html.js";

/** UTF-16 units of one message, tags not counted. */
export const MAX_MESSAGE_CHARS = 4096;

/** A part shorter than this share of the limit is too short for the sake of a nicer place to cut. */
const WORTH_FILLING = 0.5;

/** UTF-16 units. */
const LOOK_AHEAD = 256;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/**
 * Parts of at most `limit` units each, in order, without blank parts and without white space at their ends; nothing else
 * is lost. One part when everything fits; none when there is nothing to show.
 * @param limit at least 2, so that a surrogate pair fits.
 */
export function splitSpans(spans: readonly Span[], limit: number = MAX_MESSAGE_CHARS): Span[][] {
  const text = spans.map((span) => span.text).join("");
  const parts: Span[][] = [];
  let start = 0;
  while (start < text.length) {
    const end = text.length - start <= limit ? text.length : start + cutWithin(text, spans, start, limit);
    const part = trim(text, start, end);
    if (part.start < part.end) parts.push(sliceSpans(spans, part.start, part.end));
    start = end;
  }
  return parts;
}

/** How many units of the text from `start` go into this part; more than `limit` units are left. */
function cutWithin(text: string, spans: readonly Span[], start: number, limit: number): number {
  // What stands right behind the limit decides whether a sentence or a grapheme ends before it.
  const window = text.slice(start, start + limit + LOOK_AHEAD);
  const isWhole = wholeGraphemes(window, limit);
  const lastOf = (places: readonly number[], least: number) =>
    places.findLast((place) => place >= least && place <= limit && isWhole.has(place));
  const filled = limit * WORTH_FILLING;
  const lines = placesAfter(window, /\n/g).filter((place) => !isBeforeQuote(spans, start + place));
  const sentences = sentenceEnds(window).filter((place) => !isBeforeQuote(spans, start + place + 1));
  const good = lastOf(placesAfter(window, /\n\n/g), filled) ?? lastOf(lines, filled) ?? lastOf(sentences, 1);
  if (good !== undefined) return good;
  // One grapheme may be longer than a message (a letter with thousands of accents): then only pairs are kept whole.
  const longest = Math.max(0, ...isWhole);
  return longest > 0 ? longest : limit - (isHighSurrogate(window.charCodeAt(limit - 1)) ? 1 : 0);
}

/** The last sentence of a window ends where the window does: that is no end. */
function sentenceEnds(window: string): number[] {
  return splitSentences(window)
    .slice(0, -1)
    .map(({ end }) => end);
}

function placesAfter(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
}

/** A title line stays with the quote under it. */
function isBeforeQuote(spans: readonly Span[], place: number): boolean {
  let at = 0;
  for (const { text, style } of spans) {
    if (at === place && style === "quote") return true;
    at += text.length;
  }
  return false;
}

/** Ends of graphemes, from 1 to `limit`; `text` is longer than that. */
function wholeGraphemes(text: string, limit: number): Set<number> {
  const starts = Array.from(graphemes.segment(text), ({ index }) => index);
  return new Set(starts.filter((index) => index > 0 && index <= limit));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}

function sliceSpans(spans: readonly Span[], start: number, end: number): Span[] {
  const part: Span[] = [];
  let at = 0;
  for (const { text, style } of spans) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (piece !== "") part.push({ text: piece, style });
    at += text.length;
  }
  return part;
}
