/** One name for units that mean the same, and what a figure is multiplied by to be told in it. */

const SAME: readonly (readonly [canonical: string, factor: number, words: string])[] = [
  ["人", 1, "名 位 人"],
  ["元", 1, "元 块 块钱 人民币"],
  ["元", 0.1, "角 毛"],
  ["公里", 1, "公里 千米"],
  ["平方公里", 1, "平方公里 平方千米"],
  ["公斤", 1, "公斤 千克"],
  ["日", 1, "日 号 天"],
  ["年", 1, "年 年度"],
  ["%", 10, "成"],
  ["%", 0.1, "‰"],
  ["百分点", 1, "个百分点 百分点"],
  ["个月", 1, "个月"],
];

const CANONICAL = new Map(
  SAME.flatMap(([unit, factor, words]) => words.split(" ").map((word) => [word, { unit, factor }] as const)),
);

/** @example canonicalUnit("位") // { unit: "人", factor: 1 } */
export function canonicalUnit(word: string): { unit: string; factor: number } {
  return CANONICAL.get(word) ?? { unit: word, factor: 1 };
}

/** Units that may not be left out: without them the number says something else. */
const NEVER_LEFT_OUT = new Set(["%", "百分点", "倍", "年", "月", "日", "个月", "周", "小时", "分钟", "分", "折"]);

/**
 * Whether two figures with these canonical units may be the same one. People leave out a unit that what is counted
 * implies (800万商家); 分 may be minutes, points or money, so it only meets 元 at its hundredth.
 */
export function unitsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  return (a === "" && !NEVER_LEFT_OUT.has(b)) || (b === "" && !NEVER_LEFT_OUT.has(a));
}
