/**
 * What a question asks for: a number, a date, a person, a place, a list, and in which unit. Rules on folded text; they
 * steer which sentence is preferred and what must be present for an answer, never what the answer says.
 */
import type { Language } from "../core/types.js";
import { type Aliases, NO_ALIASES } from "../text/aliases.js";
import { translateWords } from "../text/english-words.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findQuantities, type Quantity, unitAt } from "../text/quantities.js";
import { stripQuestionWords } from "../text/question-words.js";
import { isTraditional, toTraditional } from "../text/traditional.js";
import { openFocus } from "./asked-focus.js";
import { NAMED_THINGS } from "./asked-name.js";

/** `role`: who somebody is, which post he or she holds. `other`: no particular kind. */
export type AskedKind =
  | "number"
  | "date"
  | "duration"
  | "person"
  | "role"
  | "place"
  | "organisation"
  | "list"
  | "other";

/** A question as the read path sees it. */
export interface Question {
  text: string;
  folded: string;
  /** The question, its English words in Chinese where they are known. */
  searched: string;
  /** What is left without the words that only ask (多少名, 哪一天, 担任什么职务): what an answer must be about. */
  content: string;
  language: Language;
  kind: AskedKind;
  /** Units that would answer a question for a number: any of them; empty when any figure would do. */
  units: string[];
  /** What is counted: the words behind 多少 and its measure word (心智障碍者家庭…); empty when that is not said. */
  counted: string;
  /** Whose post is asked for (kind `role`); empty otherwise. */
  subject: string;
  /** Figures that the question itself names (2022年, 十二岁): an answer must be about them. */
  figures: Quantity[];
  /** Other names of what the question names: to be searched for as well. */
  otherNames: string[];
  /** Folds what an article says, in the question's words: its own name in place of other names of the same thing. */
  read: (text: string) => string;
}

const MONEY_UNITS = "元 角 分 美元 欧元 港元 日元 英镑 人民币 块 毛 块钱".split(" ");
const TIME_UNITS = "年 周年 个月 月 天 日 小时 分钟 周 年度".split(" ");

/** Units that people use for one another when they ask. The first that fits decides. */
const UNIT_FAMILIES: readonly string[][] = [
  ["名", "人", "位", "个", "人次", "人份"],
  ["家", "个", "所", "间"],
  ["户", "个"],
  MONEY_UNITS,
  ["倍", "成", "%", "个百分点", "百分点", "元", "分"],
  TIME_UNITS,
  ["公里", "千米", "米", "里", "海里", "厘米"],
  ["亩", "平方米", "平方公里", "平方千米", "公顷"],
  ["吨", "公斤", "千克", "克", "斤"],
];

const MONEY = /^(?:钱|资金|善款|捐款|款项|经费|费用|金额)/u;
/** 一年捐多少: money, when nothing else is said. */
const GIVEN = /[捐募筹赚花](?:[赠款助集献]|到|了|出){0,2}多少[?？]?$/u;
const GENERIC_UNITS = new Set(["个", "种", "项", "类", "条", "些", "点", "份", "部"]);
/** 多少家庭: the measure word is left out, and the word begins with what could be one. */
const COUNTED_WORDS = /^(?:家[庭长属]|项目|人才|名[额单]|课程|班级|岁月)/u;
/** 多少市县 counts them, with 个 left out. */
const COUNTED_PLACES = /^(?:省|市|县|区|镇|乡|村)/u;

/**
 * Who somebody is: a name of two to four characters, or of a foreigner with its dots, and nothing that stands for a
 * post before it (壹基金的秘书长是谁 asks for a person).
 */
const ROLE =
  /^(?<name>[\p{Script=Han}·]{2,12}?)(?:先生|女士)?(?:是谁(?=[?？]?$)|是什么人|是[\p{Script=Han}]{2,14}的?(?:什么人|什么职务)|是哪位|是做什么的|(?:现在?|目前|曾)?(?:担任|任)(?:了|的是|[\p{Script=Han}]{2,14}的)?什么|(?:的|是|是什么)(?:什么)?(?:职务|职位|身份|头衔)|任职|在哪.{1,4}任职)|who is (?<han>[\p{Script=Han}·]{2,4})/u;

/** What people say before they ask. */
const OPENING =
  /^(?:你好|您好)?[,，!！\s]*(?:请问(?:一下)?|(?:我)?想(?:请?问|知道|了解)(?:一下)?|问一下|麻烦问(?:一下)?|请?告诉我|[你您]知道)[,，:\s]*/u;

/** 家庭和照料者哪个更多: both figures are asked for. */
const WHICH_IS_MORE =
  /(?:和|与|跟|还是|、).{1,20}哪一?[个项方种年]\p{Script=Han}{0,4}?(?:更|比较|较)?[多大高少小低][?？]?$/u;

/** 报告叫什么名字 asks for no person, nor does 关心哪些人 ask who did it. */
const PERSON_ASKED = new RegExp(
  "(?<![为给对向])谁|哪位|哪名|[员长人任裁师者]叫(?:什么|啥)|什么人|姓名|who\\b" +
    `|(?<!(?:${NAMED_THINGS})的?)叫什么名字` +
    "|(?<!(?:[为给对向]|关[心注爱怀]|帮助?|服务|惠及|面向|针对|影响|照顾|覆盖|支持|救助|资助)[了过到]?)哪些人",
  "u",
);

/** Longest first within a kind; the first kind that matches decides. */
const KIND_PATTERNS: readonly [AskedKind, RegExp][] = [
  ["number", WHICH_IS_MORE],
  ["person", PERSON_ASKED],
  [
    "date",
    /什么时候|什么时间|何时|哪一?[天日年月]|几[月号日]|哪一年|哪个(?:月|年份|日期)|日期|when\b|which (?:year|day|month|date)/u,
  ],
  ["duration", /多久|多长时间|几[年天]|多少[年天]|how long/u],
  ["number", /多少|几[^何乎]|多大|多高|多长|多重|多远|第几|占比|比例|how (?:many|much)/u],
  ["list", /哪些|哪[几两三四五六七八九十]|包括什么|有什么|列举|分别/u],
  [
    "place",
    /(?<!(?:[好错难贵妙]|不同|体现|表现|区别|优势|意义|价值|特点|问题)就?在)(?:哪里|哪儿)|何处|什么地方|哪[个座]?(?:省|市|县|区|城市|国家|地方|地区|村|乡|镇)|where\b/u,
  ],
  ["organisation", /哪[个家]?(?:机构|单位|公司|企业|基金会|组织|大学|学校|部门|平台|院校)/u],
];

/** Reads a question. Any string is fine; without a clue the kind is `other`. */
export function analyseQuestion(text: string, fallback: Language = "zh", aliases: Aliases = NO_ALIASES): Question {
  const folded = openFocus(foldText(text).trim());
  const translated = translateWords(folded);
  const content = contentOf(translated);
  const subject = subjectOf(folded.replace(OPENING, ""));
  const names = aliases.find(folded);
  const kind = subject === "" ? (KIND_PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? "other") : "role";
  return {
    text,
    folded,
    searched: translated === folded ? text : translated,
    content,
    language: questionLanguage(text, fallback),
    kind,
    subject,
    units: kind === "number" || kind === "duration" ? askedUnits(translated) : [],
    counted: kind === "number" ? countedThing(translated) : "",
    // 一个商家一年捐多少: one of what is counted, or one span of time, is no figure that an answer has to name.
    figures: findQuantities(content).filter(({ text }) => !/^一(?![一二三四五六七八九十百千万亿\d])/u.test(text)),
    otherNames: names.flatMap((name) => aliases.sameAs(name)).filter((other) => !names.includes(other)),
    read: (told) => aliases.inWordsOf(names, foldText(told)),
  };
}

/** What to search for: the question, and other names of what it names. */
export function searchTextOf({ searched, otherNames }: Question): string {
  return [searched, ...otherNames].join(" ");
}

/** Asking words with the measure word, kind of thing or verb that belongs to them. */
const ASKING =
  /(?<=有|包[括含]|涵盖)(?:了|的)?(?:哪些|什么|啥)(?:方面的?)?内容|都?[说讲谈](?:到|出|过|了)*些?(?:什么|啥)|(?:[之以]后)?(?:又|还|都)[干做](?:过|了)*些?(?:什么|啥|哪些)(?:事情?)?(?=[?？]?$)|叫什么名字|叫什么|什么(?:职务|职位|身份|头衔|名字|时候|时间|地方|人|样)|现?担任|任职|哪一?[天日年月]|(?:多少|几)(?:个月|人次|人(?!口|均|才)|[个名位家户年天月次种项元块])?|(?:[好错难贵妙]|体现|表现)在哪[里儿]?|哪[里儿]|哪[几两二三四五六七八九十][个家种条座位名项类款大]?|哪些|哪一?[个家座]?(?:机构|单位|公司|企业|组织|大学|学校|部门|城市|国家|地区|地方|省|市|县)?|哪一?[个项方种](?:数字|数量)?(?:更|比较|较)?[多大高少小低](?=[?？]?$)|是谁|谁|为期|多[久长大高远]/gu;

/** Words that point or stress and stand in no answer. */
const FILLERS =
  /[那这](?:个|些|次|份|种|本|项|篇|套)|觉得|到底|究竟|具体(?=是|有|叫|在|怎)|大概|请问|想知道|我想了解|一下|(?:一共|总共|共计?)(?=有|是|$)/gu;

function contentOf(folded: string): string {
  const content = stripQuestionWords(folded.replaceAll(ASKING, " ").replaceAll(FILLERS, " ")).trim();
  return /[\p{L}\p{N}]/u.test(content) ? content : folded;
}

/**
 * Chinese when a Han character stands in it, en when only Latin letters do, else the fallback. Characters that both
 * scripts share leave the fallback's script.
 */
export function questionLanguage(text: string, fallback: Language = "zh"): Language {
  if (isTraditional(text)) return "zh-Hant";
  if (hasHan(text)) return fallback === "zh-Hant" && toTraditional(text) === text ? fallback : "zh";
  return /\p{Script=Latin}{2}/u.test(text) ? "en" : fallback;
}

/** The name in a question for somebody's post; empty when it is no such question. */
function subjectOf(folded: string): string {
  const { name, han } = ROLE.exec(folded)?.groups ?? {};
  const found = name ?? han ?? "";
  const isName = found.includes("·") || Array.from(found).length <= 4;
  return isName && !/[的和与之]/u.test(found) ? found : "";
}

function countedThing(folded: string): string {
  const behind = /(?:多少|几|how many )(?<behind>[\p{Script=Han}]+)/u.exec(folded)?.groups?.behind ?? "";
  if (MONEY.test(behind)) return ""; // its unit says enough
  const unit = COUNTED_PLACES.test(behind) || COUNTED_WORDS.test(behind) ? "" : (unitAt(behind) ?? "");
  const thing = behind.slice(unit.length).replace(/^(?:以上|以下|左右)+|(?:了|呢|吗|啊)$/gu, "");
  // 水深多少的海域, 几岁的时候: what stands behind 的 is not what is counted; 多少比例 asks for the figure itself.
  return /^(?:的|还是|或|比例|比重|百分比|时间|部分|大(?=\p{Script=Han})|(?:增|升|降|减|涨|提|发展|扩)\p{Script=Han}?[到至])/u.test(
    thing,
  )
    ? ""
    : thing;
}

function askedUnits(folded: string): string[] {
  if (/多久|多长时间|how long/u.test(folded)) return TIME_UNITS;
  const behind = /(?:多少|几|how (?:many|much) )(?<behind>.{0,6})/u.exec(folded)?.groups?.behind ?? "";
  if (MONEY.test(behind) || (/^[?？]?$/u.test(behind) && GIVEN.test(folded))) return MONEY_UNITS;
  if (COUNTED_PLACES.test(behind) || COUNTED_WORDS.test(behind)) return [];
  const unit = unitAt(behind);
  if (unit === undefined) return [];
  if (GENERIC_UNITS.has(unit)) return [];
  return UNIT_FAMILIES.find((family) => family.includes(unit)) ?? [unit];
}
