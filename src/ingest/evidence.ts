/**
 * Whether one block goes on in another: what the end of the first, the beginning of the second and the two together
 * show. Only words are looked at here; place on the page and form are weighed by `heal`.
 */
import { keepResults } from "../text/keep-results.js";
import { foldText, hasHan, stripInvisible } from "../text/normalize.js";
import { cutWords } from "../text/tokens.js";
import { countCommas, hasInnerStop, isClosed, widthOf } from "./blocks.js";

const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["〈", "〉"],
  ["(", ")"],
  ["【", "】"],
  ["[", "]"],
  ["〔", "〕"],
]);
const OPENER_OF = new Map(Array.from(PAIRS, ([opener, closer]) => [closer, opener]));

/** Words that a phrase never ends with. */
const LEADS_ON = new Set(
  "的 将 在 和 与 及 或 把 被 对 向 为 以 从 由 使 让 给 比 跟 并 而 且 但 是 于 其 该 这 那 每 各 第 约 近 据 按 因 若 如 即 所 以及 并且 通过 关于 对于 根据 按照 随着 由于 因为 如果 虽然 但是 不仅 而且 还 也 就 都 更 最 不 没 已 曾 正 为了 还是 或者 包括 其中 该项 一个 这个 这些 那些".split(
    " ",
  ),
);
/** Words that no sentence begins with. */
const GOES_ON = new Set("的 地 得 们 着 了 过 吗 呢 吧 等 及 和 或 以及 之".split(" "));
const NEVER_FIRST = /^[，,。、；;：:！？）)》〉”’」』】\]〕%％℃]/u;
const DANGLING = /[，,、“「『《〈（(【[〔]$/u;
/** What a number counts: a number at the end of a block goes on when the next begins with one of these words. */
const UNITS = new Set(
  "年 月 日 时 点 分 秒 号 个 個 万 萬 亿 億 元 倍 户 戶 人 名 位 次 条 條 家 件 项 項 种 種 多 余 千 百 十 岁 歲 届 期 亩 吨 公里 公斤 公顷 平方米 立方米 米 度 万元 亿元 千元 万人 人次 万人次 万户 万名 万多 多万 余万 多名 多个 多家 多人 余名 余人 小时 分钟 个月 年代 周年 月份 分之".split(
    " ",
  ),
);
/** A count whose thing is missing: 最小的一笔来自一位. */
const COUNTED = /[一这那每各這][位名个個家所座条條只件项項种種批群支份款台]$/u;
/** Above this width a block with a comma is running text even if no sentence ends in it. */
const LONG = 40;
const RATHER_LONG = 16;
/** How a sentence of a report begins, and no headline. */
export const TEXT_OPENING =
  /^(?:近日|近期|日前|昨日|昨天|今日上午|据悉|据了解|据统计|据介绍|據悉|據統計|據了解|據介紹|记者从|記者從|记者获悉|截至|(?:今年|去年|\d{4}年)\d{1,2}月[,，]|(?:\d{4}年|今年)?\d{1,2}月\d{1,2}日[,，上下]|.{1,16}(?:表示|介绍|介紹|指出|认为|認為|强调|強調|显示|顯示|宣布|提醒|坦言|透露|回忆|解释|告诉记者|说|說|称|稱)[,，])/u;
/** How far back a block is looked at: a bracket that opened earlier was left open by mistake. */
const LOOKED_AT = 1_000;
/** Characters on either side of a join that are cut into words. */
const WINDOW = 8;

/** What a block's own end shows: surely open, open if it is running text, or nothing. */
export type Openness = "sure" | "likely" | "none";

/**
 * How open the end of a block is. A closed block is never open.
 * @example opennessOf("梁志图介绍,面对“如何将") // "sure"
 */
export function opennessOf(text: string): Openness {
  if (isClosed(text)) return "none";
  const visible = stripInvisible(text.slice(-LOOKED_AT)).trimEnd();
  if (DANGLING.test(visible) || unclosedOf(visible).length > 0) return "sure";
  const tail = hanTail(visible);
  const last = tail === "" ? "" : (cutWords(tail).at(-1) ?? "");
  if (LEADS_ON.has(last)) return "sure";
  const isRunning = hasInnerStop(visible) || countCommas(visible) > 0;
  if (isRunning && (last === "了" || COUNTED.test(visible))) return "sure";
  return isRunningText(visible) ? "likely" : "none";
}

/** Whether a block reads as running text, not as a caption or heading: long, with commas or full stops in it. */
export function isRunningText(text: string): boolean {
  if (hasInnerStop(text)) return true;
  const width = widthOf(text);
  const commas = countCommas(text);
  if (commas > 0 && TEXT_OPENING.test(text)) return true;
  return (width > LONG && commas > 0) || (width > RATHER_LONG && commas > 1);
}

/**
 * Whether the two ends fit each other, so that the second can only be the rest of the first: a word, a number or a
 * pair of brackets lies across, or the second begins with what no sentence begins with.
 */
export function fitsTogether(before: string, after: string): boolean {
  const end = stripInvisible(before.slice(-LOOKED_AT)).trimEnd();
  const start = stripInvisible(after.slice(0, 400)).trimStart();
  const kinds = unclosedKinds(end);
  if (isClosed(before)) {
    // Quotations may run over paragraphs, each closed by a full stop; titles and remarks in brackets may not.
    const isQuoted = /^[”’」』]/u.test(start) && kinds.some((opener) => /[“「『]/u.test(opener));
    return isQuoted || kinds.some((opener) => /[《〈(【[〔]/u.test(opener) && closesIn(start, opener, 60));
  }
  if (NEVER_FIRST.test(start)) return true;
  if (kinds.some((opener) => closesIn(start, opener, 400))) return true;
  return GOES_ON.has(firstWord(hanHead(start))) || isCutApart(end, start);
}

/** Whether a word, a number or a sentence of Latin text lies across the join of two texts. */
export function isCutApart(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after) && /[\p{Script=Latin}\d,]$/u.test(before) && !hasHan(before.slice(-20))) return true;
  if (/\d[.．]?$/u.test(before) && /^\d/u.test(after)) return true;
  const isCount = /(?<![\d-])\d{1,6}$/u.test(before) && UNITS.has(firstWord(hanHead(after)));
  if (isCount || (/\d$/u.test(before) && /^[%％‰℃]/u.test(after))) return true;
  return isWordBroken(before, after);
}

/**
 * Whether what looks like the mark of a list item belongs to the text before: `…蛋白(CRIP` ¶ `1)在…`, `阿里` ¶ `·马哈曼`.
 */
export function isNoItem(before: string, after: string): boolean {
  if (/^[^（()）]{0,6}[)）]/u.test(after)) return unclosedOf(before).includes("(");
  return /^[·•]\p{Script=Han}/u.test(after) && /^[^·•].*\p{Script=Han}$/u.test(before) && !isClosed(before);
}

/**
 * Whether a word of the dictionary lies across the join of two texts, at least one half of which is no word alone.
 * @example isWordBroken("主要产业,产", "量大但知名度低") // true
 */
export function isWordBroken(before: string, after: string): boolean {
  const left = hanTail(before);
  const right = hanHead(after);
  if (left === "" || right === "") return false;
  const whole = cutWords(left + right);
  let end = 0;
  for (const word of whole) {
    end += word.length;
    if (end <= left.length) continue;
    const inLeft = left.length - (end - word.length);
    if (inLeft <= 0) return false;
    return (
      inLeft === 1 || word.length - inLeft === 1 || whole.length + 1 < cutWords(left).length + cutWords(right).length
    );
  }
  return false;
}

/** Brackets and quotes that are open at the end of a text, outermost first. */
export function unclosedOf(text: string): string[] {
  const open: string[] = [];
  for (const character of text.replaceAll("（", "(").replaceAll("）", ")")) {
    if (PAIRS.has(character)) open.push(character);
    const opener = OPENER_OF.get(character);
    const at = opener === undefined ? -1 : open.lastIndexOf(opener);
    if (at >= 0) open.length = at;
  }
  return open;
}

/** Each kind once: somebody may have opened hundreds. One end is held against several beginnings. */
const unclosedKinds = keepResults((text) => [...new Set(unclosedOf(text))], 50);

function closesIn(text: string, opener: string, within: number): boolean {
  const plain = text.slice(0, within).replaceAll("（", "(").replaceAll("）", ")");
  const at = plain.indexOf(PAIRS.get(opener) ?? "");
  const again = plain.indexOf(opener);
  return at >= 0 && (again < 0 || at < again);
}

/** The first word; the dictionary is not asked about nothing. */
function firstWord(text: string): string {
  return text === "" ? "" : (cutWords(text)[0] ?? "");
}

function hanTail(text: string): string {
  return /\p{Script=Han}*$/u.exec(foldText(text.slice(-WINDOW)))?.[0] ?? "";
}

function hanHead(text: string): string {
  return /^\p{Script=Han}*/u.exec(foldText(text.slice(0, WINDOW)))?.[0] ?? "";
}
