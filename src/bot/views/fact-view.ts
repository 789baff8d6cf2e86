/** Facts as text: the sentence with what makes it a fact in bold, its source, and its beginning for a list. Pure. */
import type { Mark } from "../../answer/asked-marks.js";
import type { Fact } from "../../answer/lookup.js";
import type { BotWords } from "../../i18n/bot-words.js";
import { markTitle } from "../../text/title-marks.js";
import { type ArticleDates, describeDates } from "./answer-view.js";
import { renderHtml, type Span, span } from "./html.js";

/** A sentence that may be shown as a fact. */
export type ShownFact = Pick<Fact, "quote" | "marks" | "title" | "author">;

/** A sentence longer than this is cut where it is sent on its own: its source must fit in. UTF-16 units. */
const MAX_SENTENCE = 3000;
const MAX_TITLE = 300;

/** The facts one below the other, each with the number of its source behind it. */
export function factLines(facts: readonly (ShownFact & { n: number })[]): Span[] {
  return facts.flatMap((fact, i) => [...markedSpans(fact), span(`[${fact.n}]${i === facts.length - 1 ? "" : "\n"}`)]);
}

/** One fact as a message of its own, HTML: the sentence, then 《title》 author · date. */
export function factMessage(fact: ShownFact, dates: ArticleDates | undefined, words: BotWords): string {
  const quote = fact.quote.length > MAX_SENTENCE ? `${fact.quote.slice(0, MAX_SENTENCE)}…` : fact.quote;
  const marks = fact.marks.filter(({ end }) => end <= MAX_SENTENCE);
  const source = sourceLine({ ...fact, title: clipAround(fact.title, undefined, MAX_TITLE) }, dates, words);
  return renderHtml([...markedSpans({ quote, marks }), span(`\n\n${source}`)]);
}

/** 《title》 author · date, as far as they are known. */
export function sourceLine(
  { title, author }: Pick<ShownFact, "title" | "author">,
  dates: ArticleDates | undefined,
  words: BotWords,
): string {
  return [`${markTitle(title)} ${author ?? ""}`.trim(), describeDates(dates, words)]
    .filter((part) => part !== "")
    .join(" · ");
}

/**
 * A stretch of a text on one line, of at most `limit` UTF-16 units besides its ellipses, with the mark in view.
 * @example clipAround("此外,累计孵化339名电商从业者。", { start: 7, end: 11 }, 8) // "…累计孵化339名…"
 */
export function clipAround(text: string, mark: Mark | undefined, limit: number): string {
  const line = text.replaceAll(/\s/gu, " ").trimEnd();
  if (line.length <= limit) return line.trim();
  let start = 0;
  if (mark && mark.end > limit) {
    const earliest = Math.max(0, Math.min(mark.start, mark.end - limit));
    const clause = Array.from(line.slice(earliest, mark.start).matchAll(/[,，;；:：、。]/gu)).at(0);
    start = clause ? earliest + clause.index + 1 : earliest;
  }
  const end = Math.min(line.length, start + limit);
  const shown = line
    .slice(start, end)
    .replaceAll(/^\p{Cs}|\p{Cs}$/gu, "")
    .trim();
  return `${start > 0 ? "…" : ""}${shown}${end < line.length ? "…" : ""}`;
}

function markedSpans({ quote, marks }: Pick<ShownFact, "quote" | "marks">): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    spans.push(span(quote.slice(at, start)), span(quote.slice(start, end), "bold"));
    at = end;
  }
  return [...spans, span(quote.slice(at))].filter(({ text }) => text !== "");
}
