import { describe, expect, it } from "vitest";
import { isTraditional, toTraditional } from "./traditional.js";

it("writes Simplified words in Traditional characters and leaves everything else", () => {
  expect(toTraditional("出处：现有的文章里没有 /help [1]")).toBe("出處：現有的文章裡沒有 /help [1]");
});

describe("isTraditional", () => {
  it.each([
    ["青龍縣累計孵化了多少名電商從業者?", true],
    ["青龙县累计孵化了多少名电商从业者?", false],
    ["公益", false],
    ["著名的项目", false],
    ["皇后大道的项目", false],
    ["裡面有多少家庭", true],
    ["2022", false],
    ["", false],
  ])("%s: %s", (text, expected) => expect(isTraditional(text)).toBe(expected));
});
