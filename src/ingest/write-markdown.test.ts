import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntakeArticle } from "../core/intake-ports.js";
import { readMarkdown } from "./markdown.js";
import { writeMarkdown } from "./write-markdown.js";

const article = (texts: string[], changes: Partial<IntakeArticle> = {}): IntakeArticle => ({
  title: "食堂",
  paragraphs: texts.map((text) => ({ text, kind: "body" })),
  ...changes,
});

describe("writeMarkdown", () => {
  it("writes what a person can review", () => {
    const given = article(["首批32位老人吃上了热饭。", "12月开张。"], {
      author: "皮磊",
      published: "2024-05-01",
      outlet: "公益时报",
    });
    given.paragraphs[1] = { text: "后来", kind: "caption" };
    expect(writeMarkdown(given)).toBe(
      "---\ntitle: 食堂\nauthor: 皮磊\npublished: 2024-05-01\nsource: 公益时报\n---\n\n首批32位老人吃上了热饭。\n\n## 后来\n",
    );
  });

  it("is read back with all its metadata", () => {
    const meta = {
      title: "《A: b》 # c",
      subtitle: "- 'x'",
      author: "皮磊、李庆",
      published: "2024-05-01",
      outlet: "null",
      url: "https://a.cn/?a=1&b=2",
      programme: "2024",
    };
    expect(readMarkdown(writeMarkdown(article(["正文。"], meta)), "a.md")).toMatchObject({ ...meta, text: "正文。" });
  });

  it.each([
    "# 不是标题",
    "1. 第一",
    "12) 第十二",
    "- 列表",
    "+ 加",
    "===",
    "---",
    "> 引文",
    "```代码",
    "| 表 | 格 |",
    "*强调* _下划线_ ~~删~~ `码`",
    "[链接](http://a.cn) ![图](b) [^1] <b>粗</b> &amp; &lt;",
    "http://a.cn/x_y_z www.a.cn a@b.cn",
    "反斜线 \\* 末尾 \\",
    "[ ] 待办",
  ])("keeps %s as it is", (text) => {
    expect(readMarkdown(writeMarkdown(article([text, "第二段"])), "a.md").text).toBe(`${text}\n第二段`);
  });

  it("keeps any paragraphs word for word", () => {
    const piece = fc.constantFrom(...Array.from("#*_`[]()<>!&|~-+=\\:.@1/ 天地a"), "http://", "www.", "^");
    const text = fc
      .array(piece, { minLength: 1, maxLength: 14 })
      .map((pieces) => `句${pieces.join("")}`.replace(/ +/gu, " ").trim());
    const bare = fc
      .array(piece, { minLength: 1, maxLength: 14 })
      .map((pieces) => `${pieces.join("").replace(/ +/gu, " ").trim()}句`);
    fc.assert(
      fc.property(fc.array(fc.oneof(text, bare), { minLength: 1, maxLength: 4 }), (texts) => {
        expect(readMarkdown(writeMarkdown(article(texts)), "a.md").text).toBe(
          texts.map((one) => one.trim()).join("\n"),
        );
      }),
    );
  });
});
