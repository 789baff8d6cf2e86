import { describe, expect, it } from "vitest";
import { answerCiting, articleOf, citing } from "../../../test/support/cited-article.js";
import { parseHtml } from "../../../test/support/telegram/html.js";
import type { Article } from "../../core/types.js";
import { evidenceOf } from "../evidence.js";
import { renderEvidence } from "./evidence-view.js";
import type { Keyboard } from "./keyboard.js";

const QUOTE = "累计孵化339名。";
const article = articleOf(["第一段。", `头一句。${QUOTE}末一句。`, "第三段。"], {
  published: "2023-02-28",
  url: "https://a.cn/x",
});
const first = citing(article, QUOTE);
const answer = answerCiting([first, citing(article, "末一句。", 2)]);
const zh = { language: "zh", isGroup: false } as const;
const evidence = evidenceOf(answer, first, article, article);
const labels = (keyboard: Keyboard | undefined) =>
  keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

/** Evidence of the sentence `quote` of an article that still is as it was. */
function evidenceIn(cited: Article, quote: string) {
  const citation = citing(cited, quote);
  return evidenceOf(answerCiting([citation]), citation, cited, cited);
}

describe("a card", () => {
  it("shows what is proven, the source, and the paragraph with the sentence marked, also in words", () => {
    expect(renderEvidence(evidence, zh).html).toBe(
      [
        "出处 1（共 2 处）",
        "答案说：陈述1",
        "",
        "<b>《商业向善》</b>",
        "皮磊 · 2023-02-28",
        "",
        "头一句。<b><u>累计孵化339名。</u></b><u>末一句。</u>",
        "",
        "<i>第 2 段，共 3 段。",
        "引文是这一段的第 2 句，已加粗并加下划线。",
        "只加下划线的，是出处 2 的引文。</i>",
      ].join("\n"),
    );
  });

  it("has buttons for all around it", () => {
    expect(renderEvidence(evidence, zh).keyboard).toEqual({
      inline_keyboard: [
        [
          { text: "‹ 上一段", callback_data: "a:AbC_EfG-IjKl:1:p:0" },
          { text: "下一段 ›", callback_data: "a:AbC_EfG-IjKl:1:p:2" },
        ],
        [
          { text: "全文", callback_data: "a:AbC_EfG-IjKl:1:t" },
          {
            text: "打开原文",
            url: "https://a.cn/x#:~:text=%E7%B4%AF%E8%AE%A1%E5%AD%B5%E5%8C%96339%E5%90%8D%E3%80%82",
          },
        ],
        [{ text: "出处 2", callback_data: "a:AbC_EfG-IjKl:2:p" }],
        [
          { text: "复制引文", copy_text: { text: "“累计孵化339名。”——皮磊《商业向善》，2023-02-28" } },
          { text: "返回答案", callback_data: "a:AbC_EfG-IjKl:1:b" },
        ],
      ],
    });
  });

  it("of another paragraph says where the quote is, and leads back there", () => {
    const { html, keyboard } = renderEvidence(evidence, { language: "en", isGroup: true }, 0);
    expect(html).toContain("第一段。\n\n<i>Paragraph 1 of 3.\nThe quote is in paragraph 2.</i>");
    expect(labels(keyboard)).toEqual([
      ["Paragraph after ›"],
      ["Back to the quote", "Whole article", "Open the original"],
      ["Source 2"],
      ["Copy the citation", "Close"],
    ]);
    expect(renderEvidence(evidence, zh, 999_999).html).toContain(
      "第三段。\n\n<i>第 3 段，共 3 段。\n引文在第 2 段。</i>",
    );
  });

  it("of a sentence that is quoted as the answer does not say it twice", () => {
    const statements = [{ text: QUOTE, citations: [1] }];
    const { html } = renderEvidence({ ...evidence, answer: { ...answer, statements } }, zh);
    expect(html.split(QUOTE)).toHaveLength(2);
    expect(html).not.toContain("答案说");
  });

  it.each([
    ["updated", "这篇报道后来有更新，下面是答案引用的版本。"],
    ["rewritten", "这篇报道后来有更新，现在的版本里没有这句话。下面是答案引用的版本。"],
    ["removed", "这篇报道后来不再收录，下面是答案引用的版本。"],
  ] as const)("says that the article is %s, and still shows the sentence", (standing, notice) => {
    const { html } = renderEvidence({ ...evidence, standing }, zh);
    expect(html).toContain(`皮磊 · 2023-02-28\n<i>${notice}</i>\n\n头一句。<b><u>${QUOTE}</u></b>`);
  });

  it("shows the quote alone when the text is not there", () => {
    const { html, keyboard } = renderEvidence(evidenceOf(answer, first, undefined, undefined), zh);
    expect(html).toContain(`<i>全文没有保存下来，只有这句引文。</i>\n\n<b><u>${QUOTE}</u></b>`);
    expect(labels(keyboard)).toEqual([["出处 2"], ["复制引文", "返回答案"]]);
  });

  it("takes the days that a text names when the article has no date", () => {
    const cited = articleOf(["2月22日，报告发布。"]);
    expect(renderEvidence(evidenceIn(cited, cited.text), zh).html).toContain("皮磊 · 文中日期：2月22日\n");
  });

  it("shows sentences around the quote when the paragraph is longer than a message", () => {
    const around = Array.from({ length: 400 }, (_, i) => `这是第${i}个句子。`);
    const cited = articleOf([[...around.slice(0, 200), QUOTE, ...around.slice(200)].join("")]);
    const { html } = renderEvidence(evidenceIn(cited, QUOTE), zh);
    expect(parseHtml(html).text.length).toBeLessThanOrEqual(4096);
    expect(html).toMatch(/\n…这是第\d+个句子。/);
    expect(html).toContain(`这是第199个句子。<b><u>${QUOTE}</u></b>这是第200个句子。`);
    expect(html).toMatch(/这是第\d+个句子。…\n\n/);
    expect(html).toContain("这一段很长");
  });

  it("is a valid message whatever the article holds", () => {
    const wild = "<b>&\u202e\ud800</b>".repeat(600);
    const cited = articleOf([wild], { title: wild, author: wild, outlet: wild, published: wild, url: wild });
    const citation = { ...citing(cited, wild), title: wild, author: wild };
    const long = answerCiting([citation], { statements: [{ text: `${wild}!`, citations: [1] }] });
    const { html } = renderEvidence(evidenceOf(long, citation, cited, cited), zh);
    const { text } = parseHtml(html);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toContain("<b>&\uFFFD</b>");
    const lost = renderEvidence(evidenceOf(long, citation, undefined, undefined), zh);
    expect(parseHtml(lost.html).text.length).toBeLessThanOrEqual(4096);
  });

  it("fits into a message when all of it is as long as it can be", () => {
    const astral = "𠮷".repeat(3000);
    const cited = articleOf([`${"一句。".repeat(900)}${QUOTE}`], { title: astral, author: astral, outlet: astral });
    const citation = { ...citing(cited, QUOTE), title: astral, author: astral };
    const sources = Array.from({ length: 200 }, (_, i) => ({ ...citing(cited, "一句。", i + 2) }));
    const many = answerCiting([citation, ...sources], {
      statements: [1, 2, 3].map((i) => ({ text: `${i}${astral}`, citations: [1] })),
    });
    const now = articleOf(["另写。"], { revision: 2 });
    for (const language of ["zh", "en"] as const) {
      const { html } = renderEvidence(evidenceOf(many, citation, cited, now), { language, isGroup: true }, 0);
      expect(parseHtml(html).text.length).toBeLessThanOrEqual(4096);
    }
  });
});
