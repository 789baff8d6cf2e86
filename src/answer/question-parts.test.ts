import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitIntoQuestions } from "./question-parts.js";

describe("splitIntoQuestions", () => {
  it.each([
    ["刘胜安是什么职务?他希望做什么?", ["刘胜安是什么职务?", "他希望做什么?"]],
    ["单笔平均捐多少？另外2012年达成了多少笔？", ["单笔平均捐多少?", "2012年达成了多少笔?"]],
    ["青龙县有多少网点,还有销售额是多少", ["青龙县有多少网点?", "销售额是多少?"]],
    ["我想了解青龙县。有多少网点?", ["我想了解青龙县。有多少网点?"]],
    ["派驻到了几个省、多少个县区?", ["派驻到了几个省、多少个县区?"]],
    ["青龙县有多少网点?谢谢!", ["青龙县有多少网点?谢谢!"]],
    ["谁?", ["谁?"]],
    ["a? what? 谁呢? 哪年的事? 多少钱呢? 为什么呢?", ["a? what? 谁呢? 哪年的事? 多少钱呢? 为什么呢?"]],
    ["板栗", ["板栗"]],
  ])("reads %s", (message, expected) => {
    expect(splitIntoQuestions(message)).toEqual(expected);
  });

  it("gives one to three questions for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("谁多少哪?？,，。;\n a青县另外")) }), (message) => {
        const parts = splitIntoQuestions(message);
        expect(parts.length).toBeGreaterThanOrEqual(1);
        expect(parts.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
