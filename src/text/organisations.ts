/** Names of organisations by their form: a run of characters that ends in 基金会, 公司, 大学 … Expects folded text. */
import { type TaggedWord, tagWords } from "./tokens.js";
import { wordRarity } from "./word-rarity.js";

const SUFFIX =
  "基金会|基金|有限公司|公司|集团|大学(?!生)|学院|研究院|研究所|研究中心|科学院|中心|协会|学会|商会|联合会|委员会|银行|医院|学校|小学(?!生)|中学(?!生)|幼儿园|出版社|报社|电视台|通讯社|总局|局(?!长)|司(?!长)|厅(?!长)|实验室|事务所|合作社|联盟|促进会|救助会|红十字会|慈善总会|公益(?!事业|项目|慈善|活动|机构|组织|宝贝|行动|保险|计划|性|基金|广告|理念|典型|倡导|服务|的|价值|力量|生态|行为|兴|人|捐|教育|资金|之|品牌|文化|模式|领域|界|家|类|周|日|节|[,。;:]|$)";
/** By its last word one kind of organisation is told from another: no foundation is a bureau. */
export const ORGANISATION_KIND =
  /(?:基金会|公司|集团|大学|学院|研究院|研究所|中心|协会|学会|委员会|医院|银行|学校|合作社|联盟|局|厅|司)$/u;
/** Characters that no such name goes across. */
const STOP = "个的由和与及在向从被把是了等并还也给让以为使令对就这那该将已再先每到至";
const CHARACTER = `(?:(?![${STOP}])\\p{Script=Han}|[a-z])`;
const NAME = new RegExp(`${CHARACTER}{1,20}?(?:${SUFFIX})(?:${CHARACTER}{0,10}?(?:${SUFFIX}))*`, "gu");
/** Words before a name that its characters could be taken to go on from. */
const BEFORE = /^.*(?:以及|联合(?!会)|发起|主办|支持|通过|作为|来自)(?=.)/u;
/** These alone name nothing: 该公司, 研究中心. */
const BARE = new RegExp(
  `^(?:该|本|这家|某|一家|各|家庭|城市|资源|服务|联盟|成员|会员|合作|试点|定点|乡村|农村)*(?:${SUFFIX})$`,
  "u",
);

/**
 * Names of organisations in a text, in order, each once.
 * @example findOrganisations("由水滴公益和深圳国际公益学院主办") // ["水滴公益", "深圳国际公益学院"]
 */
export function findOrganisations(text: string): string[] {
  const names = Array.from(text.matchAll(NAME), ([run]) => trimStart(run.replace(BEFORE, "")));
  return Array.from(new Set(names)).filter((name) => name.length >= 3 && !BARE.test(name));
}

/** A verb as rare as this is one by the dictionary only; 0 to 1. */
const NAME_RARITY = 0.8;

/** Words before the name that are no part of it: verbs, times, numbers. */
function trimStart(run: string): string {
  const words = tagWords(run);
  let from = 0;
  // 启明|教育|研究院: a verb that hardly any text has is a name.
  const isLeft = ({ word, tag }: TaggedWord) =>
    (from < words.length - 2 ? /^(?:v|p|d|c|t|r|u|m|q)/u : /^t/u).test(tag) &&
    !(tag.startsWith("v") && wordRarity(word) >= NAME_RARITY);
  for (let word = words[0]; word && from < words.length - 1 && isLeft(word); word = words[from]) from++;
  return words
    .slice(from)
    .map(({ word }) => word)
    .join("");
}

/**
 * Whether `short` may stand for `name`, as Chinese shortens names: some of its characters in their order, the first of
 * them early (北师大 for 北京师范大学, 壹基金 for 深圳壹基金公益基金会).
 */
export function isShortFor(short: string, name: string): boolean {
  if (name.includes(short)) return true;
  let at = -1;
  for (const character of short) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return short.length >= 2;
}
