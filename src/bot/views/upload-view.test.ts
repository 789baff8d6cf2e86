import { expect, it } from "vitest";
import { parseHtml } from "../../../test/support/telegram/html.js";
import type { IntakeArticle, IntakeDuplicate } from "../../core/intake-ports.js";
import type { UploadState } from "../upload-state.js";
import { askingText, renderParagraphs, renderUploadArticle } from "./upload-edit-view.js";
import { renderUpload } from "./upload-view.js";

const article = (title: string, changes: Partial<IntakeArticle> = {}): IntakeArticle => ({
  title,
  paragraphs: [{ text: "首批三十二位老人吃上了热饭。".repeat(8), kind: "body" }],
  ...changes,
});
const state = (articles: IntakeArticle[], changes: Partial<UploadState> = {}): UploadState => ({
  v: 1,
  version: 2,
  cut: 2,
  articles,
  joins: [],
  joined: 0,
  warnings: [],
  isEdited: false,
  ...changes,
});
const upload = { id: "k9", name: "食堂.pdf" };
const textOf = (html: string) => parseHtml(html).text;
const known: IntakeDuplicate = { article: 0, kind: "newVersion", articleId: "a", title: "长者食堂", overlap: 0.8 };

it("shows everything that was understood, also in Traditional characters", () => {
  const given = state(
    [
      article("食堂开张", { author: "皮磊", published: "2024-05-01", outlet: "公益时报" }),
      article("食堂", { isUntitled: true }),
    ],
    {
      joins: [{ before: "首批三十二位老人吃上了热", after: "饭。" }],
      joined: 3,
      warnings: [
        { code: "pagesWithoutText", count: 1, of: 4 },
        { code: "encodingGuessed", charset: "big5" },
      ],
    },
  );
  const { html, keyboard } = renderUpload(upload, given, [known], 0, "zh");
  expect(textOf(html).split("\n")).toEqual([
    "收到：食堂.pdf",
    "读到 2 篇报道，还没有发布：",
    "",
    "1. 《食堂开张》",
    "    作者：皮磊 · 日期：2024-05-01",
    "    来源：公益时报",
    "    112 字，1 段",
    "    开头：首批三十二位老人吃上了热饭。首批三十二位老人吃上了热饭。首批三十二位老人吃上了热…",
    "    像是《长者食堂》的新版本（80% 相同）",
    "",
    "2. 《食堂》",
    "    作者：没有写 · 日期：没有写",
    "    112 字，1 段",
    "    开头：首批三十二位老人吃上了热饭。首批三十二位老人吃上了热饭。首批三十二位老人吃上了热…",
    "",
    "接好了 3 处断开的句子：",
    "· …首批三十二位老人吃上了热｜饭。…",
    "请注意：",
    "· 4 页里有 1 页只是图片，没有文字",
    "· 编码是猜的（big5），请看看文字对不对",
    "· 第 2 篇没有找到标题",
    "· 第 2 篇没有找到作者",
  ]);
  expect(
    keyboard?.inline_keyboard.flat().map((button) => [button.text, "callback_data" in button && button.callback_data]),
  ).toEqual([
    ["发布，替换原有的", "u:r:k9:2"],
    ["发布，原有的也保留", "u:p:k9:2"],
    ["改第 1 篇", "u:a:k9:0"],
    ["改第 2 篇", "u:a:k9:1"],
    ["取消", "u:c:k9:0"],
  ]);
  const traditional = textOf(renderUpload(upload, given, [known], 0, "zh-Hant").html);
  expect(traditional).toContain("像是《长者食堂》的新版本（80% 相同）");
  expect(traditional).toContain("· 編碼是猜的（big5），請看看文字對不對\n· 第 2 篇沒有找到標題");
  expect(textOf(askingText({ id: "k9", cut: 2, n: 0, letter: "d" }, "some_bot", "zh-Hant"))).toMatch(
    /^第 1 篇的日期：請回復/u,
  );
});

it("fits into one message, whatever a file holds", () => {
  const monster = article("🈵&<".repeat(900), {
    author: "名".repeat(5000),
    outlet: "源".repeat(999),
    programme: "项".repeat(999),
    isUntitled: true,
    paragraphs: Array.from({ length: 99 }, () => ({ text: "🈵&<".repeat(99), kind: "body" as const })),
  });
  const join = { before: "🈵".repeat(999), after: "🈵".repeat(999) };
  const given = state(
    Array.from({ length: 400 }, () => monster),
    {
      joins: Array.from({ length: 5 }, () => join),
      joined: 999,
      warnings: Array.from({ length: 5 }, () => ({ code: "encodingMixed" as const, charset: "gb18030", lines: 9999 })),
    },
  );
  const duplicates = given.articles.map((_, i) => ({ ...known, article: i, title: "题".repeat(999) }));
  const views = [
    renderUpload({ id: "k9", name: "名".repeat(999) }, given, duplicates, 3, "zh"),
    renderUploadArticle("k9", given, 9, "en"),
    renderParagraphs("k9", given, 9, 3, "en"),
  ];
  for (const view of views) expect(textOf(view?.html ?? "").length).toBeLessThanOrEqual(4096);
});
