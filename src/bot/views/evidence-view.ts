/**
 * The card of a citation: a paragraph of the article with the quoted sentence marked, and below it in words where the
 * quote stands, since a style alone says nothing to a screen reader. Pure.
 */
import { evidenceWords } from "../../i18n/evidence-words.js";
import type { Evidence, Paragraph } from "../evidence.js";
import { cardButton } from "../evidence-taps.js";
import { type Audience, headOf, keyboardUnder } from "./card-frame.js";
import { renderHtml, type Span, span } from "./html.js";
import type { Keyboard } from "./keyboard.js";
import { excerptAround, markedText, otherQuotesIn } from "./marked-text.js";

/** Of the paragraph; the head and the lines below leave room for it in any message. UTF-16 units. */
const MAX_PARAGRAPH_CHARS = 2000;

/** One message of a card. */
export interface CardView {
  html: string;
  keyboard?: Keyboard;
}

/** @param place of the paragraph, from 0; absent: the one with the quote; beyond the last: the last. */
export function renderEvidence(evidence: Evidence, audience: Audience, place?: number): CardView {
  const { paragraphs, cited } = evidence;
  const at = Math.min(place ?? cited, paragraphs.length - 1);
  const paragraph = paragraphs[at];
  const body = paragraph ? paragraphSpans(evidence, paragraph, at, audience) : quoteAlone(evidence);
  const keyboard = keyboardUnder(evidence, audience, ...buttonsAt(evidence, at, audience));
  return { html: renderHtml([...headOf(evidence, audience.language), ...body]), ...(keyboard && { keyboard }) };
}

function quoteAlone({ citation }: Evidence): Span[] {
  const quote = citation.quote.trim();
  return [span(quote.slice(0, MAX_PARAGRAPH_CHARS), "mark"), span(quote.length > MAX_PARAGRAPH_CHARS ? "…" : "")];
}

function paragraphSpans(evidence: Evidence, paragraph: Paragraph, at: number, { language }: Audience): Span[] {
  const { citation, paragraphs, cited } = evidence;
  const words = evidenceWords(language);
  const { sentences, start, end } = paragraph;
  const focus = at === cited ? citation : (sentences[0] ?? paragraph);
  const shown = excerptAround(paragraph, focus, MAX_PARAGRAPH_CHARS);
  const isCut = shown.start > start || shown.end < end;
  const quoted = sentences.findIndex((sentence) => citation.start < sentence.end) + 1;
  const others = otherQuotesIn(evidence, shown);
  const notes = [
    words.paragraph(at + 1, paragraphs.length),
    at === cited ? words.quoteHere(quoted, sentences.length) : words.quoteInParagraph(cited + 1),
    ...(others.length > 0 ? [words.otherQuotes(others)] : []),
    ...(isCut ? [words.shortened] : []),
  ];
  return [
    span(shown.start > start ? "…" : ""),
    ...markedText(evidence, shown),
    span(shown.end < end ? "…" : ""),
    span("\n\n"),
    span(notes.join("\n"), "italic"),
  ];
}

/** Turning to the neighbours, and the other views. */
function buttonsAt({ answer, citation, paragraphs, cited }: Evidence, at: number, { language }: Audience) {
  const { buttons } = evidenceWords(language);
  const source = { id: answer.id, n: citation.n };
  const turning = [
    ...(at > 0 ? [cardButton(buttons.previousParagraph, source, "paragraph", at - 1)] : []),
    ...(at < paragraphs.length - 1 ? [cardButton(buttons.nextParagraph, source, "paragraph", at + 1)] : []),
  ];
  const reading = [
    ...(paragraphs.length > 0 && at !== cited ? [cardButton(buttons.toQuote, source, "paragraph")] : []),
    ...(paragraphs.length > 0 ? [cardButton(buttons.wholeArticle, source, "page")] : []),
  ];
  return [turning, reading] as const;
}
