import { describe, expect, it } from "vitest";
import type { PagePart } from "./heal.js";
import { fileStem, splitPage } from "./split.js";

const headline = (text: string): PagePart => ({ role: "headline", text });
const body = (text: string): PagePart => ({ role: "body", text });
const caption = (text: string): PagePart => ({ role: "caption", text });
const byline = (...names: string[]): PagePart => ({ role: "byline", names });
const split = (...parts: PagePart[]) =>
  splitPage(parts, "dir/页.txt").map(({ title, author, text, ordinal }) => ({ title, author, text, ordinal }));

describe("splitPage", () => {
  it("makes the lines of a headline one title and its bylines the author", () => {
    expect(split(headline("甲"), headline("乙"), byline("张三"), body("一。"), byline("李四", "张三"))).toEqual([
      { title: "甲 乙", author: "张三、李四", text: "一。", ordinal: 0 },
    ]);
  });

  it("begins an article at every headline, numbered from 0", () => {
    expect(split(headline("甲"), body("一。"), headline("乙"), body("二。"))).toEqual([
      { title: "甲", author: undefined, text: "一。", ordinal: 0 },
      { title: "乙", author: undefined, text: "二。", ordinal: 1 },
    ]);
  });

  it("titles text without a headline with the file's name", () => {
    expect(split(body("一。"), byline("张三"), headline("乙"), body("二。")).map(({ title }) => title)).toEqual([
      "页",
      "乙",
    ]);
  });

  it("gives a masthead above the first headline to the article below", () => {
    expect(split(caption("第3版"), headline("甲"), body("一。"))).toEqual([
      { title: "甲", author: undefined, text: "第3版\n一。", ordinal: 0 },
    ]);
  });

  it("keeps a headline without text as text of its own", () => {
    expect(split(headline("只有标题"))).toEqual([
      { title: "只有标题", author: undefined, text: "只有标题", ordinal: 0 },
    ]);
  });

  it("takes the reporter of a dateline only where there is no byline", () => {
    const dateline = body("本报讯(记者 王五)食堂开张。");
    expect(split(headline("甲"), dateline)[0]?.author).toBe("王五");
    expect(split(headline("甲"), dateline, byline("张三"))[0]?.author).toBe("张三");
  });

  it("numbers paragraphs and sentences, and marks captions", () => {
    const [draft] = splitPage([headline("甲"), body("一。二。"), caption("图"), body("三。")], "a.txt");
    expect(draft?.sentences).toEqual([
      { ordinal: 0, start: 0, end: 2, kind: "body", paragraph: 0 },
      { ordinal: 1, start: 2, end: 4, kind: "body", paragraph: 0 },
      { ordinal: 2, start: 5, end: 6, kind: "caption", paragraph: 1 },
      { ordinal: 3, start: 7, end: 9, kind: "body", paragraph: 2 },
    ]);
    expect(draft).toMatchObject({ source: "a.txt", language: "zh", aliases: [], eventDates: [] });
  });

  it("gives no article for no parts", () => {
    expect(splitPage([], "a.txt")).toEqual([]);
  });
});

describe("fileStem", () => {
  it.each([
    ["a.txt", "a"],
    ["dir/子/新闻.2023.md", "新闻.2023"],
    ["无名", "无名"],
  ])("of %s is %s", (source, stem) => {
    expect(fileStem(source)).toBe(stem);
  });
});
