/** The list of articles as admins see it, ten a page, and the list of removed ones. Pure. */
import type { RemovedArticle } from "../../core/admin-ports.js";
import type { ArticleHead, Language } from "../../core/types.js";
import { type ArticleWords, articleWords } from "../../i18n/article-words.js";
import { botWords } from "../../i18n/bot-words.js";
import { ALL, type ArticleFilter, programmesOf, selectArticles } from "../article-filter.js";
import { articleButton, type ListPlace } from "../article-taps.js";
import { describeDates, titleSpan } from "./answer-view.js";
import type { CardView } from "./evidence-view.js";
import { renderHtml, span } from "./html.js";
import { type Button, keyboardOf } from "./keyboard.js";
import { clip, dayOf, pageOf, rowsOf } from "./paging.js";

const PAGE_SIZE = 10;
const NUMBERS_IN_ROW = 5;
const MAX_PROGRAMMES = 10;
const MAX_TITLE_CHARS = 150;
const MAX_NAME_CHARS = 60;
const MAX_PROGRAMME_CHARS = 24;

/**
 * One page of the list.
 * @param removed how many articles are removed.
 */
export function renderArticleList(
  heads: readonly ArticleHead[],
  { page: wanted, filter }: ListPlace,
  removed: number,
  language: Language,
): CardView {
  const words = articleWords(language);
  const found = selectArticles(heads, filter);
  const { items, page, pages, first } = pageOf(found, wanted, PAGE_SIZE);
  const list = { page, filter };
  const spans = [span(`${headingOf(heads, filter, found.length, words)}\n`)];
  for (const [i, { title, author, programme, ...dates }] of items.entries()) {
    const about = [author, describeDates(dates, botWords(language)), programme].filter((part) => part !== undefined);
    const line = about.filter((part) => part !== "").map((part) => clip(part, MAX_NAME_CHARS));
    spans.push(span(`\n${first + i}. `), titleSpan(clip(title, MAX_TITLE_CHARS)));
    if (line.length > 0) spans.push(span(`\n    ${line.join(" · ")}`));
  }
  if (found.length === 0) spans.push(span(`\n${words.nothing}`));
  if (pages > 1) spans.push(span(`\n\n${words.page(page + 1, pages)}`));
  spans.push(span(`\n\n${words.hint}`, "italic"));
  const numbers = items.map(({ id }, i) => articleButton(String(first + i), { part: "card", id, list }));
  const keyboard = keyboardOf(
    ...rowsOf(numbers, NUMBERS_IN_ROW),
    turning(page, pages, words, (to) => articleButton(to.text, { part: "list", list: { page: to.page, filter } })),
    ...programmeRows(heads, filter, words),
    removed > 0 ? [articleButton(words.buttons.removed(removed), { part: "removed", page: 0 })] : [],
  );
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}

/**
 * One page of the removed articles, newest first.
 * @param since removals before this can not be undone any more.
 */
export function renderRemovedList(
  removals: readonly RemovedArticle[],
  wanted: number,
  since: number,
  language: Language,
): CardView {
  const words = articleWords(language);
  const { items, page, pages, first } = pageOf(removals, wanted, PAGE_SIZE);
  const spans = [span(removals.length === 0 ? words.noneRemoved : `${words.removedHeading(removals.length)}\n`)];
  for (const [i, { title, admin, at }] of items.entries()) {
    const about = [words.removedBy(admin, dayOf(at)), ...(at < since ? [words.onlyInFile] : [])];
    spans.push(span(`\n${first + i}. `), titleSpan(clip(title, MAX_TITLE_CHARS)), span(`\n    ${about.join(" · ")}`));
  }
  if (pages > 1) spans.push(span(`\n\n${words.page(page + 1, pages)}`));
  const restoring = items.flatMap(({ articleId: id, at }, i) =>
    at < since ? [] : [articleButton(words.buttons.restore(first + i), { part: "restore", id })],
  );
  const keyboard = keyboardOf(
    ...rowsOf(restoring, 3),
    turning(page, pages, words, (to) => articleButton(to.text, { part: "removed", page: to.page })),
    [articleButton(words.buttons.all, { part: "list", list: { page: 0, filter: ALL } })],
  );
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}

function headingOf(heads: readonly ArticleHead[], filter: ArticleFilter, found: number, words: ArticleWords): string {
  if (filter.kind === "all") return words.heading(found);
  if (filter.kind === "words") return words.found(filter.words, found);
  const programme = programmesOf(heads).find(({ key }) => key === filter.key)?.name ?? "";
  return words.ofProgramme(clip(programme, MAX_NAME_CHARS), found);
}

function turning(
  page: number,
  pages: number,
  { buttons }: ArticleWords,
  buttonTo: (to: { text: string; page: number }) => Button,
): Button[] {
  return [
    ...(page > 0 ? [buttonTo({ text: buttons.previous, page: page - 1 })] : []),
    ...(page < pages - 1 ? [buttonTo({ text: buttons.next, page: page + 1 })] : []),
  ];
}

/** A button for each programme when there are several to choose from, and the way back to all articles. */
function programmeRows(heads: readonly ArticleHead[], filter: ArticleFilter, words: ArticleWords): Button[][] {
  const programmes = programmesOf(heads).filter(({ key }) => filter.kind !== "programme" || key !== filter.key);
  const isChoice = programmes.length > 1 || filter.kind === "programme";
  const chosen = (isChoice ? programmes.slice(0, MAX_PROGRAMMES) : []).map(({ name, key }) =>
    articleButton(clip(name, MAX_PROGRAMME_CHARS), {
      part: "list",
      list: { page: 0, filter: { kind: "programme", key } },
    }),
  );
  const all = articleButton(words.buttons.all, { part: "list", list: { page: 0, filter: ALL } });
  return [...rowsOf(chosen, 2), filter.kind === "all" ? [] : [all]];
}
