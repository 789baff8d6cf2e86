import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripQuestionWords } from "./question-words.js";

const words = (text: string) => stripQuestionWords(text).split(/\s+/).filter(Boolean);

describe("stripQuestionWords", () => {
  it.each([
    ["青龙县累计孵化了多少名电商从业者", ["青龙县累计孵化", "名电商从业者"]],
    ["请问乡村特派员是什么", ["乡村特派员"]],
    ["谁发起了这个项目", ["发起", "这个项目"]],
    ["为什么选择青龙县", ["选择青龙县"]],
    ["派驻到了几个省", ["派驻到", "省"]],
    ["板栗的产量是否提高", ["板栗", "产量", "提高"]],
    ["哪一年开始的呢", ["开始"]],
    ["5.8万指的是什么", ["5.8万"]],
    ["乡村特派员是什么意思", ["乡村特派员"]],
  ])("takes the asking words out of %s", (question, content) => {
    expect(words(question)).toEqual(content);
  });

  it.each(["几何学", "茶几", "几乎", "目的", "了解", "是非", "何先生", "几内亚", "谁知盘中餐"])(
    "leaves the content word %s whole",
    (word) => {
      expect(words(word)).toEqual([word]);
    },
  );

  it("leaves names whole that look like asking words", () => {
    expect(words("哪吒闹海")).toEqual(["哪咤闹海"]);
    expect(words("何小鹏")).toEqual(["何小鹏"]);
    expect(words("何年成立")).toEqual(["成立"]);
  });

  it("makes no difference between Traditional and Simplified questions", () => {
    expect(stripQuestionWords("請問青龍縣的主要產業是什麼")).toBe(stripQuestionWords("请问青龙县的主要产业是什么"));
  });

  it("takes English function words out as whole words", () => {
    expect(words("How many households are there in Qinglong? What about Howard?")).toEqual([
      "households",
      "qinglong?",
      "howard?",
    ]);
  });

  it("leaves nothing of a question that names nothing", () => {
    expect(words("是什么呢")).toEqual([]);
    expect(stripQuestionWords("")).toBe("");
  });

  it("does not let the neighbours of a word taken out run together", () => {
    expect(words("电商的多少商户")).toEqual(["电商", "商户"]);
  });

  it("takes any string and is idempotent", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: fc.constantFrom(...Array.from("请问几何多少什么是的了哪吒县 a")) }),
        ),
        (text) => {
          const once = stripQuestionWords(text);
          expect(stripQuestionWords(once)).toBe(once);
        },
      ),
    );
  });
});
