/**
 * What an English word of a claim needs in the Chinese sentence: one of the Chinese words that it may stand for. Words that
 * only hold a sentence together need nothing; all others are unknown, and nothing can be compared with them.
 */
import { ENGLISH_DEEDS } from "./english-deeds.js";
import { ENGLISH_PEOPLE } from "./english-people.js";
import { ENGLISH_QUALITIES } from "./english-qualities.js";
import { ENGLISH_THINGS } from "./english-things.js";

/** They say nothing by themselves; negation, amounts and plans among them are compared by `english-glossary`. */
const FUNCTION_WORDS = new Set(
  (
    "a an the this that these those it its itself they them their theirs themselves he him his himself she her hers herself we us our who whom whose which what when where how why " +
    "i you your of in on at by for from to into onto with within among amongst between through throughout across over under above below up down out off via as than then so such " +
    "and or but nor both either neither if whether not no never is are was were be been being am do does did done have has had having can could will would shall should may might must " +
    "there here more than less also well one ones some any own up upon towards toward out beyond exceed exceeding fewer total totals totalling totaling totalled mr ms mrs dr"
  ).split(" "),
);

/** Names in translations that everybody uses, and what is called after them. */
const NAMES = `
ali alibaba = 阿里
taobao = 淘宝
tencent = 腾讯
beijing = 北京|京
shanghai = 上海|沪
tsinghua = 清华
peking = 北京|北大
chinese = 中国|中华|中文|汉|中式|国
`;

const MEANINGS = new Map<string, RegExp>();
for (const entry of [ENGLISH_THINGS, ENGLISH_PEOPLE, ENGLISH_DEEDS, ENGLISH_QUALITIES, NAMES]
  .join("\n")
  .split(/;\s|\n/u)) {
  const [english = "", chinese] = entry.split(" = ");
  if (chinese === undefined) continue;
  for (const word of english.split(" ")) {
    // A word may be a thing and a deed (support): either will do.
    const before = MEANINGS.get(word);
    MEANINGS.set(word, new RegExp(before ? `${before.source}|${chinese}` : chinese, "u"));
  }
}

const NAME_WORDS = new Set(NAMES.split("\n").flatMap((line) => line.split(" = ")[0]?.split(" ") ?? []));

/** Whether a word, in lower case, is a name with a translation. */
export function isTranslatedName(word: string): boolean {
  return NAME_WORDS.has(word);
}

/** The Chinese of which one has to stand there; `true` when nothing has to, undefined when the word is not known. @param word lower case. */
export function chineseFor(word: string): RegExp | true | undefined {
  if (FUNCTION_WORDS.has(word)) return true;
  for (const form of formsOf(word)) {
    const chinese = MEANINGS.get(form);
    if (chinese) return chinese;
  }
  return undefined;
}

/** A word without its endings, the longest form first: families → family, stopped → stop, raising → raise. */
function formsOf(word: string): string[] {
  const forms = [word];
  const add = (ending: string, ...instead: string[]) => {
    if (!word.endsWith(ending) || word.length - ending.length < 2) return;
    const stem = word.slice(0, -ending.length);
    forms.push(...instead.map((end) => stem + end));
    if (/([b-df-hj-np-tv-z])\1$/u.test(stem)) forms.push(stem.slice(0, -1));
  };
  add("ies", "y");
  add("es", "e", "");
  add("s", "");
  add("ied", "y");
  add("ed", "e", "");
  add("ing", "e", "");
  add("ily", "y");
  add("ly", "", "e");
  const irregular = IRREGULARS.get(word);
  return irregular === undefined ? forms : [...forms, irregular];
}

const IRREGULARS = new Map(
  (
    "held hold|built build|rebuilt rebuild|sold sell|bought buy|lent lend|spent spend|taught teach|fell fall|fallen fall|rose rise|risen rise|grew grow|grown grow|" +
    "began begin|begun begin|won win|people person|children child|women woman|men man|said say|told tell|led lead|shrank shrink|cheaper cheap|higher high|lower low|" +
    "larger large|bigger big|smaller small|longer long|shorter short|largest large|biggest big|highest high|lowest low|older old|younger young|lives live|wives wife"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);
