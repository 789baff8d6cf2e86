/** Lies by rule on figures: a digit, a magnitude or a percentage of a true statement is changed. */

import { isInArticles } from "./articles.js";
import { hashOf } from "./cases.js";
import { groupDigits, toChinese } from "./numerals.js";
import { PLAIN, type Source } from "./sources.js";
import { renderTemplate } from "./templates.js";

/** An edited statement of a topic, in the notation of `edits/`. */
export interface EditedSource {
  kind: string;
  topic: string;
  edited: string;
}

/** A figure; dates have rules of their own, and a single digit is too easily right somewhere else. */
const FIGURE = /(?<![\d.,])(?<digits>\d{1,3}(?:,\d{3})+|\d{2,}|\d+\.\d+)(?![\d年月日.])/gu;

/** Another digit in one figure of each statement that has any. */
export function changeDigits(): EditedSource[] {
  return PLAIN.flatMap((source) => {
    const figures = Array.from(source.statement.matchAll(FIGURE));
    const figure = figures[hashOf(source.statement) % Math.max(1, figures.length)];
    const other = figure && otherFigure(figure[0]);
    return other ? [editAt(source, "digit", figure.index, figure[0], other)] : [];
  });
}

/** 万 for 亿 and the other way round. */
export function changeMagnitudes(): EditedSource[] {
  return PLAIN.flatMap((source) => {
    const match = /(?<=\d)[万亿]/u.exec(source.statement);
    if (!match) return [];
    return [editAt(source, "magnitude", match.index, match[0], match[0] === "万" ? "亿" : "万")];
  });
}

/** The statement with one stretch marked as changed. */
export function editAt(source: Source, kind: string, at: number, from: string, to: string): EditedSource {
  const { statement, parts, topic } = source;
  const edited = `${statement.slice(0, at)}«${from}→${to}»${statement.slice(at + from.length)}`;
  return { kind, topic, edited: renderTemplate({ statement: edited, parts }) };
}

/** Two digits exchanged, or else the last one raised, so that the figure stands in no article in any writing. */
function otherFigure(figure: string): string | undefined {
  const digits = figure.replaceAll(",", "");
  const exchanged = digits.replace(/(\d)(?!\1)(\d)$/u, "$2$1");
  const raised = [1, 2, 3, 4].map((by) => digits.replace(/\d$/u, (last) => String(((Number(last) + by - 1) % 9) + 1)));
  return [exchanged, ...raised].find((other) => other !== digits && !/^0|0$/u.test(other) && !isWritten(other));
}

function isWritten(digits: string): boolean {
  const whole = digits.includes(".") ? digits : toChinese(Number(digits));
  return [digits, groupDigits(digits), whole].some((writing) => isInArticles(writing));
}
