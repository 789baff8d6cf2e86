/** Whether a sentence holds what a question asks for by its form: a figure in the asked unit, a date, a name, a post. */
import { findNameBeginnings, statesRoleOf } from "../text/names.js";
import { findQuantities, type Quantity } from "../text/quantities.js";
import { asksWhatItHolds, statesContents } from "./asked-contents.js";
import { isPerYear, statesPerYear } from "./asked-measure.js";
import { statesAskedName } from "./asked-name.js";
import { asksForReason, statesReason } from "./asked-reason.js";
import { asksForView, statesView } from "./asked-view.js";
import type { Question } from "./question.js";

/**
 * Whether a sentence holds something of the asked kind. Form only; whether it is the answer is not known.
 * @param sentence folded.
 */
export function holdsAskedKind(question: Question, sentence: string): boolean {
  switch (question.kind) {
    case "number":
    case "duration": {
      if (/第几/u.test(question.folded)) return /第[\d一二三四五六七八九十百]/u.test(sentence);
      if (isPerYear(question.folded) && !statesPerYear(sentence)) return false;
      const figures = findQuantities(sentence).filter(
        (figure) => !question.figures.some((own) => own.text === figure.text),
      );
      if (question.units.length > 0) {
        // 百万商家: a figure without a measure word counts what stands behind it.
        const isBare = ({ unit, end }: Quantity) => unit === "" && !/\p{Script=Han}/u.test(sentence.charAt(end));
        const isVague = question.units.some((unit) => sentence.includes(`几${unit}`) || sentence.includes(`数${unit}`));
        return isVague || figures.some((figure) => isBare(figure) || question.units.includes(figure.unit));
      }
      return (
        figures.some(({ unit }) => !/^[年月日号]$/u.test(unit)) || (question.kind === "duration" && figures.length > 0)
      );
    }
    case "date":
      return holdsAskedDate(question.folded, sentence);
    case "person":
      return findNameBeginnings(sentence).length > 0;
    case "role":
      return statesRoleOf(sentence, question.subject);
    case "place":
      return /[省市县区乡镇村州国京津沪渝]/u.test(sentence);
    case "list":
      return (
        /、|和|及|以及|与|》《|”“/u.test(sentence) && (!asksWhatItHolds(question.folded) || statesContents(sentence))
      );
    case "organisation":
      return /公司|集团|基金会|大学|学院|研究院|研究所|中心|协会|委员会|机构|平台|部|局|院|厅|社|银行|医院|学校|公益/u.test(
        sentence,
      );
    case "other":
      return (
        (!asksForView(question.folded) || statesView(sentence)) &&
        (!asksForReason(question.folded) || statesReason(sentence)) &&
        (!asksWhatItHolds(question.folded) || statesContents(sentence)) &&
        statesAskedName(question.folded, sentence)
      );
  }
}

const BEGINS = /(?:什么时候|什么时间|何时|when).{0,24}(?:开始|发起|启动|起步)/u;

/** A day must be a day and a year a year; 什么时候 takes any date, also 近日. */
function holdsAskedDate(question: string, sentence: string): boolean {
  // 17年来 is no date.
  const units = findQuantities(sentence)
    .filter(({ unit, value }) => unit !== "年" || value > 1000)
    .map(({ unit }) => unit);
  if (/哪一?[天日]|几[月号日]|日期|which day/u.test(question)) return units.some((unit) => /^[月日号]$/u.test(unit));
  if (/哪一?年|几几年|which year/u.test(question)) return units.includes("年") || /[今去前明]年/u.test(sentence);
  // 今年是开展的第四年, 近日举行: when something began is told by a date.
  if (BEGINS.test(question)) {
    const dated = findQuantities(sentence.replaceAll(/截[至止]到?[\d年月日]+/gu, ""));
    return dated.some(({ unit, value }) => /^[月日号]$|世纪/u.test(unit) || (unit === "年" && value > 1000));
  }
  return units.some((unit) => /^[年月日号]$|世纪/u.test(unit)) || /今年|去年|昨[日天]|近日|日前/u.test(sentence);
}

/** Whether a figure stands right before what is counted: 5.8万个|心智障碍者家庭 for 多少|心智障碍者家庭. */
export function countsTheThing({ counted }: Question, sentence: string): boolean {
  const beginning = counted.slice(0, 2);
  if (beginning === "") return false;
  return findQuantities(sentence).some(({ end }) => sentence.startsWith(beginning, end));
}
