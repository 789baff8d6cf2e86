/** What an upload was understood to be: its articles, what they repeat, what was healed, what to check. Pure. */
import type { IntakeArticle, IntakeDuplicate } from "../../core/intake-ports.js";
import type { Language } from "../../core/types.js";
import { type UploadWords, uploadWords } from "../../i18n/upload-words.js";
import { markTitle } from "../../text/title-marks.js";
import type { UploadState } from "../upload-state.js";
import { uploadButton } from "../upload-taps.js";
import { titleSpan } from "./answer-view.js";
import type { CardView } from "./evidence-view.js";
import { renderHtml, type Span, span } from "./html.js";
import { keyboardOf } from "./keyboard.js";
import { clip, pageOf, rowsOf } from "./paging.js";

/** Articles on one page, each with a button. */
const PAGE_SIZE = 6;
const MAX_TITLE_CHARS = 80;
const MAX_VALUE_CHARS = 60;
const MAX_OPENING_CHARS = 40;
const MAX_JOINS = 5;
const MAX_JOIN_CHARS = 12;
/** An article with fewer characters is hardly one. */
const VERY_SHORT = 80;

/** One page of the preview, from 0. */
export function renderUpload(
  { id, name, url }: { id: string; name: string; url?: string },
  state: UploadState,
  duplicates: readonly IntakeDuplicate[],
  wanted: number,
  language: Language,
): CardView {
  const words = uploadWords(language);
  const { articles, version } = state;
  const { items, page, pages, first } = pageOf(articles, wanted, PAGE_SIZE);
  const spans = [span(`${words.received(clip(url ?? name, MAX_VALUE_CHARS))}\n${words.understood(articles.length)}\n`)];
  for (const [i, article] of items.entries()) {
    const repeated = duplicates.filter((duplicate) => duplicate.article === first - 1 + i);
    spans.push(span(`\n${first + i}. `), ...articleSpans(article, repeated, words), span("\n"));
  }
  const notes = [...joinLines(state, words), ...warningLines(state, words)];
  if (notes.length > 0) spans.push(span(`\n${notes.join("\n")}`));
  if (pages > 1) spans.push(span(`\n\n${words.page(page + 1, pages)}`));
  const { buttons } = words;
  const keyboard = keyboardOf(
    ...(duplicates.length === 0
      ? [[uploadButton(buttons.publish, { part: "publish", id, version })]]
      : [
          [uploadButton(buttons.replace, { part: "replace", id, version })],
          [uploadButton(buttons.publishBeside, { part: "publish", id, version })],
        ]),
    ...rowsOf(
      items.map((_, i) => uploadButton(buttons.edit(first + i), { part: "article", id, n: first - 1 + i })),
      3,
    ),
    [
      ...(page > 0 ? [uploadButton(buttons.previous, { part: "preview", id, page: page - 1 })] : []),
      ...(page < pages - 1 ? [uploadButton(buttons.next, { part: "preview", id, page: page + 1 })] : []),
    ],
    [uploadButton(buttons.drop, { part: "drop", id })],
  );
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}

function articleSpans(article: IntakeArticle, repeated: readonly IntakeDuplicate[], words: UploadWords): Span[] {
  const { title, author, published, outlet, programme, paragraphs } = article;
  const value = (name: "author" | "published" | "outlet" | "programme", given: string | undefined) =>
    words.field(words.about[name], clip(given ?? words.notGiven, MAX_VALUE_CHARS));
  const opening = paragraphs.map(({ text }) => text).join(" ");
  const lines = [
    `${value("author", author)} · ${value("published", published)}`,
    [outlet === undefined ? "" : value("outlet", outlet), programme === undefined ? "" : value("programme", programme)]
      .filter((part) => part !== "")
      .join(" · "),
    words.size(lengthOf(article), paragraphs.length),
    words.begins(clip(opening, MAX_OPENING_CHARS)),
    ...repeated
      .slice(0, 1)
      .map(({ kind, title: known, overlap }) =>
        words.duplicate[kind](markTitle(clip(known, MAX_VALUE_CHARS)), Math.round(overlap * 100)),
      ),
  ];
  const shown = lines.filter((line) => line !== "").map((line) => `\n    ${line}`);
  return [titleSpan(clip(title, MAX_TITLE_CHARS)), span(shown.join(""))];
}

function joinLines({ joins, joined }: UploadState, words: UploadWords): string[] {
  if (joined === 0) return [];
  const end = (text: string) => Array.from(text).slice(-MAX_JOIN_CHARS).join("");
  const start = (text: string) => Array.from(text).slice(0, MAX_JOIN_CHARS).join("");
  const places = joins.slice(0, MAX_JOINS).map(({ before, after }) => words.joinedPlace(end(before), start(after)));
  return [words.joined(joined), ...places];
}

function warningLines({ articles, warnings }: UploadState, words: UploadWords): string[] {
  const numbersOf = (isSo: (article: IntakeArticle) => boolean) =>
    articles.flatMap((article, i) => (isSo(article) ? [i + 1] : [])).slice(0, 20);
  const found = {
    noHeadline: numbersOf(({ isUntitled }) => isUntitled === true),
    noByline: numbersOf(({ author }) => author === undefined),
    veryShort: numbersOf((article) => lengthOf(article) < VERY_SHORT),
  };
  const checks = (["noHeadline", "noByline", "veryShort"] as const).filter((check) => found[check].length > 0);
  const lines = [
    ...warnings.map((warning) => words.warning(warning)),
    ...checks.map((check) => words.checks[check](found[check])),
  ];
  return lines.length === 0 ? [] : [words.warnings, ...lines.map((line) => `· ${line}`)];
}

/** Blanks not counted, and of a character of two units only the first. */
function lengthOf({ paragraphs }: IntakeArticle): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replaceAll(/[\s\uDC00-\uDFFF]+/g, "").length, 0);
}
