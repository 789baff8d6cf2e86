/**
 * Takes out of a question what makes it a question. 多少 and 什么 stand in questions and not in the sentences that
 * answer them; a word search that looks for them prefers chunks that hold questions. Whole words only, as the
 * dictionary cuts them, so that 几何, 茶几, 哪吒, 目的 and 了解 stay.
 */
import { foldText } from "./normalize.js";
import { cutWords } from "./tokens.js";

/** Words that ask. With 的, 是 and 了 they are all that is left out: more particles made public test sets worse. */
const ASKING = new Set(
  (
    "什么 什么样 啥 啥时候 谁 哪 哪个 哪些 哪里 哪儿 哪位 哪年 哪天 哪种 哪几种 哪两个 哪一个 哪一年 " +
    "多少 多久 多大 多长 多高 多远 几 几个 哪几个 几时 几月 几日 几点 几岁 多长时间 何年 何月 何日 何时 何地 何处 何人 何种 何谓 有何 " +
    "为什么 为何 为啥 怎么 怎样 怎么样 怎么办 咋 咋样 如何 干什么 干嘛 " +
    "是否 有没有 是不是 能否 可否 可不可以 吗 呢 吧 啊 呀 请 请问 告诉 一下"
  ).split(" "),
);

const PARTICLES = new Set(["的", "是", "了"]);

const ENGLISH = new Set(
  (
    "what which who whom whose when where why how many much long often a an the is are was were be been do does did " +
    "of in on at to for from by with and or please tell me us about there it its this that can could you"
  ).split(" "),
);

/** 5.8万指的是什么, 特派员是什么意思: what is asked about is all that stands before. */
const MEANING =
  /(?:这个?数字?)?(?:所?指的?(?:就?是)?|意味着|代表着?|说的是)(?:什么|啥)(?:意思)?(?=[?？!！。]*$)|(?:是|有)?(?:什么|啥)意思(?=[?？!！。]*$)/u;

/**
 * The question without question words, particles and English function words, for matching: the result is folded (see
 * `foldText`), and each word taken out leaves a blank, so that its neighbours do not run together. May be blank:
 * 是什么? asks for nothing that could be looked for. Idempotent.
 * @example stripQuestionWords("青龍縣累計孵化了多少名電商?") // "青龙县累计孵化  名电商?"
 */
export function stripQuestionWords(text: string): string {
  return cutWords(foldText(text).replace(MEANING, " "))
    .map((word, i, all) => (isLeftOut(word, all[i + 1] ?? "") ? " " : word))
    .join("");
}

function isLeftOut(word: string, next: string): boolean {
  // A surname as well (何小鹏): it only asks before what can be asked for.
  if (word === "何") return /^[年月日国省市县地处校]/.test(next);
  // Folding turns 哪吒 into 哪咤, which the dictionary does not know.
  if (word === "哪") return next !== "咤";
  return ASKING.has(word) || PARTICLES.has(word) || ENGLISH.has(word);
}
