import { describe, expect, it } from "vitest";
import { factsOf, readCorrection } from "./required-facts.js";

describe("factsOf", () => {
  it.each([
    ["figures", "孵化得怎么样?", ["累计孵化339名电商从业者,销售额超500万元。"], ["339名", "500万元"]],
    ["only the figure that is asked for", "多少名?", ["2019年孵化339名电商从业者,销售额超500万元。"], ["339名"]],
    ["days", "是哪一天?", ["每年4月2日是世界孤独症日。"], ["4月2日"]],
    ["persons and organisations", "谁说的?", ["壹基金秘书长李弘表示,水滴公益参与了。"], ["壹基金", "李弘", "水滴公益"]],
    ["nothing that the question says", "2019年有339名吗?", ["2019年有339名,共5家。"], ["5家"]],
    ["those of the first statement that has some", "如何?", ["大家都满意。", "共12户。", "共13户。"], ["12户"]],
    ["nothing when there is none", "如何?", ["大家都满意。"], []],
  ])("takes %s", (_, question, statements, facts) => {
    expect(factsOf(question, statements)).toEqual(facts);
  });
});

describe("readCorrection", () => {
  it.each([
    ["339名", [["339名"]]],
    ["应该是３３９名。", [["339名"]]],
    ["正确答案:339名|339人；李弘", [["339名", "339人"], ["李弘"]]],
    ["乡村特派员制度", [["乡村特派员制度"]]],
    ["青龙县一共孵化了340名电商从业者，不是339名", [["340名"], ["339名"]]],
    ["；", []],
  ])("reads %s", (text, must) => {
    expect(readCorrection(text)).toEqual(must);
  });
});
