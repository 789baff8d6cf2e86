import { describe, expect, it } from "vitest";
import { gapWords } from "../../i18n/gap-words.js";
import { readCallbackData } from "../callback-data.js";
import type { Gap } from "../gaps.js";
import { readGapTap, renderGap } from "./gap-view.js";

const gap: Gap = {
  id: "abcdefghijk_",
  key: "青龙县 人口",
  question: "青龙县有多少<b>人口?",
  others: ["青龙县的人口是多少"],
  times: 3,
  refused: 2,
  disliked: 1,
  waiting: 2,
  first: Date.UTC(2026, 10, 3),
  last: Date.UTC(2026, 10, 25, 23),
};
const words = gapWords("zh");

describe("renderGap", () => {
  it("shows the question first, then how often and when, then the other wordings", () => {
    expect(renderGap([gap, { ...gap, others: [], waiting: 0 }], 0, words)).toEqual({
      html: [
        "<b>青龙县有多少&lt;b&gt;人口?</b>\n\n问过 3 次：没有找到 2 次，没帮助 1 次\n最早 2026-11-03，最近 2026-11-25\n等着答案的：2 人",
        "也这样问过：\n· 青龙县的人口是多少\n\n未能回答的问题，第 1 个，共 2 个",
      ].join("\n\n"),
      keyboard: {
        inline_keyboard: [
          [
            { text: "增加报道", callback_data: "g:a:abcdefghijk_" },
            { text: "增加别名", callback_data: "g:n:abcdefghijk_" },
          ],
          [{ text: "忽略", callback_data: "g:x:abcdefghijk_:0" }],
          [{ text: "下一个", callback_data: "g:p:1" }],
        ],
      },
    });
  });

  it("shows the last one for a page beyond the end, and a line when there is none", () => {
    const { html, keyboard } = renderGap([gap], 7, gapWords("en"));
    expect(html).toContain("Unanswered question 1 of 1");
    expect(keyboard?.inline_keyboard).toHaveLength(2);
    expect(renderGap([], 0, words)).toEqual({ html: "现在没有未能回答的问题。" });
  });

  it("fits into one message, however long the questions are", () => {
    const long = "长".repeat(2000);
    const { html } = renderGap([{ ...gap, question: long, others: Array(9).fill(long) as string[] }], 0, words);
    expect(html.length).toBeLessThan(3000);
  });
});

it.each([
  ["g:p:3", { action: "page", page: 3 }],
  ["g:a:abcdefghijk_", { action: "article", id: "abcdefghijk_" }],
  ["g:n:abcdefghijk_", { action: "alias", id: "abcdefghijk_" }],
  ["g:x:abcdefghijk_:2", { action: "ignore", id: "abcdefghijk_", page: 2 }],
  ["g:p:-1", undefined],
  ["g:p:1:2", undefined],
  ["g:x:abcdefghijk_", undefined],
  ["g:x:abcdefghijk_:x", undefined],
  ["g:a:short", undefined],
  ["g:toString:abcdefghijk_", undefined],
  ["v:abcdefghijk_:good", undefined],
])("readGapTap reads %s", (data, tap) => {
  const pressed = readCallbackData(data);
  expect(pressed && readGapTap(pressed)).toEqual(tap);
});
