import { dict } from "@node-rs/jieba/dict.js";
import { describe, expect, it } from "vitest";
import { contentWords, wordRarity } from "./word-rarity.js";

const lines = Buffer.from(dict).toString("utf8").trimEnd().split("\n");

describe("wordRarity", () => {
  it("finds every thousandth word of the dictionary by its count", () => {
    const total = lines.reduce((sum, line) => sum + Number(line.split(" ")[1]), 0);
    for (let i = 0; i < lines.length; i += 1000) {
      const [word = "", count = ""] = lines[i]?.split(" ") ?? [];
      const expected = Math.log(total / Math.max(Number(count), 3)) / Math.log(total / 3);
      expect(wordRarity(word), word).toBeCloseTo(expected, 10);
    }
  });

  it("takes what the dictionary does not know for as rare as can be", () => {
    for (const word of ["", "不存在的词啊", "\u{10ffff}", "a b", "\n"]) expect(wordRarity(word)).toBe(1);
  });

  it("puts common words below rare ones", () => {
    expect(wordRarity("的")).toBeLessThan(wordRarity("已经"));
    expect(wordRarity("已经")).toBeLessThan(wordRarity("创始人"));
  });
});

describe("contentWords", () => {
  it("keeps words and figures, leaves punctuation out", () => {
    expect(contentWords("公益宝贝,2022年?")).toEqual(["公益", "宝贝", "2022", "年"]);
  });

  it("puts a name together that the dictionary does not know", () => {
    expect(contentWords("陈红涛提到")).toEqual(["陈红涛", "提到"]);
  });
});
