/**
 * Where and when: of several places or times in a sentence the one named last before it governs what is said (从2016年起当护士,
 * 三年后考取资格 does not say 2016年考取资格).
 */
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";

const WHEN =
  /(?<![比较与同从由])(?:\d{4}年|今年|去年|前年|明年|上年|[一二三四五六七八九十两半\d]+(?:个)?[年月天周](?:后|之后|以后)|\d{1,2}月|每[天日晚周月季年]|周[一二三四五六日末]|工作日|节假日|夜间|白天|现在|目前|如今|随后|后来|当年|次年|同年|最近|近年)/gu;
const WHERE = /(?:^|[,;。])(?:而)?在(?<place>\p{Script=Han}{2,6}?[省市县区州镇乡村校院馆站])/gu;

export function nearestGoverns(check: ClauseCheck): boolean {
  const [best] = retold(check.clause, check.proof);
  return !best || (whenIsNearest(best, check) && whereIsNearest(best, check));
}

function whenIsNearest(best: ReadClause, { clause, proof }: ClauseCheck): boolean {
  const own = Array.from(clause.text.matchAll(WHEN), ([when]) => when);
  const [when] = own;
  if (!when || own.length > 1 || best.text.includes(when)) return true;
  const at = lastBefore(when, best, proof);
  if (at < 0) return true;
  const between = proof.text.slice(at + when.length, best.end);
  return Array.from(between.matchAll(WHEN)).every(
    ([other]) => when.endsWith(other) || isMonth(other) !== isMonth(when),
  );
}

/** 今年4月2日: the month says more of the year. */
function isMonth(when: string): boolean {
  return /^\d{1,2}月$/u.test(when);
}

function whereIsNearest(best: ReadClause, { clause, proof }: ClauseCheck): boolean {
  const places = Array.from(proof.text.matchAll(WHERE), ({ groups: { place = "" } = {}, index }) => ({
    place,
    at: index,
  }));
  if (places.length < 2) return true;
  const governing = places.findLast(({ at }) => at <= best.start);
  const named = places.filter(({ place }) => clause.text.includes(place));
  return !governing || named.length === 0 || named.some(({ place }) => place === governing.place);
}

function lastBefore(when: string, best: ReadClause, { text }: Proof): number {
  return text.slice(0, best.end).lastIndexOf(when);
}
