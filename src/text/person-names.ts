/**
 * Whole names of persons in a text: where `names.ts` tells only how a name begins, the words around it tell where it
 * ends. For what 她 and 他 stand for; it does not prove that a word is a name. All functions expect folded text.
 */
import { findNameBeginnings } from "./names.js";
import { findPlaces } from "./places.js";
import { SURNAMES } from "./surnames.js";
import { cutWords } from "./tokens.js";
import { wordRarity } from "./word-rarity.js";

/** Single characters that stand behind a name and do not belong to it. */
const NOT_IN_NAME = new Set("从在与和说对为是的于称向将曾也把被就到来去等及以并由给让做任现同跟谈讲呢吗有还先了");
/** What follows a name where it is the subject of a question. */
const SUBJECT =
  /^(?<name>\p{Script=Han}{2,4}?)(?:先生|女士|老师)?(?=都|还|也|又|是|在|的|多[大高少]|几岁|今年|担任|现?任|曾|觉得|希望|强调|呼吁|对|说|提|讲|谈|表示|认为|指出|建议|怎|为|做|来自|代表|呢|[?]|$)/u;
/** A word as common as this is no name, whatever surname it begins with (金额, 安全); 0 to 1. */
const MIN_NAME_RARITY = 0.8;

/**
 * Names of persons, in the order of the text, each once.
 * @example findPersonNames("乡村特派员刘琳到来后") // ["刘琳"]
 */
export function findPersonNames(text: string): string[] {
  const beginnings = Array.from(new Set(findNameBeginnings(text)));
  const names = beginnings.map((beginning) => ({ at: text.indexOf(beginning), name: complete(text, beginning) }));
  return names.toSorted((a, b) => a.at - b.at).map(({ name }) => name);
}

/**
 * The person that a question or a fragment of one begins with; undefined when it begins with something else.
 * @example findSubjectPerson("郭南洋在哪家公司任职?") // "郭南洋"
 */
export function findSubjectPerson(question: string): string | undefined {
  const name = SUBJECT.exec(question)?.groups?.name ?? "";
  const surname = SURNAMES.has(name.slice(0, 2)) ? 2 : SURNAMES.has(name.slice(0, 1)) ? 1 : 0;
  const givenLength = name.length - surname;
  if (surname === 0 || givenLength < 1 || givenLength > 2) return undefined;
  const isWord = wordRarity(name) < MIN_NAME_RARITY || /[省市县区乡镇村日年的]/u.test(name);
  return isWord || (findPlaces(name).length > 0 && findPlaces(name).includes(name)) ? undefined : name;
}

/** The third character belongs to the name when no word begins with it and it is no particle. */
function complete(text: string, beginning: string): string {
  const end = text.indexOf(beginning) + beginning.length;
  let offset = 0;
  for (const word of cutWords(text)) {
    const start = offset;
    offset += word.length;
    if (offset <= end) continue;
    const isPart = start < end || (word.length === 1 && !NOT_IN_NAME.has(word));
    const next = text.slice(end, end + 1);
    return isPart && /\p{Script=Han}/u.test(next) ? beginning + next : beginning;
  }
  return beginning;
}
