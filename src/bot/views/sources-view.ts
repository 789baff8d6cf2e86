/** The list of articles, a page at a time, and the buttons that turn the pages. Pure. */
import type { Article } from "../../core/types.js";
import type { BotWords } from "../../i18n/bot-words.js";
import { actionButton } from "../callback-data.js";
import { describeDates, titleSpan } from "./answer-view.js";
import { renderHtml, span } from "./html.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { clip, pageOf } from "./paging.js";

/** Articles on one page. */
export const PAGE_SIZE = 10;

/** A title longer than this is cut here: a page must fit into one message. UTF-16 units. */
const MAX_TITLE_CHARS = 150;
const MAX_AUTHOR_CHARS = 60;

/** What an article is listed by. */
export type SourceEntry = Pick<Article, "title" | "author" | "published" | "eventDates">;

/**
 * One page of the list.
 * @param page from 0; one beyond the end shows the last, since the list may have become shorter.
 * @returns no keyboard when everything stands on one page.
 */
export function renderSources(
  articles: readonly SourceEntry[],
  page: number,
  words: BotWords,
): { html: string; keyboard?: Keyboard } {
  if (articles.length === 0) return { html: renderHtml([span(words.noSources)]) };
  const { items, page: shown, pages, first } = pageOf(articles, page, PAGE_SIZE);
  const spans = [span(`${words.sourcesHeading(articles.length)}\n`)];
  for (const [i, article] of items.entries()) {
    const author = clip(article.author ?? "", MAX_AUTHOR_CHARS);
    const about = [author, clip(describeDates(article, words), MAX_AUTHOR_CHARS)].filter((part) => part !== "");
    const line = about.length === 0 ? "" : `\n    ${about.join(" · ")}`;
    spans.push(span(`\n${first + i}. `), titleSpan(clip(article.title, MAX_TITLE_CHARS)), span(line));
  }
  if (pages === 1) return { html: renderHtml(spans) };
  spans.push(span(`\n\n${words.page(shown + 1, pages)}`));
  const row = [
    ...(shown > 0 ? [actionButton(words.previous, "sources", shown - 1)] : []),
    ...(shown < pages - 1 ? [actionButton(words.next, "sources", shown + 1)] : []),
  ];
  const keyboard = keyboardOf(row);
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}
