import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONG_SENTENCE, splitSentences } from "./sentences.js";

const words = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["“好。”他说。完", ["“好。”", "他说。", "完"]],
    ["真的?当然!", ["真的?", "当然!"]],
    ["从4.5分增长到5.3分。", ["从4.5分增长到5.3分。"]],
    ["还有……他停了", ["还有……", "他停了"]],
    ["It rose 3.5%. Then it fell.", ["It rose 3.5%.", "Then it fell."]],
    ["第一段。\n第二段", ["第一段。", "第二段"]],
    ["发布《如何助力? 一种模式》。完", ["发布《如何助力? 一种模式》。", "完"]],
    ["(皮磊)", ["(皮磊)"]],
    ["  \n \n", []],
  ])("splits %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("cuts at semicolons only in a long sentence", () => {
    expect(words("短句;不切。")).toEqual(["短句;不切。"]);
    const part = "长".repeat(LONG_SENTENCE / 2);
    expect(words(`${part};${part}。`)).toEqual([`${part};`, `${part}。`]);
  });

  it("leaves out nothing but white space, in order, without overlap", () => {
    const piece = fc.constantFrom("公益", "。", "”", "\n", " ", ";", "!", "…", "339", ".", "A", "𠮷");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join("");
        expect(words(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        const spans = splitSentences(text);
        for (const [i, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
      }),
    );
  });
});
