import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markAsked } from "./asked-marks.js";
import { analyseQuestion } from "./question.js";

const marked = (question: string, quote: string) =>
  markAsked(analyseQuestion(question), quote).map(({ start, end }) => quote.slice(start, end));

describe("markAsked", () => {
  it.each([
    ["孵化了多少名电商从业者?", "累计孵化339名电商从业者,销售额超500万元。", ["339名"]],
    ["销售额是多少元?", "累计孵化３３９名电商从业者,销售额超５００万元。", ["５００万元"]],
    ["什么时候举办的?", "2月22日,研讨会在京举办,27名专家出席。", ["2月22日"]],
    ["2022年的捐赠额是多少元?", "从2019年的4.5元增长到2022年的5.3元。", ["4.5元", "2022年", "5.3元"]],
    ["主要产业是什么?", "板栗是当地农户的主要产业,共200户。", []],
  ])("marks what %s asks for", (question, quote, expected) => {
    expect(marked(question, quote)).toEqual(expected);
  });

  it("gives places inside any quote, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (noise) => {
        const quote = `${noise}339名${noise}`;
        let before = 0;
        for (const { start, end } of markAsked(analyseQuestion("多少名?"), quote)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(quote.length);
          before = end;
        }
      }),
    );
  });
});
