/** Where in a sentence what was asked for stands: the figure with its unit, the date. For showing, not for choosing. */
import { mapFoldedPlaces } from "../text/folded-places.js";
import { foldText } from "../text/normalize.js";
import { findQuantities, type Quantity } from "../text/quantities.js";
import { keywordsOf } from "./keywords.js";
import type { Question } from "./question.js";

/** A stretch of a quote, UTF-16 units, `end` exclusive. */
export interface Mark {
  start: number;
  end: number;
}

const DATE_UNIT = /^(?:年|月|日|号|世纪|年度)$/u;

/**
 * Marks in reading order, without overlap: figures of an asked unit, days and years for a date, and figures that the
 * question names itself. Neighbouring ones (2022年12月) are one mark.
 * @param quote as it is stored.
 */
export function markAsked(question: Question, quote: string): Mark[] {
  return placeMarks(
    findQuantities(foldText(quote)).filter((one) => isAsked(question, one)),
    quote,
  );
}

/**
 * The same for a query that asks for nothing in particular: what makes the sentence a fact. Its figures, else its days
 * and years, else what the query names.
 */
export function markFact(question: Question, quote: string): Mark[] {
  const folded = foldText(quote);
  const figures = findQuantities(folded).filter(({ text }) => /\d/.test(text));
  const counted = figures.filter(({ unit }) => !DATE_UNIT.test(unit));
  const named = keywordsOf(question).flatMap(({ word }) => {
    const start = folded.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  const asked = markAsked(question, quote);
  if (question.kind !== "other" && asked.length > 0) return asked;
  return placeMarks([counted, figures, named].find((marks) => marks.length > 0) ?? [], quote);
}

/** Stretches of the folded quote, as stretches of the quote. */
function placeMarks(stretches: readonly Mark[], quote: string): Mark[] {
  const place = mapFoldedPlaces(quote);
  if (!place) return [];
  const marks: Mark[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    const mark = { start: place(stretch.start), end: place(stretch.end) };
    if (mark.end <= mark.start) continue; // a figure within one character (㏧), which cannot be marked in part
    const last = marks.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else marks.push(mark);
  }
  return marks;
}

function isAsked({ kind, units, figures }: Question, figure: Quantity): boolean {
  if (figures.some(({ value, unit }) => value === figure.value && unit === figure.unit)) return true;
  if (kind === "date") return DATE_UNIT.test(figure.unit);
  if (kind !== "number" && kind !== "duration") return false;
  if (units.length > 0) return figure.unit === "" || units.includes(figure.unit);
  return kind === "duration" || !DATE_UNIT.test(figure.unit);
}
