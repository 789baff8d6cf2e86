/** One article as admins see it: what is known of it, how it is used, its text, and the question whether to remove it. Pure. */
import type { Article, Language } from "../../core/types.js";
import { type ArticleField, type ArticleWords, articleWords } from "../../i18n/article-words.js";
import { articleButton, type ListPlace } from "../article-taps.js";
import { titleSpan } from "./answer-view.js";
import type { CardView } from "./evidence-view.js";
import { renderHtml, type Span, span } from "./html.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { clip, dayOf } from "./paging.js";
import { splitSpans } from "./split.js";

/** An article and what else its card says. */
export interface ArticleCard {
  article: Article;
  /** Oldest first; milliseconds. */
  revisions: readonly { revision: number; at: number }[];
  chunks: number;
  uses: { answers: number; badVotes: number };
}

const FIELDS: readonly ArticleField[] = [
  "subtitle",
  "author",
  "published",
  "eventDates",
  "outlet",
  "programme",
  "url",
  "source",
];
const MAX_VALUE_CHARS = 200;
const MAX_EVENT_DATES = 5;
/** Newest. */
const MAX_REVISIONS = 10;
/** A page that is read on a phone without losing one's place. UTF-16 units. */
const PAGE_CHARS = 2500;

/** The card. @param list where it was opened from. */
export function renderArticleCard(card: ArticleCard, list: ListPlace, language: Language): CardView {
  const words = articleWords(language);
  const { article, revisions, chunks, uses } = card;
  const { id } = article;
  const lines = FIELDS.flatMap((name) => {
    const value = valueOf(article, name, words);
    return value === "" ? [] : [words.field(words.fields[name], clip(value, MAX_VALUE_CHARS))];
  });
  const days = revisions.map(({ at }) => dayOf(at)).slice(-MAX_REVISIONS);
  lines.push(words.revisions(days), words.chunks(chunks), words.uses(uses.answers, uses.badVotes));
  const { buttons } = words;
  const keyboard = keyboardOf(
    [
      articleButton(buttons.wholeText, { part: "text", id, page: 0, list }),
      articleButton(buttons.remove, { part: "confirm", id, list }),
    ],
    [articleButton(buttons.back, { part: "list", list })],
  );
  return withKeyboard([titleSpan(clip(article.title, MAX_VALUE_CHARS)), span(`\n${lines.join("\n")}`)], keyboard);
}

/** A page of the whole text, from 0; beyond the last: the last. */
export function renderArticleText(article: Article, wanted: number, list: ListPlace, language: Language): CardView {
  const words = articleWords(language);
  const { id } = article;
  const pages = splitSpans([span(article.text.replaceAll("\n", "\n\n"))], PAGE_CHARS);
  const page = Math.min(wanted, pages.length - 1);
  const to = (text: string, at: number) => articleButton(text, { part: "text", id, page: at, list });
  const keyboard = keyboardOf(
    [
      ...(page > 0 ? [to(words.buttons.previous, page - 1)] : []),
      ...(page < pages.length - 1 ? [to(words.buttons.next, page + 1)] : []),
    ],
    [articleButton(words.buttons.card, { part: "card", id, list })],
  );
  const below = pages.length > 1 ? [span(`\n\n${words.page(page + 1, pages.length)}`, "italic")] : [];
  const title = titleSpan(clip(article.title, MAX_VALUE_CHARS));
  return withKeyboard([title, span("\n\n"), ...(pages[page] ?? []), ...below], keyboard);
}

/** Asks once more before an article is removed. */
export function renderConfirmation({ id, title }: Article, list: ListPlace, language: Language): CardView {
  const words = articleWords(language);
  const keyboard = keyboardOf([
    articleButton(words.buttons.confirm, { part: "remove", id }),
    articleButton(words.buttons.keep, { part: "card", id, list }),
  ]);
  return withKeyboard([span(words.confirm(titleSpan(clip(title, MAX_VALUE_CHARS)).text))], keyboard);
}

function valueOf(article: Article, name: ArticleField, words: ArticleWords): string {
  if (name !== "eventDates") return article[name] ?? "";
  return article.published === undefined ? words.list(article.eventDates.slice(0, MAX_EVENT_DATES)) : "";
}

function withKeyboard(spans: readonly Span[], keyboard: Keyboard | undefined): CardView {
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}
