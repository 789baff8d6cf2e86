/** The words that a clause begins with and is about, before its first verb or figure; circumstances are left out. */
import { SAYING } from "../../text/saying.js";
import type { PlacedWord, ReadClause } from "../reading.js";

/** What many things are: no ground for taking two for one. */
export const GENERIC =
  /^(?:公司|集团|基金会|中心|机构|单位|组织|部门|协会|学会|大学|学院|研究院|医院|学校|工程|项目|计划|活动|省|市|县|区|镇|乡|村|全部|平均|记者|负责人|代表|当地|本地|全.)$/u;

const CIRCUMSTANCE =
  /^(?:在|把|从|自|截至|据|根据|按照|因|因为|由于|为|为了|对|向|给|以|用|与|随着|经|经过|通过|受|比|较)$/u;

const MEASURED = /^(?:收入|支出|损失)$|(?<!以)(?:率|比例|成本|面积|数量|金额|总额|总量|营业额|销售额)$/u;
/** Verbs and adverbs that the dictionary takes for nouns. */
const NO_NOUN = /^(?:专门|此外|另外|同比|环比|户均|人均|上门|现场|预计|助力)$/u;

/** Things that the dictionary takes for verbs. */
const THING = /^(?:低保|特困|助餐)$/u;

/** Whether a word may be what a clause is about. */
export function isSubjectWord({ word, tag, weight, isInName }: PlacedWord): boolean {
  if (!/\p{Script=Han}/u.test(word) || NO_NOUN.test(word)) return false;
  if (THING.test(word)) return true;
  if (/^[fs]/u.test(tag)) return /^[东南西北上中下左右][岸侧部区游线段]$/u.test(word);
  return isInName ? weight > 0 : weight > 0.25 && /^(?:n|x|j|l|vn|b|nr|an|zg)/u.test(tag);
}

/** Empty when the clause begins with what is done. Of joined clauses (甲表示,乙…) the first that is not about who speaks. */
export function leadOf(clause: ReadClause): PlacedWord[] {
  const groups: PlacedWord[][] = [[]];
  for (const word of clause.words) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.start + last.word.length < word.start) groups.push([]);
    groups.at(-1)?.push(word);
  }
  for (const words of groups.filter((group) => groups.length === 1 || !SPEECH.test(group.at(-1)?.word ?? ""))) {
    const lead = leadOfPart({ ...clause, words });
    if (lead.length > 0) return lead;
  }
  return [];
}

const SPEECH = new RegExp(`^(?:${SAYING}|道)$`, "u");

function isOf({ word }: PlacedWord): boolean {
  return word === "的";
}

/** 转学到县城的学生|减少…; but 支持老人的送餐服务, with nothing behind it, is what is done. */
function isSaidOfLater(words: readonly PlacedWord[], verb: number, figures: ReadClause["figures"]): boolean {
  const of = words.findIndex((word, i) => i > verb && i < verb + 5 && isOf(word));
  if (of < 0) return false;
  // The word behind 的 is no predicate: 送餐|服务.
  const rest = words.slice(of + 2);
  const from = words[of + 1]?.start ?? 0;
  return rest.some(({ tag }) => /^(?:v(?!n)|a$)/u.test(tag)) || figures.some(({ start }) => start >= from);
}

function leadOfPart({ words, figures }: ReadClause): PlacedWord[] {
  const lead: PlacedWord[] = [];
  let isCircumstance = false;
  const by = words.findIndex(({ word }, i) => isBy(word, words[i + 1]));
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (figures.some(({ start, end }) => word.start >= start && word.start < end)) {
      if (lead.length > 0) break;
      continue;
    }
    if (CIRCUMSTANCE.test(word.word)) {
      // 食宿费|用|由…承担
      if (i < by) continue;
      if (lead.length > 0 && word.word !== "与") break;
      isCircumstance = lead.length === 0;
      continue;
    }
    // 筛查由市胸科医院负责: who does it stands behind 由.
    if (i === by || /^(?:期间|以来|之际)$/u.test(word.word)) {
      isCircumstance = false;
      lead.length = 0;
      continue;
    }
    // 调解|成功率, 平均月|收入: a verb by the dictionary, here a part of what is measured.
    const isMeasured = next !== undefined && MEASURED.test(next.word) && next.tag.startsWith("n");
    if (isMeasured || MEASURED.test(word.word)) {
      if (!isCircumstance) lead.push(word);
      continue;
    }
    const isVerb =
      /^(?:惠及|主办|承办|协办)$/u.test(word.word) ||
      (/^v(?!n)/u.test(word.tag) &&
        !THING.test(word.word) &&
        !word.isInName &&
        (word.word.length > 1 || /^[是有]$/u.test(word.word)));
    // 受访的骑手, 转学到县城的学生: said of what follows.
    const isRelative = next?.word === "的" || (lead.length === 0 && isSaidOfLater(words, i, figures));
    // 修复工程由省林业局投资: before 由 stands what is done.
    if (isVerb && i < by) continue;
    if (isVerb && isRelative && next !== undefined) continue;
    if (isVerb) break;
    if (!isCircumstance && isSubjectWord(word)) lead.push(word);
  }
  // 每月服务约5,400人次: what is counted is what is done.
  if (lead.every(({ tag }) => tag === "vn") && figures.length > 0) return [];
  // 清源水务公司施工, 省林业局投资1.37亿元: what is done is no part of who does it.
  const last = lead.at(-1);
  const behind = last && words[words.indexOf(last) + 1];
  const isDeed = last?.tag === "vn" && (!behind || /^(?:m|ul)/u.test(behind.tag) || !/\p{L}/u.test(behind.word));
  return isDeed && lead.length > 1 ? lead.slice(0, -1) : lead;
}

function isBy(word: string, next: PlacedWord | undefined): boolean {
  return /^[由被]$/u.test(word) && next !== undefined && !/^[mt]/u.test(next.tag);
}
