import { describe, expect, it } from "vitest";
import { analyseQuestion } from "./question.js";

describe("analyseQuestion", () => {
  it.each([
    ["青龙县累计孵化了多少名电商从业者?", "number"],
    ["青龍縣累計孵化了多少名電商從業者?", "number"],
    ["乡村特派员派驻到了几个省?", "number"],
    ["研讨会是哪天举办的?", "date"],
    ["计划是哪一年发起的?", "date"],
    ["行动为期多久?", "duration"],
    ["谁是壹基金的秘书长?", "person"],
    ["王振耀是谁?", "role"],
    ["刘胜安担任什么职务?", "role"],
    ["请问冯凌是谁?", "role"],
    ["你好，我想知道冯凌是谁", "role"],
    ["研讨会在哪里举办?", "place"],
    ["报告是哪个机构发布的?", "organisation"],
    ["开发了哪些板栗产品?", "list"],
    ["依托哪三个主体?", "list"],
    ["How many people were trained?", "number"],
    ["主要产业是什么?", "other"],
  ])("sees that %s asks for a %s", (text, kind) => {
    expect(analyseQuestion(text).kind).toBe(kind);
  });

  it("knows the units that would answer", () => {
    expect(analyseQuestion("孵化了多少名从业者?").units).toContain("人");
    expect(analyseQuestion("捐了多少钱?").units).toContain("元");
    expect(analyseQuestion("覆盖多少个市县?").units).toEqual([]);
  });

  it("keeps the figures that the question itself names", () => {
    expect(analyseQuestion("公益宝贝2022年的平均捐赠额是多少?").figures).toMatchObject([{ value: 2022, unit: "年" }]);
  });

  it("takes one of what is counted for no figure, and what stands behind 的 for nothing counted", () => {
    expect(analyseQuestion("一个商家一年捐多少?").figures).toEqual([]);
    expect(analyseQuestion("十一年里捐了多少?").figures).toMatchObject([{ value: 11, unit: "年" }]);
    expect(analyseQuestion("鱼生活在水深多少的海域?").counted).toBe("");
    expect(analyseQuestion("覆盖了多少学校?").counted).toBe("学校");
  });

  it("does not take what is said before the question for a part of the name", () => {
    expect(analyseQuestion("请问冯凌是谁?").subject).toBe("冯凌");
    expect(analyseQuestion("請問一下，馮凌是誰？").subject).toBe("冯凌");
  });

  it("tells the language from the question, or from the interface when it has none", () => {
    expect(analyseQuestion("who is it").language).toBe("en");
    expect(analyseQuestion("2022?", "en").language).toBe("en");
    expect(analyseQuestion("Alibaba 是谁").language).toBe("zh");
  });
});
