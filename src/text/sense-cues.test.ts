import { expect, it } from "vitest";
import { findCues } from "./sense-cues.js";
import { tagWords } from "./tokens.js";

it.each([
  ["项目将继续探索", ["future"]],
  ["将一二线城市的资源递送出去", []],
  ["公司计划开展培训", ["future"]],
  ["“童伴计划”关爱儿童", []],
  ["没有增加", ["negation", "up"]],
  ["不断提升能力", ["up"]],
  ["有所下降", ["down"]],
  ["知名度不高", ["down"]],
  ["他希望加强联合", ["wish"]],
  ["首次举办", ["first"]],
  ["由于产量小", ["cause", "down"]],
  ["不超过五人", []],
  ["先于设备到达", ["early", "compare"]],
  ["", []],
])("finds the cues of %s", (text, cues) => {
  expect(Array.from(findCues(tagWords(text))).toSorted()).toEqual([...cues].toSorted());
});
