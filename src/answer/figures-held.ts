/** Figures of a question in a text: what is asked about the 24万家 of a year is answered where they stand. */
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import type { Question } from "./question.js";

/** Whether all figures that the question names stand in a text. */
export function holdsFigures(question: Pick<Question, "figures">, text: string): boolean {
  const present = findQuantities(text);
  return question.figures.every((figure) => present.some((other) => isSameQuantity(figure, other)));
}
