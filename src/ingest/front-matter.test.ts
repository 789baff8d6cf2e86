import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/support/cpu-time.js";
import { isAppError } from "../core/errors.js";
import { splitFrontMatter } from "./front-matter.js";

const codeOf = (text: string) => {
  try {
    splitFrontMatter(text, "a.md");
    return "read";
  } catch (error) {
    return isAppError(error) ? error.code : error;
  }
};
const metaOf = (yaml: string) => splitFrontMatter(`---\n${yaml}\n---\n正文`, "a.md").meta;

describe("splitFrontMatter", () => {
  it("gives the known keys and the body, and ignores other keys", () => {
    const text =
      "---\ntitle: 食堂开张\nsubtitle: 老人吃上热饭\nauthor: 邱雪\npublished: 2023-03-06\nsource: 江湾日报\nurl: https://example.org/a\nprogramme: 社区食堂\nlanguage: zh\naliases: [老人食堂, 长者食堂]\nlayout: post\n---\n\n正文";
    expect(splitFrontMatter(text, "a.md")).toEqual({
      meta: {
        title: "食堂开张",
        subtitle: "老人吃上热饭",
        author: ["邱雪"],
        published: "2023-03-06",
        source: "江湾日报",
        url: "https://example.org/a",
        programme: "社区食堂",
        language: "zh",
        aliases: ["老人食堂", "长者食堂"],
      },
      body: "\n正文",
    });
  });

  it.each([
    ["title: 2022", { title: "2022" }],
    ["title: '  两行\n  标题 '", { title: "两行 标题" }],
    ["title:", {}],
    ["title: ''", {}],
    ["author: [张三, 李四]", { author: ["张三", "李四"] }],
    ["author:\n  - 张三\n  -", { author: ["张三"] }],
    ["aliases: 食堂", { aliases: ["食堂"] }],
    ["published:", {}],
    ["# 只有注释", {}],
  ])("reads %j", (yaml, meta) => {
    const found = metaOf(yaml);
    expect(JSON.parse(JSON.stringify(found))).toMatchObject(meta);
    expect(found.title).toBe((meta as { title?: string }).title);
  });

  it.each(["正文", "# 标题\n---\n正文", "---\n\n正文,前面是一条横线", "----\ntitle: x\n----"])(
    "finds none in %j",
    (text) => {
      expect(splitFrontMatter(text, "a.md")).toEqual({ meta: {}, body: text });
    },
  );

  it("ends at three dots as well", () => {
    expect(splitFrontMatter("---\ntitle: x\n...\n正文", "a.md")).toMatchObject({ meta: { title: "x" }, body: "正文" });
  });

  it.each([
    ["no end", "---\ntitle: x\n正文"],
    ["broken YAML", "---\ntitle: 'x\n---\n正文"],
    ["a list", "---\n- a\n---\n正文"],
    ["a day that does not exist", "---\npublished: 2023-02-30\n---\n正文"],
    ["a date of another form", "---\npublished: 2023/2/3\n---\n正文"],
    ["an address that runs code", "---\nurl: javascript:alert(1)\n---\n正文"],
    ["a nested title", "---\ntitle: {a: b}\n---\n正文"],
    ["JavaScript instead of YAML", "---js\n{ title: process.exit(1) }\n---\n正文"],
    ["the same key twice", "---\ntitle: a\ntitle: b\n---\n正文"],
    [
      "a bomb of aliases",
      `---\na: &a [1,1]\n${"bcdefgh"
        .split("")
        .map((k, i) => `${k}: &${k} [*${"abcdefg"[i]},*${"abcdefg"[i]},*${"abcdefg"[i]},*${"abcdefg"[i]}]`)
        .join("\n")}\n---\n正文`,
    ],
  ])("refuses %s", (_, text) => {
    expect(codeOf(text)).toBe("FRONT_MATTER_INVALID");
  });

  it.each([
    ["keys within keys in a line", "? ".repeat(500)],
    ["lists of mappings", `a: ${"[{".repeat(500)}${"}]".repeat(500)}`],
    ["keys within keys, line below line", Array.from({ length: 60 }, (_, i) => `${" ".repeat(i)}? a`).join("\n")],
    ["more than a header says", `title: ${"长".repeat(20_000)}`],
  ])("refuses %s before the parser sees it", (_, yaml) => {
    const began = cpuMs();
    expect(codeOf(`---\n${yaml}\n---\n正文`)).toBe("FRONT_MATTER_INVALID");
    expect(cpuMs() - began).toBeLessThan(100);
  });

  it("takes a tag that asks for code as plain text", () => {
    expect(metaOf('title: !!js/function "function () { throw 1 }"').title).toBe("function () { throw 1 }");
  });

  it("names every bad key", () => {
    expect(() => metaOf("published: 昨天\nurl: 无")).toThrow(/published.*url/);
  });
});
