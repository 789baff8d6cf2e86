import { describe, expect, it } from "vitest";
import { isHomophone } from "./homophones.js";

describe("isHomophone", () => {
  it.each([
    ["王水种", "总监王水钟分享了企业的爱心", true],
    ["心智张碍", "为心智障碍者家庭提供", true],
    ["王水花", "总监王水钟分享了企业的爱心", false],
    ["李红", "秘书长李弘表示", false],
    ["王水钟", "总监王水钟分享了企业的爱心", false],
    ["abc", "abd", false],
    ["", "任何文字", false],
  ])("%s in %s: %s", (word, text, expected) => {
    expect(isHomophone(word, text)).toBe(expected);
  });
});
