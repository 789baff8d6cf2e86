import { describe, expect, it } from "vitest";
import { numberOf, showPages } from "../../test/support/shown-corpus.js";
import { verifyStatement } from "./verify.js";

const shown = showPages("corpus/000_d37ea6d2383917c8.txt");
const outcome = (text: string, ...parts: string[]) => {
  const verdict = verifyStatement({ text, cited: parts.map((part) => numberOf(shown, part)) }, shown, "zh");
  return verdict.passed ? "passed" : verdict.reason;
};

describe("a claim of several clauses", () => {
  it.each([
    ["青龙县累计孵化339名电商从业者,板栗的收购价较之前一年高出1倍。", ["339名", "收购价"], "passed"],
    ["青龙县累计孵化339名电商从业者,项目覆盖超40个市县。", ["339名", "40个市县"], "name"],
    ["刘胜安表示,项目覆盖超40个市县。", ["刘胜安", "40个市县"], "name"],
    ["水滴公司的项目覆盖超40个市县。", ["40个市县"], "name"],
  ])("is proven clause by clause: %s", (claim, parts, expected) => {
    expect(outcome(claim, ...parts)).toBe(expected);
  });
});

describe("a calculation", () => {
  it.each([
    ["城市资源中心和家庭联络站共21个+29个=50个。", "passed"],
    ["城市资源中心和家庭联络站共21个+29个=60个。", "figure"],
    ["城市资源中心和家庭联络站共21个+30个=51个。", "figure"],
    ["城市资源中心和家庭联络站共50个。", "figure"],
  ])("is only shown with what it is made of: %s", (claim, expected) => {
    expect(outcome(claim, "区域枢纽")).toBe(expected);
  });
});
