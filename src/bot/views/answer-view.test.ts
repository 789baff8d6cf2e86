import { expect, it } from "vitest";
import { parseHtml } from "../../../test/support/telegram/html.js";
import type { AnswerRecord } from "../../core/audience-ports.js";
import type { Citation } from "../../core/types.js";
import { botWords } from "../../i18n/bot-words.js";
import { type ArticleDates, describeDates, renderAnswer } from "./answer-view.js";

const cite = (n: number, changes: Partial<Citation> = {}): Citation => ({
  n,
  articleId: "a1",
  revision: 1,
  title: "探索推动乡村振兴 清华大学发布报告",
  author: "皮磊",
  source: "000.txt",
  quote: `原句${n}。`,
  start: 0,
  end: 4,
  ...changes,
});
const answer = (changes: Partial<AnswerRecord>): AnswerRecord => ({
  id: "AbCdEfGhIjKl",
  at: 1,
  kind: "grounded",
  language: "zh",
  text: "青龙县累计孵化339名电商从业者[1]。",
  statements: [],
  citations: [cite(1)],
  suggestions: [],
  ...changes,
});
const dates: ArticleDates = { eventDates: ["2月22日"] };

it("shows the answer, then the source with title, author, date and the sentence", () => {
  expect(renderAnswer(answer({}), () => dates).messages).toEqual([
    "青龙县累计孵化339名电商从业者[1]。\n\n<b>出处</b>\n[1] <b>《探索推动乡村振兴 清华大学发布报告》</b> 皮磊 · 文中日期\uFF1A2月22日\n<blockquote expandable>原句1。</blockquote>",
  ]);
});

it("puts the sentences of one article under one title, articles in order of citation", () => {
  const other = { articleId: "a2", title: "商业向善" };
  const [html = ""] = renderAnswer(answer({ citations: [cite(1), cite(2, other), cite(3)] }), () => undefined).messages;
  expect(html.split("\n").slice(3)).toEqual([
    "[1][3] <b>《探索推动乡村振兴 清华大学发布报告》</b> 皮磊",
    "<blockquote expandable>[1] 原句1。",
    "[3] 原句3。</blockquote>",
    "[2] <b>《商业向善》</b> 皮磊",
    "<blockquote expandable>原句2。</blockquote>",
  ]);
});

it("says what the reader should know about the answer, after the answer", () => {
  const [html] = renderAnswer(
    answer({ kind: "extractive", notice: "modelUnavailable", language: "en" }),
    () => dates,
  ).messages;
  expect(html).toMatch(
    /^青龙县[^<]*\n\n<i>The model is not available right now[^<]*<\/i>\n\n<i>[^<]*in Chinese[^<]*<\/i>\n\n/,
  );
  expect(html).toContain("<b>Sources</b>");
});

it.each(["refused", "smalltalk"] as const)("shows nothing but the text when it is %s", (kind) => {
  const text = "没有找到。可以问问<这些>";
  expect(renderAnswer(answer({ kind, text, notice: "statementsDropped" }), () => dates).messages).toEqual([
    "没有找到。可以问问&lt;这些&gt;",
  ]);
});

it("shows hostile text as it is written and takes invisible characters away", () => {
  const hostile = cite(1, {
    title: "</b>\u202e题\n二行",
    author: "<a href='x'>",
    quote: "1 < 2 & 3</blockquote>\u0007\ud800",
  });
  const [html = ""] = renderAnswer(
    answer({ text: "<script>&amp;\u200b", citations: [hostile] }),
    () => undefined,
  ).messages;
  expect(parseHtml(html).text).toBe(
    "<script>&amp;\n\n出处\n[1] 《</b>题 二行》 <a href='x'>\n1 < 2 & 3</blockquote>\uFFFD",
  );
});

it("spreads a long answer over messages that are valid on their own", () => {
  const citations = Array.from({ length: 40 }, (_, i) => cite(i + 1, { articleId: `a${i}`, quote: "长句".repeat(80) }));
  const parts = renderAnswer(answer({ citations }), () => dates).messages;
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(parseHtml(part).text.length).toBeLessThanOrEqual(4096);
  for (const part of parts.slice(1)) expect(part).toMatch(/^\[\d+\] <b>/);
});

it("never shows an empty message", () => {
  expect(renderAnswer(answer({ kind: "refused", text: " \u200b\n" }), () => dates).messages).toEqual([
    botWords("zh").failed,
  ]);
});

it("prefers the day of publication to the days in the text", () => {
  const words = botWords("en");
  expect(describeDates({ published: "2023-02-28", eventDates: ["2月22日"] }, words)).toBe("2023-02-28");
  expect(describeDates({ eventDates: ["2月22日", "3月1日", "4月"] }, words)).toBe("dates in the text: 2月22日, 3月1日");
  expect(describeDates(undefined, words)).toBe("");
});
