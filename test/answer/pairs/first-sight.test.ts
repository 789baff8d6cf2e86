/**
 * Lies about one long sentence each, in five lists (parted by an empty line), each written before the rules that it led to.
 * How many passed at first sight stands in `docs/EVALUATION.md`; here stands which still do.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isShown, linesOf } from "./pairs.js";

/** Lies that are known to get through. */
const KNOWN_LIES = [
  "第一批志愿者目前在村。",
  "图书车每月停留两小时一次。",
  "方卓是医疗队的护士。",
  "这笔善款将优先用于护士培训。",
  "她从2016年起当助产士。",
  "六成退休教师成为志愿者。",
  "全镇72个公益岗位都安排给了残疾人和零就业家庭成员。",
  "邓秀英的丈夫去年收入14万元。",
  "邓秀英与邻居12户经营茶园。",
];

it("shows no lie but those that are known", () => {
  const lies = linesOf(readFileSync(join(import.meta.dirname, "first-sight.txt"), "utf8")).filter(
    (line) => line !== "",
  );
  expect(lies.length).toBeGreaterThan(250);
  const through = lies.filter(isShown).map((line) => line.split("⇒")[1]?.trim());
  expect(through).toEqual(KNOWN_LIES);
});
