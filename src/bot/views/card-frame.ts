/**
 * What all views of a piece of evidence have around the text: above it what it is evidence for and where it is from,
 * below it the buttons. Pure.
 */
import type { Language } from "../../core/types.js";
import { botWords } from "../../i18n/bot-words.js";
import { evidenceWords } from "../../i18n/evidence-words.js";
import type { Evidence } from "../evidence.js";
import { cardButton } from "../evidence-taps.js";
import { describeDates, titleSpan } from "./answer-view.js";
import { copiedCitation } from "./copied-citation.js";
import { type Span, span } from "./html.js";
import { type Button, type Keyboard, keyboardOf } from "./keyboard.js";
import { clip } from "./paging.js";
import { neighbourRow } from "./source-rows.js";
import { linkToSentence } from "./text-fragment.js";

/** To whom it is shown. */
export interface Audience {
  language: Language;
  /** In a group a card stands beside the answer and is closed; else it stands in its place. */
  isGroup: boolean;
}

const MAX_TITLE_CHARS = 200;
const MAX_NAME_CHARS = 80;
const MAX_STATEMENT_CHARS = 100;
/** One sentence may prove several statements. */
const MAX_STATEMENTS = 2;

/** Number, statement, title, author, date, and what has become of the article; ends with a blank line. */
export function headOf({ answer, citation, article, standing, paragraphs }: Evidence, language: Language): Span[] {
  const words = evidenceWords(language);
  const quote = citation.quote.trim();
  // A quote as an answer proves itself: it is not said twice.
  const statements = statementsOf({ answer, citation })
    .filter((text) => text !== quote)
    .slice(0, MAX_STATEMENTS);
  const about = [citation.author, article?.outlet, describeDates(article, botWords(language))]
    .map((part) => clip(part ?? "", MAX_NAME_CHARS))
    .filter((part) => part !== "");
  return [
    span(`${words.heading(citation.n, answer.citations.length)}\n`),
    ...statements.map((text) => span(`${words.answerSays(clip(text, MAX_STATEMENT_CHARS))}\n`)),
    span("\n"),
    titleSpan(clip(citation.title, MAX_TITLE_CHARS)),
    span(about.length === 0 ? "\n" : `\n${about.join(" · ")}\n`),
    ...(standing === "current" || !article ? [] : [span(words.standing[standing], "italic"), span("\n")]),
    ...(paragraphs.length > 0 ? [] : [span(words.noText, "italic"), span("\n")]),
    span("\n"),
  ];
}

/**
 * Buttons under the text.
 * @param turning to what stands before and behind; @param reading other views of the same article.
 */
export function keyboardUnder(
  evidence: Evidence,
  { language, isGroup }: Audience,
  turning: readonly Button[],
  reading: readonly Button[],
): Keyboard | undefined {
  const { answer, citation, article } = evidence;
  const { buttons } = evidenceWords(language);
  const source = { id: answer.id, n: citation.n };
  const url = article?.url === undefined ? undefined : linkToSentence(article.url, citation.quote);
  const text = copiedCitation(citation, describeDates(article, botWords(language)), statementsOf(evidence));
  const leave = isGroup ? cardButton(buttons.close, source, "close") : cardButton(buttons.back, source, "answer");
  return keyboardOf(
    turning,
    [...reading, ...(url === undefined ? [] : [{ text: buttons.original, url }])],
    neighbourRow(answer, citation.n, language),
    [{ text: buttons.copy, copy_text: { text } }, leave],
  );
}

function statementsOf({ answer, citation }: Pick<Evidence, "answer" | "citation">): string[] {
  return answer.statements.filter(({ citations }) => citations.includes(citation.n)).map(({ text }) => text.trim());
}
