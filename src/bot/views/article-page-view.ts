/**
 * The whole article that a sentence is quoted from, in pages that end where sentences do, with the quote marked. Opens at
 * the page that holds the quote. Pure.
 */
import { evidenceWords } from "../../i18n/evidence-words.js";
import type { Evidence } from "../evidence.js";
import { cardButton } from "../evidence-taps.js";
import { type Audience, headOf, keyboardUnder } from "./card-frame.js";
import { type CardView, renderEvidence } from "./evidence-view.js";
import { renderHtml, type Span, span } from "./html.js";
import { markedText } from "./marked-text.js";
import { splitSpans } from "./split.js";

/** A page that is read on a phone without losing one's place; the head leaves room for it in any message. UTF-16 units. */
const PAGE_CHARS = 2500;

/** @param place of the page, from 0; absent: the one with the quote; beyond the last: the last. */
export function renderArticlePage(evidence: Evidence, audience: Audience, place?: number): CardView {
  const { answer, citation, article, paragraphs } = evidence;
  if (!article || paragraphs.length === 0) return renderEvidence(evidence, audience);
  const words = evidenceWords(audience.language);
  const pages = splitSpans(markedText(evidence, { start: 0, end: article.text.length }), PAGE_CHARS);
  const quoted = Math.max(0, pages.findIndex(hasMark));
  const at = Math.min(place ?? quoted, pages.length - 1);
  const page = pages[at] ?? [];
  const notes = [
    words.page(at + 1, pages.length),
    hasMark(page) ? words.quoteOnThisPage : words.quoteOnPage(quoted + 1),
  ];
  const source = { id: answer.id, n: citation.n };
  const { buttons } = words;
  const turning = [
    ...(at > 0 ? [cardButton(buttons.previousPage, source, "page", at - 1)] : []),
    ...(at < pages.length - 1 ? [cardButton(buttons.nextPage, source, "page", at + 1)] : []),
  ];
  const reading = [cardButton(buttons.toQuote, source, "paragraph")];
  const keyboard = keyboardUnder(evidence, audience, turning, reading);
  const spans = [...headOf(evidence, audience.language), ...page, span("\n\n"), span(notes.join("\n"), "italic")];
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}

function hasMark(page: readonly Span[]): boolean {
  return page.some(({ style }) => style === "mark");
}
