/**
 * Sentences that differ in little, as proof of each other: in each block of the list (parted by an empty line) what stands in
 * one line, parted by `|`, says the same, and no line says what another says. Written in four parts, each before the rules that
 * it led to: of 2,510 pairs of different lines 146 passed at first sight.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isShown } from "./pairs.js";

/** Lies that are known to get through. */
const KNOWN_LIES: readonly string[] = [
  "青禾基金会理事长陈立平表示，项目将扩大到20个县。 ⇒ 陈立平表示，项目将扩大到20个县。",
  "医疗队先后到清河县和临溪县义诊。 ⇒ 医疗队先后到临溪县和清河县义诊。",
  "医疗队先后到临溪县和清河县义诊。 ⇒ 医疗队先后到清河县和临溪县义诊。",
  "合作社的苹果卖到了北京和上海，收入120万元。 ⇒ 合作社的苹果卖到了北京，收入120万元。",
  "合作社的苹果卖到了北京和广州，收入120万元。 ⇒ 合作社的苹果卖到了北京，收入120万元。",
  "五年间，村民人均年收入从8000元增加到1.6万元。 ⇒ 五年间，村民人均收入共1.6万元。",
  "五年间，村民人均年收入由8000元增至1.6万元。 ⇒ 五年间，村民人均收入共1.6万元。",
  "孙丽曾在北京创业十年，2019年回到家乡工作。 ⇒ 孙丽在家乡工作十年，2019年到北京创业。",
  "孙丽在北京工作，2019年起创业。 ⇒ 孙丽2019年到北京创业。",
  "孙丽在家乡工作十年，2019年到北京创业。 ⇒ 孙丽2019年到北京创业。",
  "食堂由村委会管理，资金来自县慈善总会和村民自筹。 ⇒ 食堂由村委会管理，资金来自村民自筹。",
  "食堂由村委会管理，资金来自县慈善总会和村民自筹。 ⇒ 食堂的资金由村委会和县慈善总会提供。",
  "食堂由县慈善总会管理，资金来自村委会和村民自筹。 ⇒ 食堂的资金由村委会和县慈善总会提供。",
  "她在聋校学习了半年手语。 ⇒ 她教了半年手语。",
  "青禾基金会和云山大学各培训了300名教师。 ⇒ 青禾基金会培训了云山大学300名教师。",
  "报名截止日期为7月15日，培训从6月30日开始。 ⇒ 报名从6月30日开始。",
  "志愿者服务队现有成员86人，其中党员21人、教师35人，平均年龄42岁。 ⇒ 志愿者服务队的教师平均年龄42岁。",
  "周敏捐出了一半奖金给母校。 ⇒ 周敏的母校捐出了一半奖金。",
  "周敏的母校捐出了一半奖金。 ⇒ 周敏捐出了一半奖金给母校。",
  "周敏的母校捐出了一半奖金。 ⇒ 母校把一半奖金给了周敏。",
  "林芳比她的姐姐小三岁，两人都是护士。 ⇒ 林芳的姐姐比她小三岁。",
];
/** True statements of the same line that are left out, at most. */
const MAX_DROPPED = 22;

const BLOCKS = readFileSync(join(import.meta.dirname, "like-sentences.txt"), "utf8")
  .trim()
  .split("\n\n")
  .map((block) => block.split("\n").map((line) => line.split("|")));

const PAIRS = BLOCKS.flatMap((lines) =>
  lines.flatMap((line) =>
    line.flatMap((proof) =>
      lines.flatMap((other) =>
        other
          .filter((claim) => claim !== proof)
          .map((claim) => ({ pair: `${proof} ⇒ ${claim}`, isSame: other === line })),
      ),
    ),
  ),
);

it("shows none of them for another, but those that are known", () => {
  const lies = PAIRS.filter(({ isSame }) => !isSame);
  expect(lies.length).toBeGreaterThan(1800);
  expect(lies.filter(({ pair }) => isShown(pair)).map(({ pair }) => pair)).toEqual(KNOWN_LIES);
});

it("leaves out few that say the same", () => {
  const truths = PAIRS.filter(({ isSame }) => isSame);
  const dropped = truths.filter(({ pair }) => !isShown(pair)).map(({ pair }) => pair);
  expect(dropped.length, dropped.join("\n")).toBeLessThanOrEqual(MAX_DROPPED);
});
