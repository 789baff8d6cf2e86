import { describe, expect, it } from "vitest";
import { findTimes, isTimeProven } from "./time-expressions.js";

const proves = (claim: string, proof: string) => {
  const [a, b] = [findTimes(claim)[0], findTimes(proof)[0]];
  if (!a || !b) throw new Error(`no time in ${a ? proof : claim}`);
  return isTimeProven(a, b);
};

describe("findTimes", () => {
  it.each([
    ["截至2022年12月", { mode: "until", year: 2022, month: 12 }],
    ["二〇二二年", { mode: "in", year: 2022 }],
    ["2月22日", { mode: "in", month: 2, day: 22 }],
    ["自2019年", { mode: "since", year: 2019 }],
    ["2019年以来", { mode: "since", year: 2019 }],
    ["2022年全年", { mode: "whole", year: 2022 }],
    ["2025年底前", { mode: "before", year: 2025, part: "底" }],
    ["近五年", { mode: "recent", period: "5年" }],
    ["17年来", { mode: "in", period: "17年" }],
    ["2022-02-22", { mode: "in", year: 2022, month: 2, day: 22 }],
  ])("reads %s", (text, expected) => {
    expect(findTimes(text)[0]).toMatchObject(expected);
  });

  it.each(["第十二年", "三个月", "339名", "13月", ""])("finds none in %j", (text) => {
    expect(findTimes(text)).toEqual([]);
  });
});

describe("isTimeProven", () => {
  it.each([
    ["2022年12月", "2022年12月"],
    ["2月", "2月22日"],
    ["2019年", "自2019年"],
    ["到2022年12月", "截至2022年12月"],
  ])("takes %s for %s", (claim, proof) => {
    expect(proves(claim, proof)).toBe(true);
  });

  it.each([
    ["2022年全年", "截至2022年12月"],
    ["2022年12月", "截至2022年12月"],
    ["截至2022年", "截至2022年12月"],
    ["2月23日", "2月22日"],
    ["2022年", "近五年"],
    ["近三年", "近五年"],
    ["2025年底后", "2025年底前"],
    ["2022年2月", "2月"],
  ])("does not take %s for %s", (claim, proof) => {
    expect(proves(claim, proof)).toBe(false);
  });
});
