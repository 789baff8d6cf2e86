/** Lies by rule on dates: another day, another month, the year before. */
import { isInArticles } from "./articles.js";
import { type EditedSource, editAt } from "./quantity-lies.js";
import { PLAIN, type Source } from "./sources.js";

const DAY = /(?<month>\d{1,2})月(?<day>\d{1,2})日/u;
const YEAR = /(?<![\d.])(?<year>(?:19|20)\d\d)年/u;
const MONTH = /(?<=\d{4}年)(?<month>\d{1,2})月(?!\d)/u;

/** One changed date for each kind of date that a statement names; days that stand in an article are passed over. */
export function changeDates(): EditedSource[] {
  return PLAIN.flatMap((source) => [
    ...change(source, DAY, ({ month, day }) => [
      `${month}月${day > 27 ? day - 1 : day + 1}日`,
      `${(month % 12) + 1}月${day}日`,
    ]),
    ...change(source, YEAR, ({ year }) => [`${year - 1}年`]),
    ...change(source, MONTH, ({ month }) => [`${(month % 12) + 1}月`]),
  ]);
}

function change(
  source: Source,
  pattern: RegExp,
  others: (date: { year: number; month: number; day: number }) => string[],
): EditedSource[] {
  const match = pattern.exec(source.statement);
  if (!match) return [];
  const read = (name: string) => Number(match.groups?.[name] ?? 0);
  const dates = others({ year: read("year"), month: read("month"), day: read("day") });
  return dates
    .filter((date) => pattern === YEAR || pattern === MONTH || !isInArticles(date))
    .map((date) => editAt(source, "date", match.index, match[0], date));
}
