import { expect, it } from "vitest";
import { parseHtml } from "../../../test/support/telegram/html.js";
import { botWords } from "../../i18n/bot-words.js";
import { PAGE_SIZE, renderSources, type SourceEntry } from "./sources-view.js";

const zh = botWords("zh");
const article = (title: string, changes: Partial<SourceEntry> = {}): SourceEntry => ({
  title,
  eventDates: [],
  ...changes,
});
const many = Array.from({ length: PAGE_SIZE * 2 + 1 }, (_, i) => article(`报道${i + 1}`));
const buttons = (page: number) =>
  renderSources(many, page, zh)
    .keyboard?.inline_keyboard.flat()
    .map((button) => [button.text, "callback_data" in button && button.callback_data]);

it("lists title, author and date, as far as they are known", () => {
  const articles = [
    article("商业向善", { author: "皮磊", published: "2023-03-01" }),
    article("家庭支持 <报告>", { eventDates: ["3月2日"] }),
    article("无名"),
  ];
  expect(renderSources(articles, 0, zh)).toEqual({
    html: "收录了 3 篇报道\uFF1A\n\n1. <b>《商业向善》</b>\n    皮磊 · 2023-03-01\n2. <b>《家庭支持 &lt;报告&gt;》</b>\n    文中日期\uFF1A3月2日\n3. <b>《无名》</b>",
  });
});

it("says so when there is nothing", () => {
  expect(renderSources([], 3, zh)).toEqual({ html: zh.noSources });
});

it("turns pages, numbering on", () => {
  expect(renderSources(many, 1, zh).html).toContain(`${PAGE_SIZE + 1}. <b>《报道${PAGE_SIZE + 1}》</b>`);
  expect(renderSources(many, 1, zh).html).toContain("第 2 页");
  expect(buttons(0)).toEqual([["下一页", "s:1"]]);
  expect(buttons(1)).toEqual([
    ["上一页", "s:0"],
    ["下一页", "s:2"],
  ]);
  expect(buttons(2)).toEqual([["上一页", "s:1"]]);
});

it("shows the last page when the list has become shorter", () => {
  expect(renderSources(many, 999, zh)).toEqual(renderSources(many, 2, zh));
});

it("fits into one message, whatever titles there are", () => {
  const monsters = many.map(() =>
    article("🈵&<".repeat(2000), { author: "名".repeat(5000), eventDates: ["日".repeat(999)] }),
  );
  expect(parseHtml(renderSources(monsters, 0, zh).html).text.length).toBeLessThanOrEqual(4096);
});
