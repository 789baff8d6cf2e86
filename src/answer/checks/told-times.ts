/**
 * Times that a sentence tells without naming them as the claim does: 全年 is the year of the sentence before, 上年 the one
 * before the year that it speaks of, and what was started on a day has been so since that day.
 */
import { isTimeProven, type TimeExpression } from "../../text/time-expressions.js";
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";

const BEGINS =
  /^,?[^,。;]{0,40}?(?:启动|施行|实施|生效|开始|上线|开业|开放|开课|开张|成立|设立|创办|投用|启用|投入使用)/u;
const GOES_ON = /全年|当年|同年/u;
const COMPARED = /[比较与同]$/u;
const LAST_YEAR = /上年|去年|同比/u;
/** Sentences back to which the year may lie. */
const REACH = 5;

/** Whether a time of the claim is this time of the sentence, or since it when something began then. */
export function isTimeTold(claimed: TimeExpression, told: TimeExpression, { text }: Reading): boolean {
  if (isTimeProven(claimed, told)) return true;
  if (claimed.mode !== "since" || told.mode !== "in" || !BEGINS.test(text.slice(told.end))) return false;
  return isTimeProven({ ...claimed, mode: "in" }, told);
}

/** Whether the year of the claim is what the sentence calls 全年 or 当年. */
export function isYearGoneOn({ year, month, period }: TimeExpression, proof: Proof): boolean {
  if (year === undefined || month !== undefined || period !== undefined || !GOES_ON.test(proof.text)) return false;
  return yearsOf(proof).length === 0 && yearBefore(proof) === year;
}

/** 比2022年 where the sentence, about 2023, compares with 上年. */
export function isLastYear({ year, month, start }: TimeExpression, claim: Reading, proof: Proof): boolean {
  if (year === undefined || month !== undefined || !LAST_YEAR.test(proof.text)) return false;
  if (!COMPARED.test(claim.text.slice(0, start))) return false;
  const own = yearsOf(proof, ({ text }) => LAST_YEAR.test(text));
  return own.length > 0 ? own.every((one) => one === own[0]) && own[0] === year + 1 : yearBefore(proof) === year + 1;
}

/** Whether a sentence about one year compares with the one before by its number, for which the claim has 上年. */
export function comparesWithLastYear(proof: Proof): boolean {
  const compared = /[比较与同](?<year>\d{4})年/u.exec(proof.text)?.groups?.year;
  const others = yearsOf(proof);
  const own = others.length > 0 ? others.every((one) => one === others[0]) && others[0] : yearBefore(proof);
  return compared !== undefined && own === Number(compared) + 1;
}

/** The years that a text is about, where it has such a clause those of its section; not those it compares with. */
function yearsOf({ clauses, text }: Reading, isMeant: (clause: ReadClause) => boolean = () => false): number[] {
  const section = clauses.find(isMeant)?.section;
  return clauses
    .filter((one) => section === undefined || one.section === section)
    .flatMap(({ times }) => times.filter(({ start }) => !COMPARED.test(text.slice(0, start))))
    .flatMap(({ year }) => year ?? []);
}

/** The only year that the nearest sentence before with a year names. */
function yearBefore({ before }: Proof): number | undefined {
  const years =
    before
      .slice(0, REACH)
      .map((one) => yearsOf(one))
      .find((all) => all.length > 0) ?? [];
  return years.every((year) => year === years[0]) ? years[0] : undefined;
}
