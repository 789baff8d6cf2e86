import { describe, expect, it } from "vitest";
import { isAppError } from "../core/errors.js";
import { readMarkdown } from "./markdown.js";

const paragraphs = (text: string) => readMarkdown(text, "dir/文件.md").text.split("\n");

describe("readMarkdown", () => {
  it("takes everything that the front matter gives, and adds only the days of the text", () => {
    const text =
      "---\ntitle: 食堂\nauthor: [张三, 李四]\npublished: 2023-03-06\nsource: 江湾日报\nprogramme: 社区食堂\naliases: 老人食堂\n---\n3月5日,食堂开张。";
    expect(readMarkdown(text, "a.md")).toEqual({
      source: "a.md",
      ordinal: 0,
      title: "食堂",
      author: "张三、李四",
      published: "2023-03-06",
      outlet: "江湾日报",
      programme: "社区食堂",
      language: "zh",
      aliases: ["老人食堂"],
      eventDates: ["3月5日"],
      text: "3月5日,食堂开张。",
      sentences: [{ ordinal: 0, start: 0, end: 10, kind: "body", paragraph: 0 }],
    });
  });

  it.each([
    ["---\ntitle: 甲\n---\n# 乙\n\n正文", "甲", "乙\n正文"],
    ["---\ntitle: 甲\n---\n# 甲\n\n正文", "甲", "正文"],
    ["前言\n\n# 乙 *丙*\n\n正文", "乙 丙", "前言\n正文"],
    ["## 小标题\n\n正文", "文件", "小标题\n正文"],
    ["Just some text.", "文件", "Just some text."],
  ])("of %j takes the title %s", (text, title, body) => {
    expect(readMarkdown(text, "dir/文件.md")).toMatchObject({ title, text: body });
  });

  it("makes headings captions", () => {
    const { sentences } = readMarkdown("# 题\n\n## 小标题\n\n正文。", "a.md");
    expect(sentences.map(({ kind }) => kind)).toEqual(["caption", "body"]);
  });

  it.each([
    ["**粗**和*斜*和`码`和~~删~~和[链接](http://a.b)", ["粗和斜和码和删和链接"]],
    ["一行\n又一行\nnext line\nand more", ["一行又一行next line and more"]],
    ["诗一  \n诗二\\\n诗三<br>诗四", ["诗一", "诗二", "诗三", "诗四"]],
    ["- 一\n- 二\n  - 二之一\n\n1. 三", ["一", "二", "二之一", "三"]],
    ["- [x] 完成\n- [ ] 未完", ["完成", "未完"]],
    ["| 县 | 户 |\n|---|---|\n| 山城 | **120** |", ["山城：120户。"]],
    ["```js\nlet a\n\nlet b\n```", ["let a", "let b"]],
    ["正文\n\n<script>alert(1)</script>\n\n<div>块</div>", ["正文"]],
    ["图![说明](a.png)后", ["图后"]],
    ["见https://example.org/a。\n\n<https://b.c>", ["见https://example.org/a。", "https://b.c"]],
    ["有注[^1]\n\n[^1]: 注的内容", ["有注", "注的内容"]],
    ["> 引用\n>\n> 第二段\n\n---\n\n正文", ["引用", "第二段", "正文"]],
    ["主要产业,产\n\n量大但价格低。", ["主要产业,产", "量大但价格低。"]],
  ])("of %j makes the paragraphs %j", (text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });

  it.each(["---\ntitle: 只有题\n---\n", "---\ntitle: 题\n---\n# 题\n", "<!-- 注释 -->", "![图](a.png)"])(
    "refuses %j, which has no text",
    (text) => {
      expect(() => readMarkdown(text, "a.md")).toThrow(expect.objectContaining({ code: "FILE_EMPTY" }));
    },
  );

  it("refuses hostile nesting instead of dying of it", () => {
    try {
      readMarkdown(`${">".repeat(20_000)}正文`, "a.md");
      expect.unreachable();
    } catch (error) {
      expect(isAppError(error, "FILE_NOT_TEXT")).toBe(true);
    }
  });
});
