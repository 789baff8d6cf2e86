import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFigures } from "./figures.js";
import { foldText } from "./normalize.js";

const only = (text: string) => findFigures(foldText(text))[0];

describe("findFigures", () => {
  it.each([
    ["三百三十九名", 339, "人", "exact"],
    ["339位", 339, "人", "exact"],
    ["３３９人", 339, "人", "exact"],
    ["339家", 339, "家", "exact"],
    ["339户", 339, "户", "exact"],
    ["5.8万个", 58_000, "个", "exact"],
    ["58,000个", 58_000, "个", "exact"],
    ["两千零五元", 2005, "元", "exact"],
    ["百分之五", 5, "%", "exact"],
    ["5%", 5, "%", "exact"],
    ["5个百分点", 5, "百分点", "exact"],
    ["三成", 30, "%", "exact"],
    ["八成三", 83, "%", "exact"],
    ["三分之一", 100 / 3, "%", "exact"],
    ["一半", 50, "%", "exact"],
    ["1.52亿笔", 152_000_000, "笔", "exact"],
    ["1亿3000万元", 130_000_000, "元", "exact"],
    ["十二元五角", 12.5, "元", "exact"],
    ["两万万元", 200_000_000, "元", "exact"],
    ["超200个", 200, "个", "over"],
    ["200多个", 200, "个", "over"],
    ["200个以上", 200, "个", "over"],
    ["超过了500万元", 5_000_000, "元", "over"],
    ["800多万商家", 8_000_000, "", "over"],
    ["四分多钱", 4, "分", "over"],
    ["近10倍", 10, "倍", "near"],
    ["约5000万人次", 50_000_000, "人次", "about"],
    ["11万元左右", 110_000, "元", "about"],
    ["不足30分钟", 30, "分钟", "under"],
    ["不超过1.5万元", 15_000, "元", "atMost"],
    ["至少两年", 2, "年", "atLeast"],
    ["数十亿元", 1e9, "元", "several"],
    ["60周岁以上", 60, "周岁", "over"],
  ] as const)("reads %s", (text, value, unit, qualifier) => {
    const figure = only(text);
    expect(figure).toMatchObject({ unit, qualifier });
    expect(figure?.value).toBeCloseTo(value, 9);
  });

  it.each([
    ["3-5万元", 30_000, 50_000],
    ["三到五名", 3, 5],
    ["一二线城市", 1, 2],
  ])("reads %s as a range", (text, low, high) => {
    expect(only(text)).toMatchObject({ value: low, high });
  });

  it.each([
    ["增长1倍", "by"],
    ["增长近10倍", "by"],
    ["翻了一番", "by"],
    ["增长至233万家", "to"],
    ["达到2倍", "to"],
    ["从2012年的24万家增长", "from"],
    ["由开课时的17%升至", "from"],
    ["共有24万家", undefined],
  ])("tells in %s what the figure is in the change", (text, change) => {
    expect(findFigures(foldText(text)).at(-1)?.change).toBe(change);
  });

  it.each([
    ["翻了一番", 1],
    ["翻两番", 3],
    ["翻了三番", 7],
  ])("reads %s as so many times more", (text, value) => {
    expect(findFigures(foldText(text)).at(-1)).toMatchObject({ value, unit: "倍", change: "by" });
  });

  it("tells the third year from three years, and 三岁前 from 三岁后", () => {
    expect(only("第三年")?.isOrdinal).toBe(true);
    expect(only("三年")?.isOrdinal).toBe(false);
    expect([only("三岁前"), only("三岁后")].map((figure) => figure?.side)).toEqual(["前", "后"]);
  });

  it.each(["经过一系列", "进一步", "一种", "千方百计", ""])("finds no figure in %j", (text) => {
    expect(findFigures(text)).toEqual([]);
  });

  it("takes any string and keeps the places of figures", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldText(text);
        for (const { start, end } of findFigures(folded)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
