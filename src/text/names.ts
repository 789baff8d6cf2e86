/**
 * Names of persons and the titles they go with, by form: a known surname next to a title or before a verb of saying.
 * It finds candidates, for preferring a sentence and for refusing a claim; it does not prove that a word is a name.
 * All functions expect folded text.
 */
import { SURNAMES } from "./surnames.js";

const TITLES =
  "秘书长|理事长|董事长|会长|院长|校长|所长|部长|司长|局长|处长|科长|厅长|省长|市长|县长|区长|镇长|乡长|村长|书记|主席|总统|总理|首相|总裁|总监|总经理|经理|主任|主管|负责人|发起人|创始人|合伙人|志愿者|医师|医生|教授|研究员|专家|学者|老师|教师|特派员|委员|代表|队长|团长|主持人|记者|作家|导演|演员|歌手|首席|顾问|干事|站长|社长|总编";
const SAYING =
  "表示|介绍|指出|认为|说|称|提出|分享|强调|坦言|透露|告诉|谈到|建议|呼吁|补充|回忆|总结|希望|到来|出席|致辞|担任|毕业|是";

const TITLE_AT_END = new RegExp(`(?:${TITLES})$`, "u");
const AFTER_TITLE = new RegExp(`(?:${TITLES})(?<name>\\p{Script=Han}{2,4})`, "gu");
const BEFORE_SAYING = new RegExp(
  `(?:^|[,。;、“”\\s])(?<name>\\p{Script=Han}{2,4}?)(?:在[^,。]{0,12}?)?(?:${SAYING})`,
  "gu",
);

/** Surnames that behind a title are nearly always another word (主任和…, 代表时…). */
const MOSTLY_WORDS = new Set("和于向时都那应从来但居到平万是有以由能成方");

/**
 * The beginnings of persons' names in a text, in order: surname and first character of the given name, which is what
 * can be told for sure where names and the words behind them are not parted. Repeats are kept.
 * @example findNameBeginnings("秘书长李弘表示,刘胜安认为") // ["李弘", "刘胜"]
 */
export function findNameBeginnings(text: string): string[] {
  return [AFTER_TITLE, BEFORE_SAYING].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ groups }) => nameBeginning(groups?.name ?? "") ?? []),
  );
}

/**
 * Whether a title stands right before or close behind this name, so that the text says who it is.
 * @param name a whole name.
 */
export function statesRoleOf(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at < 0) return false;
  const before = text.slice(0, at).replace(/[\s、,]+$/u, "");
  const behind = text.slice(at + name.length, at + name.length + 14);
  return TITLE_AT_END.test(before) || new RegExp(`^(?:[(,是任]|担任|现任|出任|曾任).*(?:${TITLES})`, "u").test(behind);
}

/** Words for posts in a text, each once. @example findTitles("壹基金的创始人是谁") // ["创始人"] */
export function findTitles(text: string): string[] {
  return Array.from(new Set(text.match(new RegExp(TITLES, "gu")) ?? []));
}

function nameBeginning(name: string): string | undefined {
  const compound = SURNAMES.has(name.slice(0, 2)) && name.length > 2;
  if (!compound && (!SURNAMES.has(name.slice(0, 1)) || MOSTLY_WORDS.has(name.slice(0, 1)))) return undefined;
  return name.slice(0, compound ? 3 : 2);
}
