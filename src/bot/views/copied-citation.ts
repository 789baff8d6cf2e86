/** A citation as it is put into the clipboard: the quote, who wrote it, where and when, within Telegram's 256 characters. Pure. */
import type { Citation } from "../../core/types.js";
import { findFigures } from "../../text/figures.js";
import { foldText, stripInvisible } from "../../text/normalize.js";
import { markTitle } from "../../text/title-marks.js";

/** Telegram's limit, in UTF-16 units to be on the safe side. */
export const MAX_COPIED_CHARS = 256;

const MAX_AUTHOR_CHARS = 30;
const MAX_DATE_CHARS = 40;
const MAX_TITLE_CHARS = 60;

const words = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * @param date as shown; empty when unknown.
 * @param statements what the quote proves: when it must be cut, the figure that they name stays.
 * @example copiedCitation(citation, "2023-02-28", []) // “累计孵化339名。”——皮磊《商业向善》，2023-02-28
 */
export function copiedCitation(citation: Citation, date: string, statements: readonly string[]): string {
  const author = cut(oneLine(citation.author ?? ""), MAX_AUTHOR_CHARS);
  const title = markTitle(cut(oneLine(citation.title), MAX_TITLE_CHARS));
  const day = cut(oneLine(date), MAX_DATE_CHARS);
  const from = `——${author}${title}${day === "" ? "" : `\uFF0C${day}`}`;
  const quote = oneLine(citation.quote);
  const room = MAX_COPIED_CHARS - from.length - 2;
  return `“${shortenAround(quote, placeOfFigure(quote, statements), room)}”${from}`;
}

function oneLine(text: string): string {
  return stripInvisible(text.replace(/\p{Cs}/gu, "\uFFFD"))
    .replace(/\s+/gu, " ")
    .trim();
}

function cut(text: string, maxChars: number): string {
  return shortenAround(text, 0, maxChars);
}

/** Where the figure stands that is proven, else the first one, else the beginning. */
function placeOfFigure(quote: string, statements: readonly string[]): number {
  const claimed = statements.flatMap((text) => findFigures(foldText(text))).map(({ value }) => value);
  const figures = findFigures(foldText(quote));
  const figure = figures.find(({ value }) => claimed.includes(value)) ?? figures[0];
  const at = figure === undefined ? -1 : quote.indexOf(figure.text);
  return at >= 0 ? at : Math.max(0, quote.search(/\d/));
}

/** At most `maxChars` units of `text` around the word at `place`, whole words, with an ellipsis where something was left out. */
function shortenAround(text: string, place: number, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const borders = [...Array.from(words.segment(text), ({ index }) => index), text.length];
  const at = (i: number) => borders[i] ?? 0;
  const room = maxChars - 2;
  let first = Math.max(
    0,
    borders.findLastIndex((index) => index <= place),
  );
  let last = Math.min(first + 1, borders.length - 1);
  if (at(last) - at(first) > room) return `${withoutHalfPair(text.slice(at(first), at(first) + room))}…`;
  for (;;) {
    const canFollow = last < borders.length - 1 && at(last + 1) - at(first) <= room;
    if (canFollow) last++;
    const canPrecede = first > 0 && at(last) - at(first - 1) <= room;
    if (canPrecede) first--;
    if (!canFollow && !canPrecede) break;
  }
  return `${first > 0 ? "…" : ""}${text.slice(at(first), at(last)).trim()}${last < borders.length - 1 ? "…" : ""}`;
}

function withoutHalfPair(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}
