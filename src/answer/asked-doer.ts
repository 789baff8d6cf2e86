/**
 * Who organised, published, started or paid: 谁主办?, 手册是谁发布的?, 谁出的钱? A sentence answers only when it says who did
 * it. Whoever speaks in it is not the one: 王振耀在总结时表示,会议发布的报告… names no publisher. By form, on folded text.
 */
import { findNameBeginnings } from "../text/names.js";
import { findOrganisations } from "../text/organisations.js";
import { findPlaces } from "../text/places.js";
import { tagWords } from "../text/tokens.js";

/** Words for one deed: a question may use any of them, and so may the sentence that answers. */
const DEEDS: readonly string[] = [
  "主办|举办|承办|协办|召开|召集|合办|办",
  "发布|公布|推出|发表|出版|印发|颁布",
  "发起|倡议|启动|开展",
  "编写|撰写|编著|编制|编撰|执笔|写|著|作者|创作",
  "捐赠|捐助|捐资|捐款|捐|赠送|资助|赞助|出资|出钱|出|投资|拨款|补贴|补助|掏钱|掏",
];

/** 谁, 哪家机构, who; what may stand between it and the deed. */
const ASKED_BEFORE =
  /(?:谁|who|which \S+|哪[些个家所]?(?:机构|单位|公司|企业|基金会|组织|大学|学校|部门|平台|院校|方)?)\s*(?:(?:给|为|向|替|在|对)\p{Script=Han}{1,16}?)?(?:来|所|共同|联合|一起|负责|去)*\s*$/u;
const ASKED_BEHIND = /^(?:方|单位|机构|部门|者|人)(?:都)?(?:是|有|为)?(?:谁|哪)/u;
/** 主办方 and 发布会 are no deeds, nor is 发表 in 发表讲话. */
const NO_DEED = /^(?:方|单位|机构|者|人|会|地|日|商|时间|讲话|演讲|致辞|看法|意见|评论)/u;
/** Whoever did it, when no name says so: 主办方, 镇政府, 村民. */
const DOER =
  /(?:主办|承办|发起|合作|出品|资助|捐赠|编写)(?:方|人|单位|机构)|政府|财政|(?:部门|机构|组织|企业|公司|集团|平台|公益|学会|商会|研究院|大学|学院|银行|医院|学校|课题组|委|部|局|办公室)$/u;
const PEOPLE = /(?:者|人士|村民|居民|群众|网友|商家|校友|家长|企业家|老板)们?$/u;

/** The deeds that would answer, or undefined when nobody's deed of these is asked for. @param question folded, English words in Chinese. */
export function askedDeed(question: string): readonly string[] | undefined {
  for (const deed of DEEDS) {
    const words = deed.split("|");
    const isAsked = Array.from(question.matchAll(new RegExp(`(?:${deed})`, "gu"))).some(({ 0: word, index }) => {
      const behind = question.slice(index + word.length);
      if (ASKED_BEHIND.test(behind)) return true;
      if (!ASKED_BEFORE.test(question.slice(0, index)) || NO_DEED.test(behind)) return false;
      // One character alone asks only where nothing else can be meant: 谁办的, 谁出的钱.
      return word.length > 1 || word === "写" || /^[了的]?(?:款|钱|资|善款|[?？]|$)/u.test(behind);
    });
    if (isAsked) return words;
  }
  return undefined;
}

/**
 * Whether a sentence says who did what a question asks about; true when it asks for nobody's deed.
 * @param question folded, English words in Chinese. @param sentence folded.
 */
export function statesAskedDoer(question: string, sentence: string): boolean {
  const deeds = askedDeed(question);
  if (!deeds) return true;
  const said = new RegExp(deeds.filter((deed) => deed.length > 1 || deed === "写" || deed === "著").join("|"), "gu");
  return Array.from(sentence.matchAll(said)).some(({ 0: deed, index }) => {
    const behind = sentence.slice(index + deed.length);
    if (NO_DEED.test(behind)) return false;
    const clause = /[^,。;:!?“]*$/u.exec(sentence.slice(0, index))?.[0] ?? "";
    if (namesDoer(clause)) return true;
    // 会议发布了某研究中心的报告: whose it is stands behind it.
    return behind.startsWith("了") && findOrganisations(behind.split(/[,。;]/u)[0] ?? "").length > 0;
  });
}

/** Whether the words before a deed name somebody who can do it. */
function namesDoer(clause: string): boolean {
  if (findOrganisations(clause).length > 0 || findNameBeginnings(clause).length > 0) return true;
  const words = tagWords(clause);
  return (
    DOER.test(clause) ||
    words.some(({ word, tag }) => tag === "nt" || tag === "nr" || PEOPLE.test(word)) ||
    (findPlaces(clause).length > 0 && /^(?!在).*(?:[省市县区镇乡村])(?:也|还|每年|共|已)*$/u.test(clause))
  );
}
