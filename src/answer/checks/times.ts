/** Every time of a clause is one that the sentence names, meant alike. A figure's own time is checked with the figure. */
import { lengthAsPeriod, type TimeExpression } from "../../text/time-expressions.js";
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isLastYear, isTimeTold, isYearGoneOn } from "./told-times.js";

/** Times without a calendar (今年, 近日) that only mean something where they were written. */
const RELATIVE =
  /今年|去年|明年|前年|本月|上月|下月|昨天|昨日|今天|今日|明天|近日|日前|当天|当日|次日|次年|同年|翌年|(?<![\d零〇一二三四五六七八九十])(?:年初|年底|月底)|全年|整年|上半年|下半年|(?<![半\d一二三四五六七八九十两几])年内|当年/gu;

/** Whether the clause's times are proven. */
export function timesAreProven({ clause, claim, proof }: ClauseCheck): boolean {
  // 推迟了原定4月10日的接种: what was to be is no time of what is.
  const isOff = ({ start }: TimeExpression) => /(?:原定|原计划|原本|原拟)(?:于|在)?$/u.test(proof.text.slice(0, start));
  // 推迟到4月10日 says what is, whatever else the claim says of what was to be.
  const isOffToo = ({ change, start }: TimeExpression) =>
    change !== "to" && (/[原由从]/u.test(claim.text.slice(clause.start, start)) || /推迟|延期|改/u.test(clause.text));
  const all = proof.clauses.flatMap(({ times }) => times);
  // 启动前三年 is no 三年来.
  const isFirst = ({ start }: { start: number }) => /(?:前|首|头|最初的?)$/u.test(proof.text.slice(0, start));
  const lengths = proof.clauses.flatMap(({ figures }) => figures.filter((one) => !isFirst(one)).map(lengthAsPeriod));
  const isStated = (time: TimeExpression) =>
    all.some((other) => (!isOff(other) || isOffToo(time)) && isTimeTold(time, other, proof)) ||
    isYearGoneOn(time, proof) ||
    isLastYear(time, claim, proof) ||
    (time.mode === "in" && time.period !== undefined && lengths.includes(time.period));
  if (!clause.times.every(isStated)) return false;
  if (!clause.times.every((time) => isTimeOfItsWord(time, clause, proof))) return false;
  if (!presentIsTold(clause, claim.text, proof)) return false;
  const isSaid = (word: string) => proof.text.includes(word) || isSaidBefore(word, proof);
  return Array.from(clause.text.matchAll(RELATIVE)).every(([word]) => isSaid(word));
}

/** 全年 of the sentences before goes on in one that has no time of its own. */
function isSaidBefore(word: string, { before, clauses }: Proof): boolean {
  if (!/^(?:全年|当年|同年)$/u.test(word) || clauses.some(({ times }) => times.length > 0)) return false;
  return before.slice(0, 2).some(({ text }) => text.includes(word));
}

const PRESENT = /目前|现在|如今|当前|眼下|迄今|至今|现任|现有/u;
const LASTS = /目前|现在|如今|当前|眼下|迄今|至今|截至|以来|现[任有已]|仍|一直/u;

/** 2015年有社员120名 does not say how many there are now. */
function presentIsTold(clause: ReadClause, claim: string, proof: Proof): boolean {
  if (!PRESENT.test(claim) || LASTS.test(proof.text)) return true;
  const isBound = (one: ReadClause) =>
    one.figures.some(({ value }) => clause.figures.some((own) => own.value === value));
  const holders = proof.clauses.filter(isBound);
  const last = holders[0] ?? proof.clauses.at(-1);
  const before = proof.clauses.filter((one) => last === undefined || one.start <= last.start);
  const time = before.flatMap(({ times }) => times).at(-1);
  return time?.year === undefined || time.mode !== "in";
}

/**
 * 2022年|预算: where the sentence has the word right behind a time, it must be behind this one (2022年支出…,2023年预算…).
 */
function isTimeOfItsWord(time: TimeExpression, clause: ReadClause, proof: Proof): boolean {
  const next = clause.words.find(({ start, weight }) => start >= time.end && start <= time.end + 1 && weight > 0.3);
  if (!next) return true;
  const governors = proof.clauses.flatMap(({ times, words }) =>
    words
      .filter(({ word }) => word === next.word)
      .map(({ start }) => times.find(({ end }) => end <= start && start <= end + 1)),
  );
  if (governors.length === 0 || governors.includes(undefined)) return true;
  return governors.some((other) => other !== undefined && isTimeTold(time, other, proof));
}
