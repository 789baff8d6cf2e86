/** How much of a clause its sentence holds, in content words, weighed by their rarity. */
import { SAYING } from "../../text/saying.js";
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { comparesWithLastYear } from "./told-times.js";

/**
 * Share of the clause's weight that a text holds, 0 to 1; 1 when the clause has no content words.
 * @param words the words of that text, for one-character synonyms.
 */
export function coverageBy(clause: ReadClause, text: string, words: ReadonlySet<string>): number {
  let held = 0;
  let total = 0;
  for (const word of clause.words) {
    if (FREE.test(word.word)) continue;
    total += word.weight;
    held += word.weight * shareHeld(word.word, text, words);
  }
  return total === 0 ? 1 : held / total;
}

/** How far a text holds a word, 0 to 1: literally, by a synonym, or some of its characters. */
export function shareHeld(word: string, text: string, words: ReadonlySet<string>): number {
  const known = shareTold(word, text, words);
  if (known > 0) return known;
  const characters = Array.from(word);
  if (characters.length === 1) return 0;
  if (isMadeOfHeld(word, text, words)) return 0.8;
  const share = characters.filter((one) => text.includes(one)).length / characters.length;
  // 民事案件 is not held by 农民工 and 刑事案件: long words are made of shorter ones.
  const isWhole = share === 1 && (characters.length < 4 || halvesOf(word).every((half) => text.includes(half)));
  if (isWhole) return 0.8;
  // 主办方, 献血者: whoever does it.
  const stem = word.slice(0, -1);
  if (stem.length > 1 && /[方者]$/u.test(word) && text.includes(stem)) return 0.8;
  return Math.min(share, 0.9) ** 2 * 0.6;
}

/** 1 for the word itself, 0.9 for a synonym, 0 for neither. */
function shareTold(word: string, text: string, words: ReadonlySet<string>): number {
  if (text.includes(word)) return 1;
  return isToldBySynonym(word, text, words) ? 0.9 : 0;
}

function isToldBySynonym(word: string, text: string, words: ReadonlySet<string>): boolean {
  return Array.from(synonymsOf(word)).some((other) => (other.length > 1 ? text.includes(other) : words.has(other)));
}

/** 花|掉, 借|来, 可|领: a verb with what only says how far it went, or that it may be. */
const WITH_ASPECT =
  /^(?:[可能会要再已又还新正将均])?(?<verb>\p{Script=Han}{1,2}?)(?:[了着过到出来去掉得成完好下起为至])?$/u;

/** 举办|活动 and 可领 are taken for one word: held when its parts are. */
function isMadeOfHeld(word: string, text: string, words: ReadonlySet<string>): boolean {
  const verb = WITH_ASPECT.exec(word)?.groups?.verb ?? word;
  // One character stands in many words of the text: it must be a word there.
  if (
    verb !== word &&
    (words.has(verb) || isToldBySynonym(verb, text, words) || (verb.length > 1 && text.includes(verb)))
  )
    return true;
  return (
    word.length > 3 &&
    Array.from(word).some(
      (_, i) =>
        i > 1 &&
        i < word.length - 1 &&
        shareTold(word.slice(0, i), text, words) > 0 &&
        shareTold(word.slice(i), text, words) > 0,
    )
  );
}

function halvesOf(word: string): string[] {
  const middle = Math.floor(word.length / 2);
  return [word.slice(0, middle), word.slice(middle)];
}

/** Words that the dictionary does not know or hardly any text has: mostly names, and nothing stands for them. */
const RARE = 0.7;

/** Rare words and names of the clause none of whose characters, or fewer than half, stand in a text. */
export function unknownRareWords(clause: ReadClause, text: string, words: ReadonlySet<string>): PlacedWord[] {
  return clause.words.filter(
    ({ word, tag, weight }) =>
      /^[\p{Script=Han}a-z]{2,}$/u.test(word) &&
      weight > 0 &&
      ((weight >= RARE && !/^(?:v|d|a|p|c)/u.test(tag)) || /^(?:x|nr|ns|nt|nz|eng)/u.test(tag)) &&
      shareHeld(word, text, words) < (/^[a-z]/u.test(word) ? 1 : 0.2),
  );
}

/** What a retelling may add without claiming more: verbs that only hold its own sentence together. */
export const FREE =
  /^(?:没有|还有|采用|采取|提供|覆盖|负责|维持|剩|剩下|剩余|截至|截止|答案|全部|部分|其余部分|剩余部分|情况|记录|属于|参加|来看|原来|原本|共有|需|需要|将近|原因|工作|平均|超出|计划|不能|不得|不可|不会|无法|无需|不用|不必|承担|用于|用来|可|获|任务|问题|方面|事宜|事项|环节|周期|为期|现有|整个|途径|渠道|未能|没能|准备|打算|拟|用作|用到|投向|才能|只能|低于|高于|多于|少于|接近|不到|不足|看来|已有|有着|身上|所在|下来|做到|最大|最多|最少|最高|最低|最小)$/u;
/** A word of less weight is in any text. */
const MIN_MISSED = 0.3;

/**
 * Content words of the clause that a text has neither literally nor by a synonym: one of them is enough to make a claim
 * another one (冬季库存 for 夏季库存), however much of the rest is held.
 */
export function missingWords(clause: ReadClause, proof: Proof): PlacedWord[] {
  const { text, context, wordSet, clauses } = proof;
  const around = `${text}\n${context}`;
  return clause.words.filter((placed, i) => {
    const { word, tag, weight, isInName } = placed;
    // A name between quotation marks has been proven as a whole.
    if (isInName) return false;
    if (isOnlyRate(placed, clause, text)) return true;
    if (/^(?:上年|去年)$/u.test(word)) return !/同比|上年|去年/u.test(text) && !comparesWithLastYear(proof);
    if (LEVEL_OF_STATE.test(word) && weight > 0 && !/[该全本各我]$/u.test(clause.words[i - 1]?.word ?? "")) {
      const stem = clause.words[i - 1]?.word ?? word;
      return !text.includes(word) && (text.includes(stem) || !around.includes(stem + word));
    }
    if (weight <= MIN_MISSED || !/^(?:n|v|a|b|t|s|f|z|i|l|j|x)/u.test(tag) || FREE.test(word)) return false;
    // What follows from what is compared as such.
    if (/^(?:导致|造成|致使|引发|引起|使得)$/u.test(word) && clauses.some(({ cues }) => cues.has("cause")))
      return false;
    if (isHeldPlace(word, tag, around) || isReceived(placed, clause, text)) return false;
    // 调查发现,…; 帮助|转移群众: who found it and that it helped say nothing more.
    const next = clause.words[i + 1];
    if (next !== undefined && isSaying(word) && /^[,:]/u.test(next.word)) return false;
    if (/^(?:帮助|协助|继续|开始|予以|加以)$/u.test(word) && next?.tag.startsWith("v")) return false;
    if (/^第[一二三四]季度$/u.test(word)) return !text.includes(word.slice(1));
    // What is measured is what the figure is of, and must stand with it.
    // What is done is done in this sentence, whatever was done in those before.
    const isOwn = /^v(?!n)/u.test(tag) || (clause.figures.length > 0 && MEASURED.test(word));
    // 启行教育基金会: a verb by the dictionary, a part of a name here.
    const from = placed.start - clause.start;
    const compound = clause.text.slice(from, from + word.length + 2);
    const isCompound = /^\p{Script=Han}{4,}$/u.test(compound) && context.includes(compound);
    const where = isOwn && !isCompound ? text : around;
    return shareHeld(word, where, wordSet) < (/^(?:x|nr|ns|nt|nz)/u.test(tag) ? 0.8 : 0.5);
  });
}

/** 312人通过了: neither 通过率 nor 未通过 says that they did. */
function isOnlyRate({ word, tag, start }: PlacedWord, clause: ReadClause, text: string): boolean {
  if (word.length < 2 || !/^(?:v(?!n)|p)/u.test(tag) || !text.includes(word)) return false;
  if (/^[率的]/u.test(clause.text.slice(start - clause.start + word.length))) return false;
  const others = Array.from(text.matchAll(new RegExp(`(?<no>[未没不])?(?:有|能)?${word}(?<rate>率)?`, "gu")));
  const isDenied = /(?:[未没不无免非]\p{Script=Han}?|拒绝|停止|取消)$/u.test(
    clause.text.slice(0, start - clause.start),
  );
  return !isDenied && others.every(({ groups }) => groups?.no !== undefined || groups?.rate !== undefined);
}

const SAYS = new RegExp(`^(?:${SAYING})$`, "u");

function isSaying(word: string): boolean {
  return SAYS.test(word);
}

/** Whoever is no organisation and nobody by name: to such people and things it is done. */
const GROUP = /(?:人|者|员|户|民|生|童|师|子|众|女|家庭|老人|患者|农|问题|项目|工作|情况)$/u;

/**
 * 渔民接受了培训 for 为渔民提供培训: who receives is to whom it is given. 老人每餐得到8元补贴 for 老人每餐补贴8元: what people
 * receive is what the sentence gives, without saying who.
 */
function isReceived({ word, start }: PlacedWord, clause: ReadClause, text: string): boolean {
  if (!/^(?:获得|接受|得到|享受|领取|领到)$/u.test(word)) return false;
  const own = clause.words.filter((one) => one.tag.startsWith("n") && one.weight > 0.3);
  const subject = own.findLast((one) => one.start < start)?.word ?? "";
  const received = clause.words.filter((one) => one.start > start && one.weight > 0.3);
  const isGiven = received.length > 0 && received.every((one) => text.includes(one.word));
  if (isGiven && (GROUP.test(subject) || clause.words.some(({ word: one }) => one === "人"))) return true;
  const receivers = own.some((one) => one.start < start) ? own.filter((one) => one.start < start) : own;
  return receivers.some((one) => new RegExp(`(?:为|向|给|对|每)[^,。;]{0,14}${one.word}`, "u").test(text));
}

const LEVEL_OF_STATE = /^[省市县区乡镇村]$/u;
const MEASURED = /(?:[额价率量值费]|收入|成本|面积|利润|时间|比例|标准|规模|预算|支出|缺口|工资|价格)$/u;

/** 青龙 for 青龙县; but 石桥镇 is not 石桥乡. */
function isHeldPlace(word: string, tag: string, text: string): boolean {
  const stem = /^(?<stem>\p{Script=Han}{2,})[省市县区乡镇村旗]$/u.exec(word)?.groups?.stem;
  if (stem === undefined || !/^(?:n|x)/u.test(tag)) return false;
  return text.includes(word) || (text.includes(stem) && !new RegExp(`${stem}[省市县区乡镇村旗]`, "u").test(text));
}
