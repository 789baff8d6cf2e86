/** The time that a figure is of: 2012年 for the 24万家 in 从2012年的24万家增长至近五年平均233万家. */
import type { Figure } from "../../text/figures.js";
import type { TimeExpression } from "../../text/time-expressions.js";
import type { ReadClause, Reading } from "../reading.js";

/**
 * The last time before it in its clause, else in a clause before, else the only one behind it. A time that it is only
 * compared with (比2012年增长近10倍) is not its own.
 * @param withinSection whether clauses of other sections are left out.
 */
export function governingTime(
  figure: Figure,
  clause: ReadClause,
  reading: Reading,
  withinSection: boolean,
): TimeExpression | undefined {
  const isOwn = ({ start }: TimeExpression) =>
    !/(?:比|较|与|同|相比|比起)$/u.test(reading.text.slice(Math.max(0, start - 2), start));
  // 由2017年的11小时缩短到4小时: the year is that of the 11.
  const isOfStart = (time: TimeExpression) =>
    figure.change !== "from" &&
    clause.figures.some(({ change, start, end }) => change === "from" && start >= time.end && end <= figure.start);
  const own = clause.times.filter((time) => time.end <= figure.start && isOwn(time) && !isOfStart(time)).at(-1);
  if (own) return own;
  const earlier = reading.clauses.filter(
    (other) =>
      other.end <= clause.start &&
      (!withinSection || other.section === clause.section || (other.section === 0 && reading.text[other.end] === ":")),
  );
  for (const other of earlier.toReversed()) {
    const last = other.times.filter(isOwn).at(-1);
    if (last) return last;
  }
  return clause.figures.length === 1 ? clause.times.find(isOwn) : undefined;
}
