/**
 * What limits a figure of the sentence limits it in the claim: what came in addition (新增500张) is not what there is, what
 * was had in one year (2023年募集500万元) not what was had in all, and the most that may be had (最高3000元) not what is had.
 */
import type { Proof } from "../proof.js";
import type { Reading } from "../reading.js";
import type { PlacedFigure } from "./counted.js";
import { governingTime } from "./governing.js";
import { leadText } from "./segments.js";

const ADDED = /新增|净增|新招|新聘|新录|新设|新开|新购|增设|增派|增聘|追加|扩招/u;
const KEEPS_ADDED = /新|另有|还将|再|增|添|追加|扩|招[收聘录募生工]|聘[用请]|录[用取]|开设|设立|购[买置入]|加[装派]/u;

const IN_ALL = /累计|总共|一共|共计|总计|合计|以来|历年|历来|迄今|至今/u;
const TOLD_IN_ALL = /累计|总[共计]|共(?!同)|以来|历[年来时]|已|至今|迄今|合计|截至|先后|目前/u;
const MEAN = /平均|人均|户均|年均/u;
const BY = /增|涨|升|提|多|加|扩|减|降|少|缩|跌|下|上|高|低|翻|长|短|快|慢|早|晚|比|较|变化|相差|差|改善/u;
const NOW = /目前|现在|如今|当前|眼下/u;

/** Upper and lower ends: how the sentence says them before and behind a figure, and how a claim may. */
const ENDS: readonly (readonly [before: RegExp, behind: RegExp, kept: RegExp])[] = [
  [
    /最高|最多|至多|上限|封顶|限额/u,
    /^(?:元)?(?:封顶|为上限|为限|以内|以下)/u,
    /最|至多|上限|封顶|限|不超过|不高于|以内|以下/u,
  ],
  [
    /最低|至少|最少|起步|下限|起价|底价/u,
    /^(?:元)?(?:起(?![来义点草床飞始码诉重])|为下限)/u,
    /最|至少|起|开始|下限|底|不低于|不少于|以上/u,
  ],
];

/** 较前年的52%: of when the figure is with which another one is compared. */
const COMPARED =
  /(?:较|比|高于|低于|多于|少于|超过|从|由)(?<when>去年|前年|上年|上一年|去年同期|同期|上届|上期|\d{4}年)的?(?:约|近|超)?$/u;

const WORTH = /(?:价值|总值|折价|折合|市值|估值)(?:约|近|超过?|人民币)?$/u;
const SO_FAR = /累计|先后|历年/u;
const CAPACITY = /(?:可以?|能够?|可同时|能同时)(?:容纳|接待|坐|停放|存放|收治|供\p{Script=Han}{0,4})|容量/u;
const DIFFERENCE = /(?:超出|超过|高出|低于|高于|多出|少于|距离?|差)\p{Script=Han}{2,6}$/u;

/** 由去年的3家增加到7家: the 7 are not those of 去年. */
function isStartOf(claimed: PlacedFigure, stated: PlacedFigure, claim: Reading): boolean {
  if (stated.figure.change !== "to") return false;
  const from = stated.clause.figures.findLast(({ change, end }) => change === "from" && end <= stated.figure.start);
  const when =
    from && /(?<when>去年|前年|上年|上一年|\d{4}年|最初|当初)的?$/u.exec(leadText(from, stated.clause))?.groups?.when;
  return (
    when !== undefined &&
    from !== undefined &&
    claimed.clause.text.includes(when) &&
    !claim.clauses.some(({ figures }) => figures.some(({ value }) => value === from.value))
  );
}

/** 今年前三季度 is not 今年, nor is 去年底. */
const PART_OF_YEAR =
  /(?<year>今年|去年|上年|\d{4}年)(?:前[一二三四]季度|前\d{1,2}个?月|[上下]半年|第?[一二三四]季度|\d{1,2}月|年?[初底末]|同期)/u;

/** Whether the claim's figure keeps what limits the sentence's. */
export function limitsAgree(claimed: PlacedFigure, stated: PlacedFigure, claim: Reading, proof: Proof): boolean {
  const lead = leadText(stated.figure, stated.clause);
  const told = claimed.clause.text;
  if (ADDED.test(lead) && !KEEPS_ADDED.test(told)) return false;
  const time = governingTime(stated.figure, stated.clause, proof, true);
  const section = proof.clauses.filter((one) => one.section === stated.clause.section);
  const isOfOneTime = time?.mode === "in" && !section.some(({ text }) => TOLD_IN_ALL.test(text));
  if (isOfOneTime && IN_ALL.test(told) && claim.clauses.every(({ times }) => times.length === 0)) return false;
  const when = COMPARED.exec(lead)?.groups?.when;
  if (when && /今年|去年|前年|上年|\d{4}年/u.test(told) && !told.includes(when)) {
    if (!/[上去]/u.test(when) || !/上年|上一年|去年/u.test(told)) return false;
  }
  // 价值300万元的设备: what it is worth was not given as money.
  if (WORTH.test(lead) && !/[值折]|估|合计/u.test(told)) return false;
  // 超出目标12万元: how far from it, not how much it is.
  if (DIFFERENCE.test(lead) && !/超|出|高|低|多|少|距|差|缺/u.test(told)) return false;
  if (isStartOf(claimed, stated, claim)) return false;
  const year = PART_OF_YEAR.exec(proof.text.slice(0, stated.figure.start))?.groups?.year;
  if (year && told.includes(year) && !/季度|半年|月|初|底|末|同期/u.test(claim.text)) return false;
  // 可容纳300名观众: not how many there were.
  if (CAPACITY.test(lead) && !/可|能|容|供|最多|设/u.test(told)) return false;
  // 累计安置417人: not how many there are now.
  if (SO_FAR.test(lead) && NOW.test(told) && !NOW.test(lead) && !IN_ALL.test(told)) return false;
  // 增加了150人: not how many there are; 平均每名服务96小时: not what each does.
  if (stated.figure.change === "by" && claimed.figure.change === undefined && !BY.test(told)) return false;
  if (MEAN.test(lead) && !/均|约|大概|大约/u.test(claim.text)) return false;
  // 由一节增加到三节: the one is not what there is now.
  if (stated.figure.change === "from" && claimed.figure.change !== "from" && NOW.test(told)) return false;
  const behind = proof.text.slice(stated.figure.end, stated.figure.end + 6);
  return ENDS.every(([before, after, kept]) => !(before.test(lead) || after.test(behind)) || kept.test(told));
}
