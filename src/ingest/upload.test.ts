import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encodeLegacy } from "../../test/pages/encode-legacy.js";
import { makePdf, pageOf } from "../../test/support/make-pdf.js";
import { corpusFileName } from "./file-name.js";
import { readArticles } from "./read-file.js";
import { readUpload } from "./upload.js";

const SHIPPED = readFileSync(new URL("../../corpus/000_d37ea6d2383917c8.txt", import.meta.url));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const TEXT = "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。食堂每天供应午餐和晚餐,每餐收费六元。".repeat(
  2,
);

describe("readUpload", () => {
  it("shows the shipped page as its three articles, read as from the corpus folder", async () => {
    const intake = await readUpload({ name: "page.txt", bytes: SHIPPED });
    const lines = (text: string) => text.split("\n").length;
    expect(intake.drafts.map(({ title, author, text }) => [title.slice(0, 6), author, lines(text)])).toEqual([
      ["探索推动乡村", "皮磊", 10],
      ["《商业向善:", "皮磊", 7],
      ["多方共议家庭", "李庆", 8],
    ]);
    const { drafts, joins } = readArticles(SHIPPED, "page.txt");
    expect({ drafts: intake.drafts, joins: intake.joins }).toEqual({ drafts, joins });
    expect(intake).toMatchObject({ kind: "txt", source: "page.txt", warnings: [] });
  });

  it("shows all that front matter says", async () => {
    const head =
      "title: 食堂\nsubtitle: 开张\nauthor: 皮磊\npublished: 2023-02-24\nsource: 公益时报\nprogramme: 长者食堂";
    const { drafts, warnings } = await readUpload({ name: "a.md", bytes: bytesOf(`---\n${head}\n---\n${TEXT}\n`) });
    expect(drafts).toMatchObject([
      {
        title: "食堂",
        subtitle: "开张",
        author: "皮磊",
        published: "2023-02-24",
        outlet: "公益时报",
        programme: "长者食堂",
        text: TEXT,
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it("warns of an encoding that was guessed, of two in one file, and of places that are lost", async () => {
    const page = `食堂开张\n\n${TEXT}(皮磊)`;
    const warningsOf = async (bytes: Uint8Array) => (await readUpload({ name: "a.txt", bytes })).warnings;
    expect(await warningsOf(encodeLegacy(page, "gb18030"))).toEqual([{ code: "encodingGuessed", charset: "gb18030" }]);
    const mixed = Buffer.concat([encodeLegacy(`${page}\n`, "gb18030"), bytesOf(`\n${TEXT}`)]);
    const intake = await readUpload({ name: "a.txt", bytes: mixed });
    expect(intake.warnings).toContainEqual({ code: "encodingMixed", charset: "gb18030", lines: 2 });
    expect(intake.drafts.map(({ text }) => text).join("\n")).toBe(`${TEXT}\n${TEXT}`);
    const damaged = Buffer.from(bytesOf(page.repeat(5)));
    damaged[60] = 0xff;
    expect(await warningsOf(damaged)).toContainEqual({ code: "charactersReplaced", count: 2 });
  });

  it("reads other files on a thread, with the address that they came from", async () => {
    const bytes = makePdf([pageOf("长者食堂开张", TEXT)]);
    const intake = await readUpload({ name: "食堂", bytes, url: "https://news.example.cn/a.pdf" });
    expect(intake).toMatchObject({
      kind: "pdf",
      source: "食堂.pdf",
      drafts: [{ title: "长者食堂开张", url: "https://news.example.cn/a.pdf" }],
    });
  });
});

describe("corpusFileName", () => {
  it.each([
    ["新闻 1.PDF", "新闻 1.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Windows\\a.pdf", "a.pdf"],
    ["..", "article.pdf"],
    ["", "article.pdf"],
    [".hidden.pdf", "hidden.pdf"],
    ["CON.pdf", "article-CON.pdf"],
    ["nul", "article-nul.pdf"],
    ["README.md", "article-README.pdf"],
    ["a\u202Efdp.txt", "afdp.pdf"],
    ["a\0b\nc\u0007.pdf", "abc.pdf"],
    ["a.b.pdf", "a.b.pdf"],
    ["a?*|<>:.pdf", "a.pdf"],
    ["\uD800x.pdf", "x.pdf"],
    ["~$a.pdf", "a.pdf"],
  ])("makes of %j %s", (name, safe) => {
    expect(corpusFileName(name, "pdf")).toBe(safe);
  });

  it("keeps names short enough for every system", () => {
    expect(Buffer.byteLength(corpusFileName("好".repeat(500), "docx"))).toBeLessThanOrEqual(180);
  });
});
