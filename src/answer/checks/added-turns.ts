/**
 * Small words that say something of their own (曾, 再次, 一次性, 以外): no claim adds one that its sentence does not bear out, nor
 * leaves out that something holds only outside of what it names.
 */
import type { ClauseCheck } from "./check.js";

/** What the claim says, and one of what the sentence must say for it. */
const ADDED: readonly (readonly [claimed: RegExp, told: RegExp])[] = [
  [
    /曾经?(?=担任|任|是|为|在|获|被|参|有|设)|一度/u,
    /曾|一度|过(?![程后去])|[原前时]任|原[为是]|前\p{Script=Han}{0,8}[长员任]|当[时年]|\d年|那时|从前|以前/u,
  ],
  [/再次|再度|又一次|再一次/u, /再|又|第[二三四五六七八九十\d]|重新|继|连续|多次|屡/u],
  [/除了?(?!夕|[草尘湿雪害虫])\p{Script=Han}{2,12}(?:以外|之外|外)?(?:,|$)/u, /除|[以之]外|不含|不包括/u],
  [/总(?=投资|投入|收入|支出|金额|面积|人数|造价|预算|产值)/u, /总|共|合计|全部|累计/u],
  [/\d\D{0,8}[中里]有\d/u, /[中里]/u],
  [/一次性/u, /一次/u],
  [/共同(?!体)|联合(?!会|国|体|社)|携手/u, /共同|联合|携手|一起|一道|合[作力办资]|会同|协同|双方|各方|[和与及、]/u],
  [/(?<![创更最翻刷革全])新(?=服务|招|聘|建|设|开|增|添|签|入职|加入|获|发)/u, /新|增|添|又|再/u],
  [/平均|人均|户均|年均/u, /均/u],
  [/多次|屡次|屡屡/u, /多次|屡|反复|[一二三四五六七八九十\d]次|再/u],
  [/提前|提早/u, /提[前早]|早于|之前|前(?=\d|[一二三四五六七八九十])/u],
  [/如期|按期|按时/u, /如期|按期|按时|准时/u],
  [/无偿|义务(?=为|帮|教|讲|诊)/u, /无偿|义务|免费|公益|志愿/u],
  [/独立(?=完成|承担|开发|运营)|单独/u, /独立|单独|独自|独家/u],
];

/** 四川省以外: what is named is just what it is not. */
const OUTSIDE = /(?<of>\p{Script=Han}{2,12}?)(?:以外|之外)/gu;

export function turnsAreTold({ clause, proof }: ClauseCheck): boolean {
  return (
    ADDED.every(([claimed, told]) => !claimed.test(clause.text) || told.test(proof.text)) &&
    outsideStays(clause.text, proof.text) &&
    outsideStays(proof.text, clause.text)
  );
}

/** Whether what one text has as outside of something the other does not name as inside. 除甲以外 of those who do more is another thing. */
function outsideStays(text: string, other: string): boolean {
  return Array.from(text.matchAll(OUTSIDE)).every(({ index, groups: { of = "" } = {} }) => {
    const before = text.slice(0, index + of.length);
    if (/除[了去]?[^,。;]*$/u.test(before)) return true;
    const head = of.slice(-2);
    return !other.includes(head) || /[以之]外|域外|外地|外(?=[,。的])/u.test(other);
  });
}
