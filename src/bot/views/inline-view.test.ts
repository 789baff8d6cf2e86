import { expect, it } from "vitest";
import { renderFactResults, renderNewestResults, renderNoArticlesResult, renderUnknownResult } from "./inline-view.js";

const setting = { language: "zh" as const, username: "facts_bot" };
const offered = {
  id: "AbCdEfGhIjKl",
  fact: { title: "商业向善", author: "皮磊", quote: "累计孵化339名从业者。", marks: [{ start: 4, end: 8 }] },
  dates: { published: "2023-02-24", eventDates: [] },
};
const sent = {
  message_text: "累计孵化<b>339名</b>从业者。\n\n《商业向善》 皮磊 · 2023-02-24",
  parse_mode: "HTML",
  link_preview_options: { is_disabled: true },
};
const button = (text: string) => ({
  inline_keyboard: [[{ text, url: "https://t.me/facts_bot?start=e_AbCdEfGhIjKl" }]],
});

it("offers a fact by its sentence and its article", () => {
  expect(renderFactResults([offered], setting)).toEqual([
    {
      type: "article",
      id: "AbCdEfGhIjKl",
      title: "累计孵化339名从业者。",
      description: "《商业向善》 皮磊 · 2023-02-24",
      input_message_content: sent,
      reply_markup: button("查看出处"),
    },
  ]);
});

it("offers a new article by its title, and sends how it begins", () => {
  const [result] = renderNewestResults([offered], { ...setting, language: "en" });
  expect(result).toMatchObject({
    title: "商业向善",
    description: "皮磊 · 2023-02-24 累计孵化339名从业者。",
    input_message_content: sent,
    reply_markup: button("See the source"),
  });
});

it("says that nothing is known without repeating what could do harm", () => {
  const [result] = renderUnknownResult(`<b>&\u0000\u202e${"长".repeat(300)}`, setting);
  expect(result).toMatchObject({ id: "unknown", title: "没有找到" });
  expect(result?.input_message_content).toMatchObject({
    message_text: `收录的报道没有提到“&lt;b&gt;&amp;${"长".repeat(56)}…”。`,
  });
  expect(renderUnknownResult("\u0000", setting)[0]?.input_message_content).toMatchObject({
    message_text: "收录的报道没有提到。",
  });
});

it("speaks Traditional Chinese and leaves the article as it is", () => {
  const [result] = renderFactResults([offered], { ...setting, language: "zh-Hant" });
  expect(result?.reply_markup).toEqual(button("查看出處"));
  expect(result?.input_message_content).toEqual(sent);
  expect(renderNoArticlesResult({ ...setting, language: "zh-Hant" })[0]?.title).toBe("現在還沒有收錄報道。");
});
