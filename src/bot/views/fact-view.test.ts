import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../test/support/telegram/html.js";
import { botWords } from "../../i18n/bot-words.js";
import { clipAround, factLines, factMessage, sourceLine } from "./fact-view.js";
import { renderHtml } from "./html.js";

const words = botWords("zh");
const fact = {
  n: 1,
  title: "商业向善",
  author: "皮磊",
  quote: "累计孵化339名从业者,销售额超500万元。",
  marks: [
    { start: 4, end: 8 },
    { start: 16, end: 21 },
  ],
};

it("shows the figures of a sentence in bold, then where it is from", () => {
  expect(factMessage(fact, { published: "2023-02-24", eventDates: [] }, words)).toBe(
    "累计孵化<b>339名</b>从业者,销售额超<b>500万元</b>。\n\n《商业向善》 皮磊 · 2023-02-24",
  );
});

it("puts facts below one another, each with its number", () => {
  expect(renderHtml(factLines([fact, { ...fact, n: 2, quote: "板栗。", marks: [] }]))).toBe(
    "累计孵化<b>339名</b>从业者,销售额超<b>500万元</b>。[1]\n板栗。[2]",
  );
});

it("says of a source what is known", () => {
  expect(sourceLine({ title: "题" }, undefined, words)).toBe("《题》");
  expect(sourceLine({ title: "题", author: "皮磊" }, { eventDates: ["2月22日"] }, words)).toBe(
    "《题》 皮磊 · 文中日期\uFF1A2月22日",
  );
});

it("lets no tag of an article through, and cuts a sentence that is longer than a message", () => {
  const quote = `<b>&amp;${"很长".repeat(3000)}`;
  const html = factMessage({ title: "<i>题".repeat(200), quote, marks: [{ start: 0, end: 3 }] }, undefined, words);
  const { text, entities } = parseHtml(html);
  expect(text.length).toBeLessThan(4096);
  expect(text.startsWith("<b>&amp;很长")).toBe(true);
  expect(text).toContain("…\n\n《<i>题");
  expect(entities).toEqual([{ type: "bold", offset: 0, length: 3 }]);
});

describe("a short title", () => {
  it.each([
    ["累计339名。", { start: 2, end: 6 }, 20, "累计339名。"],
    ["一二三四五六七八九十,累计孵化339名。", { start: 15, end: 19 }, 12, "…累计孵化339名。"],
    ["一二三四五六七八九十十一十二339名百万千万", { start: 14, end: 18 }, 8, "…十一十二339名…"],
    ["一二三四五六七八九十", undefined, 4, "一二三四…"],
    ["一\n二 ", undefined, 4, "一 二"],
    ["一二三😀五", undefined, 4, "一二三…"],
  ])("of %j with %j in %i units", (text, mark, limit, expected) => {
    expect(clipAround(text, mark, limit)).toBe(expected);
  });
});
