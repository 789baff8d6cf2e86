import { describe, expect, it } from "vitest";
import { answerCiting, articleOf, citing } from "../../../test/support/cited-article.js";
import { parseHtml } from "../../../test/support/telegram/html.js";
import { evidenceOf } from "../evidence.js";
import { renderArticlePage } from "./article-page-view.js";

const zh = { language: "zh", isGroup: false } as const;
const QUOTE = "累计孵化339名。";
const paragraphs = Array.from({ length: 60 }, (_, i) => `这是第${i}段的头一句。${"这一句比较长，".repeat(10)}完。`);
paragraphs[40] = `头一句。${QUOTE}末一句。`;
const article = articleOf(paragraphs);
const citation = citing(article, QUOTE);
const evidence = evidenceOf(answerCiting([citation]), citation, article, article);
const textOf = (html: string) => parseHtml(html).text;

describe("the whole article", () => {
  it("opens at the page that holds the quote, marked there", () => {
    const { html, keyboard } = renderArticlePage(evidence, zh);
    expect(html).toContain(`头一句。<b><u>${QUOTE}</u></b>末一句。`);
    expect(html).toMatch(/<i>第 2 页，共 3 页。\n引文在这一页，已加粗并加下划线。<\/i>$/);
    expect(keyboard?.inline_keyboard.slice(0, 2)).toEqual([
      [
        { text: "‹ 上一页", callback_data: "a:AbC_EfG-IjKl:1:t:0" },
        { text: "下一页 ›", callback_data: "a:AbC_EfG-IjKl:1:t:2" },
      ],
      [{ text: "回到引文", callback_data: "a:AbC_EfG-IjKl:1:p" }],
    ]);
  });

  it("is all there, page by page, each ending where a sentence does", () => {
    const pages = [0, 1, 2].map((place) => textOf(renderArticlePage(evidence, zh, place).html));
    const bodies = pages.map((page) => page.split("皮磊\n\n")[1]?.split("\n\n第 ")[0] ?? "");
    expect(bodies.join("\n\n").replaceAll("\n\n", "\n")).toBe(article.text);
    for (const body of bodies) expect(body).toMatch(/。$/);
    expect(pages[0]).toMatch(/第 1 页，共 3 页。\n引文在第 2 页。$/);
    expect(renderArticlePage(evidence, zh, 999_999).html).toContain("第 3 页，共 3 页。");
  });

  it("falls back to the quote when the text is not there", () => {
    const lost = evidenceOf(answerCiting([citation]), citation, undefined, undefined);
    expect(renderArticlePage(lost, zh).html).toContain("只有这句引文");
  });
});
