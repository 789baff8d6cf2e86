import { expect, it } from "vitest";
import { synonymsOf } from "./synonyms.js";

it("knows words that retell one another, in both directions", () => {
  for (const [a, b] of [
    ["孵化", "培育"],
    ["筹集", "募集"],
    ["惠及", "服务"],
  ] as const) {
    expect(synonymsOf(a).has(b)).toBe(true);
    expect(synonymsOf(b).has(a)).toBe(true);
  }
});

it("holds apart what claims different things", () => {
  for (const [a, b] of [
    ["计划", "完成"],
    ["支持", "主办"],
    ["增长", "下降"],
  ] as const)
    expect(synonymsOf(a).has(b)).toBe(false);
  expect(synonymsOf("板栗").size).toBe(0);
});
