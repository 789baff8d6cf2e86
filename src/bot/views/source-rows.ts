/** Buttons for the sources of an answer, by number: under the answer itself, and for the neighbours in a card. Pure. */
import { type AnswerRecord, PROVEN_KINDS } from "../../core/audience-ports.js";
import type { Language } from "../../core/types.js";
import { evidenceWords } from "../../i18n/evidence-words.js";
import { cardButton, openButton } from "../evidence-taps.js";
import type { Button } from "./keyboard.js";

/** Side by side: the number stands at the end of a label and must not be cut off on a phone. */
const MAX_IN_ROW: Record<Language, number> = { zh: 5, "zh-Hant": 5, en: 4 };

/** Under one answer; further sources are reached from the cards, and other rows must have room too. */
const MAX_SHOWN = 40;

/** Other sources in a card. */
const MAX_NEIGHBOURS = 4;

/** One button for each source, in rows of about the same length; none when the answer has no sources. */
export function sourceRows({ id, kind, language, citations }: AnswerRecord): Button[][] {
  if (!PROVEN_KINDS.includes(kind)) return [];
  const words = evidenceWords(language);
  const buttons = citations.slice(0, MAX_SHOWN).map(({ n }) => openButton(words.source(n), { id, n }));
  const rows = Math.ceil(buttons.length / MAX_IN_ROW[language]);
  const length = Math.ceil(buttons.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, i) => buttons.slice(i * length, (i + 1) * length));
}

/** The sources next to number `n`, as many before as behind it where there are. */
export function neighbourRow({ id, citations }: AnswerRecord, n: number, language: Language): Button[] {
  const words = evidenceWords(language);
  const at = citations.findIndex((citation) => citation.n === n);
  const last = Math.max(0, citations.length - 1 - MAX_NEIGHBOURS);
  const first = Math.min(Math.max(0, at - MAX_NEIGHBOURS / 2), last);
  return citations
    .slice(first, first + MAX_NEIGHBOURS + 1)
    .filter((citation) => citation.n !== n)
    .map((citation) => cardButton(words.source(citation.n), { id, n: citation.n }, "paragraph"));
}
