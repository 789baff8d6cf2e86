/** Where in a sentence what was asked for stands: the figure with its unit, the date. For showing, not for choosing. */
import { mapFoldedPlaces } from "../text/folded-places.js";
import { foldText } from "../text/normalize.js";
import { findQuantities, type Quantity } from "../text/quantities.js";
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
  const place = mapFoldedPlaces(quote);
  if (!place) return [];
  const marks: Mark[] = [];
  for (const figure of findQuantities(foldText(quote)).filter((one) => isAsked(question, one))) {
    const mark = { start: place(figure.start), end: place(figure.end) };
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
