/**
 * What a question is about, apart from what it asks of it: 心智障碍者家庭支持计划 in 心智障碍者家庭支持计划覆盖了多少个市县? A
 * follow-up leans on it. Rules on folded text, by the place of the asking word and by parts of speech; they cut words
 * out and never add any.
 */
import { findTitles } from "../text/names.js";
import { unitAt } from "../text/quantities.js";
import { stripQuestionWords } from "../text/question-words.js";
import { findTitles as findPosts } from "../text/titles.js";
import { tagWords } from "../text/tokens.js";

/** A word that asks, with the measure word and the kind of thing that belong to it. */
const ASKING =
  /多少|几[^何乎]|谁|哪|什么|何[时地处人年]|怎|如何|为何|为啥|啥|多[久长大高远]|吗|是否|有没有|占比是|\b(?:how (?:many|much|long)|who|whom|what|when|where|which|why)\b/u;
/** A span of time; replacing it asks the same of another. */
export const TIME =
  /近[一二两三四五六七八九十\d]+年来?(?:平均)?|(?:19|20)\d{2}年?(?:\d{1,2}月(?:\d{1,2}[日号])?)?|[去今前明]年|[上下]半年|\d{1,2}月(?:\d{1,2}[日号])?/u;
const EVERY_TIME = new RegExp(TIME, "gu");
const PREPOSITION = new Set(["在", "由", "于", "通过", "向", "从", "为"]);
/** An English word that stands by itself in a question that is otherwise Chinese. */
const LONE_LATIN = /(?<![^\s])[a-z']+(?=[\s?.,!]|$)/gu;
const ADVERBS = /累计|一共|总共|共计|总计|已经|目前|至今|到底|究竟|大概|大约|分别/gu;
/** Nouns that belong to something, and mean nothing by themselves: 销售额, 比例, 人次. */
const RELATIONAL =
  /(?:额|率|价|价格|价值|费用|成本|造价|数|数量|总量|人次|笔数|金额|比例|占比|规模|面积|人口|收入|时间|日期|地点|地址|目的|宗旨|作用|效果|原因|结果|意义|特点|内容|主题|名称|名字|发起方|主办方|合作方|执行方)$/u;

const ENTITY = /(?:计划|项目|行动|工程|基金|基金会|公司|集团|大学|学院|机构|协会|中心|报告|手册|平台|公益|日|节)$/u;

/** Whether a text holds a word that asks. Folded. */
export function asks(text: string): boolean {
  return ASKING.test(text);
}

/** The words of a noun that say what it belongs to: 受益 of 受益人次. */
export function withoutRelation(noun: string): string {
  return noun.replace(RELATIONAL, "");
}

/** Whether words name one thing of its kind: a programme, an organisation, a day. By their ending. */
export function isEntity(words: string): boolean {
  return ENTITY.test(words);
}

/** Whether a noun has to be somebody's or something's: 销售额, 秘书长. */
export function isRelational(noun: string): boolean {
  return RELATIONAL.test(noun) || findTitles(noun).some((title) => noun === title || noun === `副${title}`);
}

/** The thing itself, without attribute, time and verb. May be empty. @example topicOf("青龙县的主要产业是什么?") // "青龙县" */
export function topicOf(question: string): string {
  const whole = subjectOf(question);
  const [owner = ""] = whole.split("的");
  const opensWithVerb = tagWords(whole)[0]?.tag.startsWith("v") ?? false;
  if (opensWithVerb || nounsOf(owner).length < 2) return whole;
  return withoutPost(trimVerbs(beforePreposition(owner)));
}

/** 食堂 of 食堂负责人: what is asked next is asked of the canteen. A post alone stays. */
function withoutPost(topic: string): string {
  const post = findPosts(topic).at(-1);
  const owner = post?.end === topic.length ? topic.slice(0, post.start) : "";
  return nounsOf(owner).length >= 2 ? owner : topic;
}

/**
 * What stands before the asking word, without time and trailing verb; behind it when nothing does.
 * @example subjectOf("公益宝贝2012年的交易捐有多少笔?") // "公益宝贝的交易捐"
 */
export function subjectOf(question: string): string {
  const plain = question.replaceAll(EVERY_TIME, "").replaceAll(ADVERBS, "");
  const head = trimVerbs(plain.split(ASKING)[0] ?? "");
  return nounsOf(head).length >= 2 ? head : trimVerbs(predicateOf(plain));
}

/** All that a question says, without what it asks for. @example predicateOf("报告是谁发布的?") // "报告发布" */
export function predicateOf(question: string): string {
  const withoutAsked = question
    .replaceAll(/(?:有|是|共)?(?:多少|几(?![何乎]))(?<behind>\p{Script=Han}{0,3})/gu, (_, behind: string) =>
      behind.slice(unitAt(behind)?.length ?? 0),
    )
    .replace(/how (?:many|much) \S+/u, " ")
    .replaceAll(/\p{Script=Han}/u.test(question) ? LONE_LATIN : /$^/gu, " ")
    .replaceAll(/哪一?[个家年天日月些位里儿]?|谁|(?:是|叫)什么/gu, " ");
  return stripQuestionWords(withoutAsked)
    .replaceAll(/[?!。,;]/gu, " ")
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")
    .trim();
}

/** The nouns of a text run together; what has none cannot be a topic. Words that the dictionary does not know count. */
export function nounsOf(text: string): string {
  return tagWords(text.replaceAll(EVERY_TIME, ""))
    .filter(({ word, tag }) => /^(?:n|j|i|l|x|eng|vn|s|b)/u.test(tag) && /[\p{L}\p{N}]/u.test(word))
    .filter(({ word }) => /\p{Script=Han}/u.test(word) || word.length > 1)
    .map(({ word }) => word)
    .join("");
}

/** 支持计划 of 支持计划在水滴公益平台. */
function beforePreposition(text: string): string {
  let before = "";
  for (const { word } of tagWords(text)) {
    if (PREPOSITION.has(word) && nounsOf(before).length >= 2) return before;
    before += word;
  }
  return before;
}

/** Without the verb, particles and adverbs at its end, and punctuation around it. */
function trimVerbs(text: string): string {
  const words = tagWords(text.replaceAll(/^[\s,、]+|[\s,、?!。]+$/gu, ""));
  for (let last = words.at(-1), behind = ""; last && isTrailing(last, behind); last = words.at(-1)) {
    behind = last.word;
    words.pop();
  }
  return words
    .map(({ word }) => word)
    .join("")
    .trim();
}

/** A verb of one character may be the end of a name (交易捐), unless 了 stands behind it or it is one of being and having. */
function isTrailing({ word, tag }: { word: string; tag: string }, behind: string): boolean {
  // 卫生站总(投资), 冯凌都(说了)些.
  if (/^[\s,、]+$|^[总共些]$/u.test(word)) return true;
  if (tag === "v" && word.length === 1) return /[了过]/u.test(behind) || /[是有在叫占任到说提做花]/u.test(word);
  return /^(?:v|d|p|u|c|f|r|y)/u.test(tag);
}
