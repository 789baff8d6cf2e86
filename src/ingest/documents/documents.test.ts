/** The three kinds of documents through the real reading rules, made from nothing. */
import { describe, expect, it } from "vitest";
import { makeDocx } from "../../../test/support/make-docx.js";
import { makePdf, pageOf } from "../../../test/support/make-pdf.js";
import { readAnyFile } from "../read-file.js";
import { authorsOf, dayOf } from "./html-head.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const FIRST = "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。食堂每天供应午餐和晚餐,每餐收费六元。";
const SECOND = "负责人王建国介绍,食堂由社区和企业共同出资,下一步将为行动不便的老人送餐上门,预计覆盖全县二百户。";

async function read(bytes: Uint8Array, name: string, origin = {}) {
  const reading = await readAnyFile(bytes, name, origin);
  const articles = reading.drafts.map(({ text, sentences, ...draft }) => ({
    ...draft,
    paragraphs: text.split("\n"),
    captions: sentences.filter(({ kind }) => kind === "caption").map(({ start, end }) => text.slice(start, end)),
  }));
  return { ...reading, articles };
}

describe("a web page", () => {
  const page = `<!DOCTYPE html><html><head><title>长者食堂开张_云溪新闻网</title>
    <meta name="author" content="记者 皮磊"><meta name="source" content="公益时报">
    <meta property="article:published_time" content="2023-02-24T09:00:00+08:00">
    <link rel="canonical" href="https://news.example.cn/a/1.html"><script>document.title = "hacked"</script></head>
    <body><nav><a href="/">首页</a> <a href="/b">要闻</a></nav><article><h1>长者食堂开张</h1>
    <p>${FIRST}</p><figure><img src="x.jpg" onerror="alert(1)"><figcaption>老人在食堂用餐</figcaption></figure>
    <h2>送餐上门</h2><p>${SECOND}<sup><a href="#n1">[1]</a></sup></p>
    <p>据介绍,项目资金
    来自捐赠,账目<b>每月公开</b>一次,<a href="javascript:alert(1)">接受监督</a>。</p>
    <p>志愿者每周三次到食堂帮忙,已有四十五人报名,其中大学生二十人。</p></article>
    <footer>版权所有</footer></body></html>`;

  it("gives the article with what its head says, without menu, footer and scripts", async () => {
    const { articles, kind } = await read(bytesOf(page), "a.html");
    expect(kind).toBe("html");
    expect(articles).toMatchObject([
      {
        title: "长者食堂开张",
        author: "皮磊",
        published: "2023-02-24",
        outlet: "公益时报",
        url: "https://news.example.cn/a/1.html",
        captions: ["老人在食堂用餐", "送餐上门"],
        paragraphs: [
          FIRST,
          "老人在食堂用餐",
          "送餐上门",
          SECOND,
          "据介绍,项目资金来自捐赠,账目每月公开一次,接受监督。",
          "志愿者每周三次到食堂帮忙,已有四十五人报名,其中大学生二十人。",
        ],
      },
    ]);
  });

  it("is known by its bytes, whatever its name", async () => {
    expect((await read(bytesOf(page), "a.txt")).articles[0]?.title).toBe("长者食堂开张");
  });

  it("keeps the address that it was fetched from when it names one of another site", async () => {
    const url = "https://other.example.org/x";
    expect((await read(bytesOf(page), "a.html", { url })).articles[0]?.url).toBe(url);
    const own = "https://news.example.cn/a/1.html?from=feed";
    expect((await read(bytesOf(page), "a.html", { url: own })).articles[0]?.url).toBe(
      "https://news.example.cn/a/1.html",
    );
  });

  it("takes a page of two lines whole", async () => {
    const { articles } = await read(bytesOf("<html><body><p>通知</p><p>明天停水。</p></body></html>"), "停水.html");
    expect(articles).toMatchObject([{ title: "通知", paragraphs: ["明天停水。"] }]);
  });

  it("joins the lines that a page breaks by hand", async () => {
    const lines = FIRST.concat(SECOND).match(/.{1,24}/gu) ?? [];
    const { articles, joins } = await read(
      bytesOf(`<html><title>食堂</title><body><div>${lines.join("<br>")}</div>`),
      "a.html",
    );
    expect(articles[0]?.paragraphs).toEqual([FIRST + SECOND]);
    expect(joins.length).toBeGreaterThan(2);
  });

  it("finds the articles of a round-up by their datelines", async () => {
    const roundUp = `<html><head><title>一周简讯</title></head><body><article><p>${FIRST}</p><p>${SECOND}</p>
      <h2>图书馆上新书</h2><p>本报讯(记者 李庆) 县图书馆昨日上架新书三千册,读者可以免费借阅。${SECOND}</p></article>`;
    expect((await read(bytesOf(roundUp), "a.html")).articles.map(({ title, author }) => [title, author])).toEqual([
      ["一周简讯", undefined],
      ["图书馆上新书", "李庆"],
    ]);
  });

  it("says that it is empty when it only has pictures", async () => {
    await expect(read(bytesOf("<html><body><img src=a.jpg></body></html>"), "a.html")).rejects.toMatchObject({
      code: "FILE_EMPTY",
    });
  });
});

describe("fields of a page's head", () => {
  it.each([
    ["2023-02-24T08:00:00+08:00", "2023-02-24"],
    ["2023年2月4日 10:00", "2023-02-04"],
    ["2023/2/30", undefined],
    ["24 Feb 2023", undefined],
    ["", undefined],
  ])("reads the day of %s as %s", (time, day) => {
    expect(dayOf(time)).toBe(day);
  });

  it.each([
    ["记者 皮磊", ["皮磊"]],
    ["作者：李庆", ["李庆"]],
    ["王建国", ["王建国"]],
    ["By Mary Jane Watson", ["Mary Jane Watson"]],
    ["公益时报", undefined],
    ["admin", undefined],
    ["责任编辑：张三", undefined],
    ["", undefined],
  ])("reads the names of %s as %s", (byline, names) => {
    expect(authorsOf(byline, "公益时报")).toEqual(names);
  });
});

describe("a Word document", () => {
  it("has its headline from its style, its author from the text or the properties", async () => {
    const { articles } = await read(
      makeDocx([{ text: "长者食堂开张", style: "Title" }, FIRST, { text: "送餐上门", style: "heading 2" }, SECOND], {
        creator: "皮磊",
      }),
      "a.docx",
    );
    expect(articles).toMatchObject([
      { title: "长者食堂开张", author: "皮磊", paragraphs: [FIRST, "送餐上门", SECOND], captions: ["送餐上门"] },
    ]);
    expect(articles[0]).not.toHaveProperty("published");
  });

  it("is looked through for headlines when it has no styles", async () => {
    const { articles } = await read(
      makeDocx(["长者食堂开张", FIRST, `${SECOND}(皮磊)`, "图书馆上新书", `${FIRST}(李庆)`], {
        creator: "Administrator",
      }),
      "a.docx",
    );
    expect(articles.map(({ title, author }) => [title, author])).toEqual([
      ["长者食堂开张", "皮磊"],
      ["图书馆上新书", "李庆"],
    ]);
  });

  it("is known by its bytes", async () => {
    expect((await read(makeDocx(["长者食堂开张", FIRST]), "a.pdf")).kind).toBe("docx");
  });
});

describe("a PDF", () => {
  it("is read without embedded fonts, its lines joined, its headline found", async () => {
    const { articles, joins, kind, warnings } = await read(makePdf([pageOf("长者食堂开张", FIRST + SECOND)]), "a.pdf");
    expect(kind).toBe("pdf");
    expect(articles).toMatchObject([{ title: "长者食堂开张", paragraphs: [FIRST + SECOND] }]);
    expect(joins.length).toBeGreaterThan(1);
    expect(warnings).toEqual([]);
  });

  it("drops what every page repeats and its number, and goes on over the page break", async () => {
    const head = (n: number) => [
      { text: "公益时报 2023年2月24日", y: 820, size: 8 },
      { text: `— ${n} —`, y: 20, size: 8 },
    ];
    const text = (FIRST + SECOND).match(/.{1,28}/gu) ?? [];
    const lines = (part: string[]) => part.map((line, i) => ({ text: line, y: 740 - i * 16 }));
    const pages = [
      [...head(1), { text: "长者食堂开张", y: 780, size: 18 }, ...lines(text.slice(0, 2))],
      [...head(2), ...lines(text.slice(2))],
    ];
    const { articles } = await read(makePdf(pages), "a.pdf");
    expect(articles).toMatchObject([{ title: "长者食堂开张", paragraphs: [FIRST + SECOND] }]);
  });

  it("keeps what its pages say when they say nearly the same", async () => {
    const { articles } = await read(makePdf([pageOf("第1期", FIRST), pageOf("第2期", FIRST)]), "a.pdf");
    expect(
      articles
        .map(({ paragraphs }) => paragraphs.join(""))
        .join("")
        .split(FIRST),
    ).toHaveLength(3);
  });

  it("has characters where its font shows radicals", async () => {
    const { articles } = await read(makePdf([pageOf("⼈⺠食堂开张", FIRST)]), "a.pdf");
    expect(articles[0]?.title).toBe("人民食堂开张");
  });

  it("keeps paragraphs apart that are set in or set apart", async () => {
    const lines = (text: string, top: number) =>
      (`　　${text}`.match(/.{1,28}/gu) ?? []).map((line, i) => ({
        text: line.trim(),
        x: line.startsWith("　") ? 70 : 50,
        y: top - i * 16,
      }));
    const { articles } = await read(makePdf([[...lines(FIRST, 700), ...lines(SECOND, 668)]]), "食堂.pdf");
    expect(articles[0]?.paragraphs).toEqual([FIRST, SECOND]);
  });

  it("of pictures is refused, and one that has some is read with a warning", async () => {
    await expect(read(makePdf([[], []]), "a.pdf")).rejects.toMatchObject({ code: "FILE_SCANNED" });
    const { warnings } = await read(makePdf([pageOf("长者食堂开张", FIRST), []]), "a.pdf");
    expect(warnings).toEqual([{ code: "pagesWithoutText", count: 1, of: 2 }]);
  });
});
