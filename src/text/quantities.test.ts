import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumeral } from "./numerals.js";
import { findQuantities, isSameQuantity } from "./quantities.js";

describe("parseNumeral", () => {
  it.each([
    ["三百三十九", 339],
    ["两千零五", 2005],
    ["十二", 12],
    ["二十", 20],
    ["廿三", 23],
    ["一万二", 12000],
    ["三百五", 350],
    ["一百零五", 105],
    ["二〇二二", 2022],
    ["五百万", 5_000_000],
    ["一亿三千万", 130_000_000],
    ["十亿", 1_000_000_000],
  ])("reads %s as %d", (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(["", "万", "三三十"])("does not read %j", (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  it("reads back every number below 100,000 that it is given in the common form", () => {
    const spell = (n: number): string => {
      const digits = "零一二三四五六七八九";
      const below = (x: number): string => {
        let out = "";
        let pendingZero = false;
        for (const [place, name] of [
          [1000, "千"],
          [100, "百"],
          [10, "十"],
          [1, ""],
        ] as const) {
          const digit = Math.floor(x / place) % 10;
          if (digit === 0) pendingZero = out !== "";
          else {
            out += `${pendingZero ? "零" : ""}${digits[digit]}${name}`;
            pendingZero = false;
          }
        }
        return out;
      };
      if (n < 10_000) return below(n);
      const rest = n % 10_000;
      return `${below(Math.floor(n / 10_000))}万${rest > 0 && rest < 1000 ? "零" : ""}${below(rest)}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
        expect(parseNumeral(spell(n))).toBe(n);
      }),
    );
  });
});

describe("findQuantities", () => {
  it.each([
    ["累计孵化339名电商从业者", [[339, "名"]]],
    ["三百三十九名", [[339, "名"]]],
    ["３３９名", [[339, "名"]]],
    ["销售额超500万元", [[5_000_000, "元"]]],
    ["五百万元", [[5_000_000, "元"]]],
    ["5,000,000元", [[5_000_000, "元"]]],
    [
      "5.8万个家庭,6.6万名照料者",
      [
        [58_000, "个"],
        [66_000, "名"],
      ],
    ],
    ["800多万商家", [[8_000_000, ""]]],
    ["每年平均捐赠100多元", [[100, "元"]]],
    ["第十二年", [[12, "年"]]],
    [
      "2月22日",
      [
        [2, "月"],
        [22, "日"],
      ],
    ],
    [
      "截至2022年12月",
      [
        [2022, "年"],
        [12, "月"],
      ],
    ],
    [
      "百分之五和5%",
      [
        [5, "%"],
        [5, "%"],
      ],
    ],
    ["1.52亿笔", [[152_000_000, "笔"]]],
    ["四分多钱", [[4, "分"]]],
    ["高出了1倍", [[1, "倍"]]],
    ["三点五倍", [[3.5, "倍"]]],
    ["进一步推动,一直如此,一种办法", []],
    ["", []],
  ])("finds the figures of %s", (text, expected) => {
    expect(findQuantities(text).map(({ value, unit }) => [value, unit])).toEqual(expected);
  });

  it("marks 数十亿 as vague, which is not the same as 十亿", () => {
    const [vague] = findQuantities("贡献了数十亿元捐款");
    const [exact] = findQuantities("十亿元");
    expect(vague).toMatchObject({ value: 1e9, unit: "元", vague: true });
    expect(vague && exact && isSameQuantity(vague, exact)).toBe(false);
  });

  it("gives the place of each figure in the folded text", () => {
    const text = "超200个村级物流网点,339名电商从业者";
    for (const quantity of findQuantities(text)) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
  });

  it("tells units and magnitudes apart", () => {
    const [people, firms, tenThousands, hundredMillions] = findQuantities("339名,339家,5.8万,5.8亿");
    expect(people && firms && isSameQuantity(people, firms)).toBe(false);
    expect(tenThousands && hundredMillions && isSameQuantity(tenThousands, hundredMillions)).toBe(false);
  });

  it("takes any string", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => findQuantities(text).every((q) => q.end > q.start)));
  });
});
