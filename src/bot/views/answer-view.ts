/**
 * An answer as messages: what was found with its [n], then each article with the sentences that prove it. A refusal and
 * small talk stand alone. Pure: dates come from the caller, who can look articles up.
 */
import { type AnswerRecord, PROVEN_KINDS } from "../../core/audience-ports.js";
import type { Article, Citation } from "../../core/types.js";
import { answerWords } from "../../i18n/answer-words.js";
import { type BotWords, botWords } from "../../i18n/bot-words.js";
import { markTitle } from "../../text/title-marks.js";
import { type AnswerAudience, answerKeyboard } from "./answer-keyboard.js";
import { renderHtml, type Span, span } from "./html.js";
import type { Keyboard } from "./keyboard.js";
import { splitSpans } from "./split.js";

/** What is known of an article's time. */
export type ArticleDates = Pick<Article, "published" | "eventDates">;

/** Event dates that are shown at most; they are a hint, not a list. */
const MAX_EVENT_DATES = 2;

/** An answer as it is sent. */
export interface AnswerView {
  /** HTML, in order; at least one. */
  messages: string[];
  /** Under the last message. */
  keyboard?: Keyboard;
}

/** How an answer is shown. */
export interface AnswerOptions extends AnswerAudience {
  /** A line above it, for an answer that nobody asked for just now. */
  lead?: string;
  /** Its text with formatting. Default as it is. */
  body?: readonly Span[];
}

/**
 * The messages of an answer.
 * @param datesOf dates of the cited revision; undefined when nothing is known.
 */
export function renderAnswer(
  answer: AnswerRecord,
  datesOf: (citation: Citation) => ArticleDates | undefined,
  { lead, body = [span(answer.text.trim())], ...audience }: AnswerOptions = {},
): AnswerView {
  const isProven = PROVEN_KINDS.includes(answer.kind);
  const words = botWords(answer.language);
  const spans = [...(lead === undefined ? [] : [span(lead, "italic"), span("\n\n")]), ...body];
  for (const note of notesOf(answer)) spans.push(span("\n\n"), span(note, "italic"));
  if (isProven && answer.citations.length > 0) {
    spans.push(span("\n\n"), span(words.sources, "bold"), span("\n"));
    spans.push(...groupByArticle(answer.citations).flatMap((group) => sourceCard(group, answer.text, datesOf, words)));
  }
  const parts = splitSpans(spans).map(renderHtml);
  const keyboard = answerKeyboard(answer, audience);
  return { messages: parts.length > 0 ? parts : [renderHtml([span(words.failed)])], ...(keyboard && { keyboard }) };
}

/** What the reader should know about an answer besides itself: it comes after it. */
function notesOf({ kind, language, notice }: AnswerRecord): string[] {
  if (!PROVEN_KINDS.includes(kind)) return [];
  const words = answerWords(language);
  const isForeign = kind === "extractive" && language === "en";
  return [...(notice ? [words.notices[notice]] : []), ...(isForeign ? [words.quotesAreChinese] : [])];
}

/** When an article is from: as published, else the days that its text names, marked as such; empty when neither is known. */
export function describeDates(dates: ArticleDates | undefined, words: BotWords): string {
  if (dates?.published !== undefined) return dates.published;
  const events = dates?.eventDates.slice(0, MAX_EVENT_DATES) ?? [];
  return events.length === 0 ? "" : words.eventDates(events);
}

/** A title on one line, in Chinese title marks. */
export function titleSpan(title: string): Span {
  return span(markTitle(title), "bold");
}

/** Citations of one article together, articles in the order in which they are first cited. */
function groupByArticle(citations: readonly Citation[]): Citation[][] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(citation.articleId) ?? [];
    groups.set(citation.articleId, [...group, citation]);
  }
  return [...groups.values()];
}

/**
 *   [1][3] 《title》 author · date
 *   │ [1] the sentence
 *   │ [3] the other sentence
 *
 * A sentence that the answer quotes word for word is not shown a second time.
 */
function sourceCard(
  citations: readonly Citation[],
  shown: string,
  datesOf: (citation: Citation) => ArticleDates | undefined,
  words: BotWords,
): Span[] {
  const [first] = citations;
  if (!first) return [];
  const numbers = citations.map(({ n }) => `[${n}]`).join("");
  const about = [first.author ?? "", describeDates(datesOf(first), words)].filter((part) => part !== "").join(" · ");
  const quotes = citations
    .filter(({ quote }) => !shown.includes(quote.trim()))
    .map(({ n, quote }) => (citations.length > 1 ? `[${n}] ${quote.trim()}` : quote.trim()));
  return [
    span(`${numbers} `),
    titleSpan(first.title),
    span(about === "" ? "\n" : ` ${about}\n`),
    ...(quotes.length === 0 ? [] : [span(quotes.join("\n"), "quote"), span("\n")]),
  ];
}
