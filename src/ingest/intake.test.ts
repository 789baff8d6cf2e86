import { expect, it } from "vitest";
import { makePdf, pageOf } from "../../test/support/make-pdf.js";
import { createIntake } from "./intake.js";

const TEXT = "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。食堂每天供应午餐和晚餐,每餐收费六元。";
const known = { id: "0123456789abcdef", source: "own.txt", title: "长者食堂开张", text: TEXT };
const intake = createIntake({
  corpusDir: "",
  articles: { listHeads: () => [], listTexts: () => [known] },
  removals: { add: () => true },
});

it("reads a PDF, tells what it repeats and passes on only what is about the file", async () => {
  const bytes = makePdf([pageOf("长者食堂开张", TEXT)]);
  const { articles, warnings } = await intake.read({ name: "食堂", bytes, url: "https://news.example.cn/a.pdf" });
  expect(articles).toMatchObject([{ title: "长者食堂开张", url: "https://news.example.cn/a.pdf" }]);
  expect(warnings).toEqual([]);
  expect(await intake.duplicatesOf(articles)).toMatchObject([
    { article: 0, kind: "exact", articleId: known.id, overlap: 1 },
  ]);
});

it("marks an article whose title is the file's name", async () => {
  const { articles } = await intake.read({
    name: "短讯.txt",
    bytes: new TextEncoder().encode("今天停水,请大家提前储水。"),
  });
  expect(articles).toMatchObject([{ title: "短讯", isUntitled: true }]);
});
