/** Times that a sentence tells in other words than a claim, and those that it does not tell. */
import { describe, expect, it } from "vitest";
import { showSentences } from "../../src/answer/shown-sentences.js";
import { verifyStatement } from "../../src/answer/verify.js";

const SENTENCES = [
  "2023年,项目在岚山省的31个县开展。",
  "全年总支出2208万元。",
  "门诊量达28.4万人次,比上年增长12%。",
  "新办法9月1日正式施行,有效期三年。",
  "截至今年3月31日,基金会共募集款物4360万元。",
];

function isShown(text: string, cited: number): boolean {
  let start = 0;
  const sentences = SENTENCES.map((sentence, ordinal) => {
    const one = { ordinal, paragraph: 0, kind: "body" as const, start, end: start + sentence.length, text: sentence };
    start = one.end;
    return one;
  });
  const about = { articleId: "a", revision: 1, source: "news", title: "年报", names: "年报", eventDates: [] };
  const shown = showSentences([{ chunkId: 1, ...about, text: SENTENCES.join(""), sentences, score: 1 }]);
  return verifyStatement({ text, cited: [cited] }, new Map(shown.map((one) => [one.number, one])), "zh").passed;
}

describe("a time in other words", () => {
  it.each([
    ["2023年总支出为2208万元。", 2],
    ["门诊量为28.4万人次,比2022年增长12%。", 3],
    ["新办法自9月1日起施行。", 4],
    ["截至今年3月底,基金会共募集款物4360万元。", 5],
  ])("is shown: %s", (text, cited) => expect(isShown(text, cited)).toBe(true));

  it.each([
    ["2022年总支出为2208万元。", 2],
    ["门诊量为28.4万人次,比2021年增长12%。", 3],
    ["2022年门诊量为28.4万人次。", 3],
    ["新办法自9月2日起施行。", 4],
    ["截至今年2月底,基金会共募集款物4360万元。", 5],
  ])("is not shown: %s", (text, cited) => expect(isShown(text, cited)).toBe(false));
});
