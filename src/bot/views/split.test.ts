import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../test/support/telegram/html.js";
import { renderHtml, type Span, type Style, span } from "./html.js";
import { MAX_MESSAGE_CHARS, splitSpans } from "./split.js";

const plain = (parts: readonly Span[][]) => parts.map((part) => part.map(({ text }) => text).join(""));
const bare = (text: string) => text.replace(/\s/gu, "");
const graphemes = (text: string) =>
  Array.from(new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text), ({ segment }) => segment);

const piece = fc.oneof(
  fc.constantFrom(
    "公益宝贝",
    "339名",
    "。",
    "！",
    "\n",
    "\n\n",
    " ",
    "<b>",
    "&lt;",
    "&",
    '"',
    "👩‍👩‍👧",
    "🇨🇳",
    "𠮷",
    "e\u0301",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const spans = fc
  .array(
    fc.record({
      text: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      style: fc.constantFrom<Style[]>("plain", "bold", "italic", "quote"),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map(({ text, style }) => span(text, style)));

describe("splitSpans", () => {
  it("leaves a text that fits as it is, but for the white space around it", () => {
    expect(splitSpans([span("\n青龙县"), span("339名 ", "bold")])).toEqual([[span("青龙县"), span("339名", "bold")]]);
    expect(splitSpans([span(" \n ")])).toEqual([]);
    expect(splitSpans([])).toEqual([]);
  });

  it.each([
    ["between paragraphs", "第一段。还有。\n\n第二段。", 12, ["第一段。还有。", "第二段。"]],
    ["between lines", "第一行很长很长\n第二行很长很长", 12, ["第一行很长很长", "第二行很长很长"]],
    ["between sentences", "第一句。第二句比较长。第三句。", 12, ["第一句。第二句比较长。", "第三句。"]],
    [
      "at an early sentence rather than inside a late one",
      "好。这一句无论如何也太长了一点",
      12,
      ["好。", "这一句无论如何也太长了一", "点"],
    ],
    ["inside a sentence that is too long for a message", "一二三四五六七八九十", 4, ["一二三四", "五六七八", "九十"]],
    ["never inside a pair", "a𠮷𠮷𠮷", 2, ["a", "𠮷", "𠮷", "𠮷"]],
    ["never inside a family", "家庭👩‍👩‍👧家庭", 9, ["家庭", "👩‍👩‍👧家", "庭"]],
  ])("cuts %s", (_, text, limit, expected) => {
    expect(plain(splitSpans([{ text, style: "plain" }], limit))).toEqual(expected);
  });

  it("keeps a title with the quote under it", () => {
    const card = [span("回答回答回答回答\n"), span("[1] 《题》\n"), span("原文原文原文原文", "quote")];
    expect(plain(splitSpans(card, 20))).toEqual(["回答回答回答回答", "[1] 《题》\n原文原文原文原文"]);
  });

  it("fills messages with text of Telegram's own limit, tags not counted", () => {
    const sentence = `${"字".repeat(63)}。`;
    const parts = splitSpans([span(sentence.repeat(64 * 3), "bold")]);
    expect(plain(parts).map((text) => text.length)).toEqual([4096, 4096, 4096]);
  });

  it("gives messages that fit, are valid on their own and lose nothing, for any text", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 40, max: 300 }), (list, limit) => {
        const parts = splitSpans(list, limit);
        for (const part of parts) {
          const parsed = parseHtml(renderHtml(part));
          expect(parsed.text).toBe(part.map(({ text }) => text).join(""));
          expect(parsed.text.length).toBeLessThanOrEqual(limit);
          expect(parsed.text.trim()).not.toBe("");
        }
        expect(bare(plain(parts).join(""))).toBe(bare(list.map(({ text }) => text).join("")));
      }),
      { numRuns: 300 },
    );
  });

  it("never cuts a grapheme, for any text whose graphemes fit", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 40, max: 300 }), (list, limit) => {
        const whole = list.map(({ text }) => text).join("");
        fc.pre(graphemes(whole).every((grapheme) => grapheme.length <= limit));
        const expected = new Set(graphemes(whole).map((grapheme) => grapheme.trim()));
        for (const text of plain(splitSpans(list, limit))) {
          for (const grapheme of graphemes(text)) expect(expected).toContain(grapheme.trim());
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gets through a letter with more accents than a message holds", () => {
    const parts = plain(splitSpans([span(`e${"\u0301".repeat(10_000)}`)]));
    expect(parts.every((text) => text.length <= MAX_MESSAGE_CHARS)).toBe(true);
    expect(parts.join("")).toHaveLength(10_001);
  });
});
