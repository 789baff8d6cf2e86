/** Every time of a clause is one that the sentence names, meant alike. A figure's own time is checked with the figure. */
import { isTimeProven } from "../../text/time-expressions.js";
import type { ClauseCheck } from "./check.js";

/** Times without a calendar (今年, 近日) that only mean something where they were written. */
const RELATIVE = /今年|去年|明年|前年|本月|上月|下月|昨天|昨日|今天|今日|明天|近日|日前|当天|当日|次日|次年|同年|翌年|年初|年底|月底|全年|整年|上半年|下半年|年内|当年/gu;

/** Whether the clause's times are proven. */
export function timesAreProven({ clause, proof }: ClauseCheck): boolean {
  const stated = proof.clauses.flatMap(({ times }) => times);
  if (!clause.times.every((time) => stated.some((other) => isTimeProven(time, other)))) return false;
  const proofText = proof.text;
  return Array.from(clause.text.matchAll(RELATIVE)).every(([word]) => proofText.includes(word));
}
