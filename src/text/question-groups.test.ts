import { describe, expect, it } from "vitest";
import { groupKeys, questionKey } from "./question-groups.js";

describe("questionKey", () => {
  it.each([
    ["青龍縣一共有多少人口？", "青龙县 人口"],
    ["请问青龙县的人口是多少呢", "青龙县 人口"],
    ["ＡＰＰ有多少人用?", "app 人用"],
    ["这个项目是谁发起的?", "这个项目 发起 谁"],
    ["这个项目是哪年发起的?", "这个项目 年发起 何时"],
    ["是什么?", "是什么"],
    ["???", "???"],
  ])("of %s is %s", (question, key) => {
    expect(questionKey(question)).toBe(key);
  });
});

describe("groupKeys", () => {
  /** The groups of questions, as they were asked; the first one leads. */
  const groups = (...questions: string[]) => {
    const keys = questions.map((question) => questionKey(question));
    const leaderOf = groupKeys(Array.from(new Set(keys)));
    const leaders = keys.map((key) => leaderOf.get(key));
    return questions.map((_, i) => leaders.indexOf(leaders[i]));
  };

  it("puts the same wording and one with a few words more together, whichever comes first", () => {
    expect(groups("青龙县有多少人口?", "青龙县的人口是多少", "青龙县总人口多少?")).toEqual([0, 0, 0]);
    expect(groups("青龙县总人口多少?", "青龙县有多少人口?")).toEqual([0, 0]);
  });

  it.each([
    ["another place", "青龙县累计孵化了多少名电商从业者?", "云溪县累计孵化了多少名电商从业者?"],
    ["another year", "2019年青龙县有多少人口?", "2020年青龙县有多少人口?"],
    ["a year more", "青龙县有多少人口?", "2020年青龙县有多少人口?"],
    ["another thing asked for", "蓝色行动是谁发起的?", "蓝色行动是哪年发起的?"],
    ["something longer about the same", "青龙县人口", "青龙县人口外出打工以后老人由谁照顾"],
  ])("keeps %s apart", (_, one, other) => {
    expect(groups(one, other)).toEqual([0, 1]);
  });

  it("gives every key to the nearest leader, and a leader leads itself", () => {
    const leaderOf = groupKeys(["青龙县 人口", "青龙县城人口", "青龙县总人口"]);
    expect(leaderOf.get("青龙县 人口")).toBe("青龙县 人口");
    expect(new Set(leaderOf.values()).size).toBe(1);
  });
});
