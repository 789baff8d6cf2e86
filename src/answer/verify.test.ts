import { describe, expect, it } from "vitest";
import type { Language } from "../core/types.js";
import type { ShownSentence } from "./shown-sentences.js";
import { verifyStatement } from "./verify.js";

const SENTENCES = [
  "累计孵化339名电商从业者,销售额超500万元。",
  "壹基金秘书长李弘表示,项目覆盖超40个市县。",
  "达成的“交易捐”从2012年的1.52亿笔上升至近五年平均83亿笔,增长54倍。",
  "北京师范大学发布《商业向善:百万商家参与中国式现代化慈善报告》。",
];

const shown = new Map(
  SENTENCES.map((text, i): [number, ShownSentence] => [
    i + 1,
    {
      number: i + 1,
      sentence: { ordinal: i, start: 0, end: text.length, kind: "body", paragraph: 0, text },
      passage: {
        chunkId: 1,
        articleId: "a",
        revision: 1,
        source: "a.txt",
        title: "报道",
        names: "报道",
        eventDates: [],
        text: SENTENCES.join(""),
        sentences: [],
        score: 1,
      },
    },
  ]),
);

const outcome = (text: string, cited: number[], language: Language = "zh") => {
  const verdict = verifyStatement({ text, cited }, shown, language);
  return verdict.passed ? "passed" : verdict.reason;
};

describe("verifyStatement", () => {
  it.each([
    ["当地累计孵化了339名电商从业者。", [1]],
    ["当地累计孵化了三百三十九名电商从业者。", [1]],
    ["销售额超过５００万元。", [1]],
    ["销售额超过5,000,000元。", [1]],
    ["壹基金秘书长李弘表示,项目覆盖了超40个市县。", [2]],
    ["交易捐的平均笔数上升至83亿笔。", [3]],
    ["《商业向善:百万商家参与中国式现代化慈善报告》由北京师范大学发布。", [4]],
  ])("passes %s", (text, cited) => {
    expect(outcome(text, cited)).toBe("passed");
  });

  it.each([
    ["当地累计孵化了393名电商从业者。", [], "uncited"],
    ["当地累计孵化了393名电商从业者。", [99], "unknownCitation"],
    ["当地累计孵化了393名电商从业者。", [1], "figure"],
    ["当地累计孵化了339家电商。", [1], "figure"],
    ["销售额超500亿元。", [1], "figure"],
    ["About 339 people were arrested by the police.", [1], "wording"],
    ["累计孵化339名电商从业者,详见 https://evil.example/x 。", [1], "wording"],
    ["没有孵化339名电商从业者。", [1], "sense"],
    ["销售额不足500万元。", [1], "figure"],
    ["销售额约500万元。", [1], "figure"],
    ["累计孵化339名电商从业者,翻了一番。", [1], "figure"],
    ["壹基金秘书长王钢表示,项目覆盖超40个市县。", [2], "name"],
    ["北京师范大学发布《百万商家年度报告》。", [4], "name"],
    ["腾讯累计孵化了339名电商从业者。", [1], "name"],
    ["白沙县累计孵化了339名电商从业者。", [1], "name"],
    ["今天晴转多云,有风。", [1], "date"],
    ['{"answer": "孵化339名电商从业者"}', [1], "wording"],
  ])("does not pass %s citing %j: %s", (text, cited, reason) => {
    expect(outcome(text, cited)).toBe(reason);
  });

  it("takes another language only where it was asked for, and checks its figures", () => {
    expect(outcome("339 people were trained.", [1], "en")).toBe("passed");
    expect(outcome("According to 李弘, secretary-general of 壹基金, it covers over 40 towns.", [2], "en")).toBe(
      "passed",
    );
    expect(outcome("According to 李弘, it covers 40 towns.", [2], "en")).toBe("figure");
    expect(outcome("According to 李弘, it does not cover over 40 towns.", [2], "en")).toBe("sense");
    expect(outcome("Tencent trained 339 people.", [1], "en")).toBe("name");
    expect(outcome("The training was a success.", [1], "en")).toBe("wording");
    expect(outcome("393 people were trained.", [1], "en")).toBe("figure");
    expect(outcome("339 people were trained.", [1], "zh")).toBe("wording");
  });

  it("keeps only the citations that exist", () => {
    const verdict = verifyStatement({ text: "累计孵化339名电商从业者。", cited: [1, 77] }, shown, "zh");
    expect(verdict.passed && verdict.cited.map(({ number }) => number)).toEqual([1]);
  });
});
