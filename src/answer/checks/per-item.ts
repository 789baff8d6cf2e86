/** Per item stays per item, a mean stays a mean, and a total is not claimed of what is per item. */
import type { Proof } from "../proof.js";
import type { Reading } from "../reading.js";
import type { PlacedFigure } from "./counted.js";
import { leadText, subjectBefore } from "./segments.js";

const PER =
  /每|单笔|单个|单一|单次|单台|单户|人均|户均|平均|年均|均(?=[捐为达约])|日均|月均|各自|各(?=[\d认捐出投获得派有追奖补领配占])/u;
/** A claim may also say 单价, or 建一间小屋的经费. */
const TOLD_PER = new RegExp(
  `${PER.source}|单价|一[间台例户人份件只张名个][^,。;]{0,8}的(?:经费|价格|成本|费用|造价)`,
  "u",
);
const TOTAL = /累计|总共|一共|共计|合计|总计|总额|总数|总量|共(?!同|享|建|议|富|赢|识)/u;
const EACH = /每(?<measure>个|名|位|家|户|一)?(?<item>(?![的每])\p{Script=Han})/gu;

/** 单笔 says 每笔, 人均 says 每人. */
const SAME_ITEM: Readonly<Record<string, RegExp>> = {
  笔: /单笔|笔均|每单/u,
  单: /单笔|每笔/u,
  人: /人均|每[名位]|平均/u,
  年: /年均|年度|年平均/u,
  户: /户均|每个?家庭/u,
  月: /月均/u,
  天: /日均|每日/u,
  日: /日均|每天/u,
  台: /单台/u,
};

/** Whether both figures are of one, or both are not. */
export function sharesItems(claimed: PlacedFigure, stated: PlacedFigure, claim: Reading, proof: Proof): boolean {
  const before = leadText(claimed.figure, claimed.clause);
  const provenBefore = subjectBefore(stated.clause, proof) + leadText(stated.figure, stated.clause);
  // 每名负责十二名儿童,比标准多一倍: a comparison goes on with what was compared.
  const previous = /^(?:比|较|同比|是|其中)/u.test(stated.clause.text)
    ? (proof.clauses[proof.clauses.indexOf(stated.clause) - 1]?.text ?? "")
    : "";
  if (!spanIsKept(claimed.clause.text, proof.text)) return false;
  if (!rateIsKept(claimed, stated, claim.text, proof.text)) return false;
  const rate = rateOf(proof.text, stated.figure.end);
  const provenAll = `${previous}${provenBefore}${stated.clause.text}${rate === undefined ? "" : `每${rate}`}`;
  if (PER.test(before) && !PER.test(provenAll)) return false;
  if (PER.test(provenBefore) && !TOLD_PER.test(claim.text.slice(0, claimed.clause.end))) return false;
  if (TOTAL.test(before) && PER.test(provenBefore) && !TOTAL.test(provenBefore)) return false;
  return Array.from(before.matchAll(EACH)).every(({ groups: { measure = "", item = "" } = {} }) => {
    return (
      provenAll.includes(`每${item}`) ||
      new RegExp(`每[个名位家户一]?${item}`, "u").test(provenAll) ||
      (SAME_ITEM[item]?.test(provenAll) ?? false) ||
      // 每户补助…: what stands behind 户 is not what there is one of.
      (/[户家名位]/u.test(measure) && (provenAll.includes(`每${measure}`) || provenAll.includes(`${measure}均`)))
    );
  });
}

const SPAN = /(?<span>[年月日周季])(?<what>收入|工资|薪|产量|产值|销售额|销量|营业额|利润|租金|接待|供餐|流量|支出)/gu;

/** 年收入 is no 月收入. */
function spanIsKept(claim: string, proof: string): boolean {
  return Array.from(claim.matchAll(SPAN)).every(({ groups: { span = "", what = "" } = {} }) => {
    const told = Array.from(proof.matchAll(SPAN)).filter(({ groups }) => groups?.what === what);
    return told.length === 0 || told.some(({ groups }) => groups?.span === span);
  });
}

/** 5000元/年, 200元每人: of what it is one stands behind the figure. */
const RATE = /^(?:\/|每)(?:[个名位])?(?<item>\p{Script=Han})/u;

function rateOf(text: string, end: number): string | undefined {
  return RATE.exec(text.slice(end, end + 4))?.groups?.item;
}

/** Whether a rate behind one of the figures is told of the other, before it or behind it. */
function rateIsKept(claimed: PlacedFigure, stated: PlacedFigure, claim: string, proof: string): boolean {
  const isTold = (item: string, text: string) =>
    new RegExp(`(?:每|\\/|一)[个名位]?${item}|${item}(?:均|费|薪|租|利率)`, "u").test(text) ||
    (SAME_ITEM[item]?.test(text) ?? false);
  const [own, told] = [rateOf(claim, claimed.figure.end), rateOf(proof, stated.figure.end)];
  if (told !== undefined && !isTold(told, claim)) return false;
  // What is of one of something else is of something else.
  const other = Array.from(
    claim.slice(claimed.clause.start, claimed.clause.end).matchAll(/[每/](?<unit>[年月日天周])/gu),
  );
  if (told !== undefined && other.some(({ groups: { unit = "" } = {} }) => !isTold(unit, `/${told}`))) return false;
  return own === undefined || isTold(own, proof);
}
