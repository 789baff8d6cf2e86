/** The notation of the data and the numerals of the rules: what a case says must be what was meant. */
import { describe, expect, it } from "vitest";
import { bare, isHeld } from "./cases.js";
import { makeLies } from "./lies.js";
import { groupDigits, toChinese, toChineseDigits, toFullWidth } from "./numerals.js";
import { parseEdit, parseTemplate, renderTemplate } from "./templates.js";
import { makeTruths } from "./truths.js";

describe("the notation", () => {
  it("parts a statement from the sentences that it cites", () => {
    const template = "共派驻27名。{27名乡村特派员}{2月22日}";
    expect(parseTemplate(template)).toEqual({ statement: "共派驻27名。", parts: ["27名乡村特派员", "2月22日"] });
    expect(renderTemplate(parseTemplate(template))).toBe(template);
  });

  it("looks for the changed clause only", () => {
    expect(parseEdit("计划重建310户,开工«96→69»户。{310户}")).toEqual({
      truth: "计划重建310户,开工96户。",
      statement: "计划重建310户,开工69户。",
      parts: ["310户"],
      lie: ["开工69户"],
    });
  });

  it.each([
    ["a limit left out before a figure", "登记志愿者,«近→»900人。{近900人}", "登记志愿者,900人"],
    ["a clause that an article holds", "«三年来→去年»,共投入2350万元。{2,350万元}", "去年,共投入2350万元"],
  ])("looks for the whole statement where the clause alone is true: %s", (_, edited, lie) => {
    expect(parseEdit(edited).lie).toEqual([lie]);
  });

  it("refuses an edit that changes nothing", () => {
    expect(() => parseEdit("共派驻«27→27»名。{27名乡村特派员}")).toThrow("nothing false");
  });
});

it("compares texts without marks, blanks, widths and numbers", () => {
  expect(bare("- **销售额** 超５００万元。[1][12]\u200b")).toBe("-销售额超500万元。");
});

it("writes numbers in Chinese", () => {
  const written = [4217, 1105, 14, 340, 58000, 10_010, 260_000, 6_420_000].map(toChinese);
  expect(written).toEqual([
    "四千二百一十七",
    "一千一百零五",
    "十四",
    "三百四十",
    "五万八千",
    "一万零一十",
    "二十六万",
    "六百四十二万",
  ]);
  expect([toChineseDigits("2022"), toFullWidth("339"), groupDigits("58000"), groupDigits("339")]).toEqual([
    "二〇二二",
    "３３９",
    "58,000",
    "339",
  ]);
});

it("holds back about a third of either side, always the same", () => {
  for (const cases of [makeLies(), makeTruths()]) {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(isHeld).length / cases.length).toBeGreaterThan(0.25);
    expect(cases.filter(isHeld).length / cases.length).toBeLessThan(0.42);
  }
});
