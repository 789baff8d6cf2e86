/**
 * Sentences with their places in the text. Chinese news first: a sentence ends at 。！？!? or an ellipsis, together
 * with the quotes and brackets that close behind it; a very long one also ends at its semicolons, since a reader
 * should not have to search the proof. Never across a line feed.
 */

/** A stretch of text, UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Part of an index's manifest: change it whenever the same text gives other sentences. */
export const SENTENCES_VERSION = "2";

/** A sentence longer than this is cut at its semicolons as well. UTF-16 units. */
export const LONG_SENTENCE = 120;

const CLOSERS = "”’\"'」』）)》〉】］]";
const TERMINATOR = /[。！？!?]+|…+|[.](?=\s+["“'(]?[A-Z])|[.](?=["”')]*\s*$)/gu;
const SEMICOLON = /[；;]/gu;

/**
 * Splits text into sentences. Spans are in order, do not overlap, hold no blank at either end, and leave out nothing
 * but white space.
 * @param offset added to every place, when `text` is a part of something longer. Default 0.
 * @example splitSentences("“好。”他说。完") // spans of “好。” / 他说。 / 完
 */
export function splitSentences(text: string, offset = 0): Span[] {
  const spans: Span[] = [];
  let lineStart = 0;
  for (const line of text.split("\n")) {
    for (const sentence of cutAfter(line, TERMINATOR)) {
      const words = line.slice(sentence.start, sentence.end);
      const parts = words.length > LONG_SENTENCE ? cutAfter(words, SEMICOLON) : [{ start: 0, end: words.length }];
      for (const part of parts) {
        const span = trimSpan(text, lineStart + sentence.start + part.start, lineStart + sentence.start + part.end);
        if (span) spans.push({ start: span.start + offset, end: span.end + offset });
      }
    }
    lineStart += line.length + 1;
  }
  return spans;
}

/** Cuts a line behind every match and the closing quotes and brackets that follow it; never within a 《title?》. */
function cutAfter(line: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  const titles = Array.from(
    line.matchAll(/《[^《》]*》/gu),
    ({ 0: title, index }) => [index, index + title.length - 1] as const,
  );
  let start = 0;
  for (const match of line.matchAll(pattern)) {
    let end = match.index + match[0].length;
    if (end <= start || titles.some(([from, to]) => match.index > from && match.index < to)) continue;
    while (end < line.length && CLOSERS.includes(line.charAt(end))) end++;
    spans.push({ start, end });
    start = end;
  }
  if (start < line.length) spans.push({ start, end: line.length });
  return spans;
}

function trimSpan(text: string, start: number, end: number): Span | undefined {
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === "") return undefined;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}
