/**
 * Who wrote it: bylines at the end of a paragraph, on a line of their own, and in a dateline. A byline is told from
 * other words in brackets by its names: each begins with a known surname or has a middle dot. A photographer's credit
 * is no byline; an editor is no author.
 */
import { foldText } from "../text/normalize.js";
import { SURNAMES } from "../text/surnames.js";

/** A byline found at the end of a paragraph. */
export interface Byline {
  /** The paragraph without it. Empty when the paragraph was nothing but a byline. */
  text: string;
  /** Names as written, in order. */
  names: string[];
}

const AT_END = /[（(【[〔]([^（()）【】[\]〔〕\n]{2,60})[)）】\]〕]\s*$/u;
const AFTER_SENTENCE = /[。！？!?…”"』」][\s\u3000]*((?:[■□●◎○]\s*)?[^。！？!?…，,；;”"』」]{2,40})$/u;
const ENDED = /[。！？!?…；;.](?:[”’"'」』）)》\]】]*)$/u;
/** A paragraph this long needs no full stop before the name in brackets. UTF-16 units. */
const SURELY_TEXT = 40;

const ROLE =
  /(?:[\p{Script=Han}·]{0,12}?(?:记者|通讯员|实习生|撰稿人|评论员))|本报|本刊|本网|作者|撰文|采写|执笔|整理|编译|文\s*[/、]\s*(?:图|摄影|摄|视频)|图\s*[/、]\s*文|图文|文图|摄影报道|报道|\b(?:text|by)\b|(?<!\p{Script=Han})文(?!\p{Script=Han})/giu;
const PHOTO = /(?:摄|供图|制图|绘图|漫画|插画|配图)$|^(?:摄影|供图|制图|图)(?:[/:\s]|$)/u;
/** The part of a longer byline that names who took the pictures or made the page. */
const OTHERS =
  /(?:摄影|图片|视频|制图|剪辑|责任编辑|责编|编辑|校对|美编|统筹|策划)[:/\s]*[\p{Script=Han}·]{2,4}(?=\s|$)|[\p{Script=Han}·]{2,4}\s*[/(]\s*(?:图|摄|摄影)\)?(?=\s|$)/gu;
const WRITER = /文|记者.*(?:撰|写)/u;
const MARK = /^[■□●◎○◆◇▲△★☆*\-—\s]+/u;

/** Words in brackets that begin with a surname and name nobody. */
const NO_NAMES = new Set(
  "来源 节选 全文 连载 待续 未完 简介 年终 时评 时讯 成都 江苏 江西 海南 云南 贵州 安徽 温州 宁波 金华 广州 金额 单位 高清 向上 向下 应有 应急 万元 方式 方法 方案 计划 计算 项目 时间 时段 后续 常见 平均 全国 全省 全市 全县 同期 支持 支出 白天 黄金 高中 高考 高校 水平 水利 石家庄 相关 习惯 井下 从左 从右 左起 右起 左一 左二 左三 右一 右二 右三 路透社 安全 和谐 强调 党员 党委 车间 车辆 花絮 农业 农民 农村 温馨 关注 关于 阳光 古代 易地 居民 范围 管理 种植 农历 储备 解读 解说 明年 明天 明日 盛况 童话 都市".split(
    " ",
  ),
);

const NO_NAME_ENDING = /[图表版页报刊社网讯电摄]$|.{2}[市县省局院会部处委厅区镇乡村站]$|(?:公司|中心|集团|大学)$/u;

/**
 * Takes the byline off the end of a paragraph: names in brackets, behind a full stop or alone, or a reporter's line
 * behind the last sentence.
 * @returns undefined when there is none.
 * @example takeByline("贡献智慧和力量。(皮磊)") // { text: "贡献智慧和力量。", names: ["皮磊"] }
 */
export function takeByline(paragraph: string): Byline | undefined {
  const from = Math.max(0, paragraph.length - 200);
  const tail = paragraph.slice(from).trimEnd();
  const bracket = AT_END.exec(tail);
  if (bracket) {
    const names = parseNames(bracket[1] ?? "");
    const text = paragraph.slice(0, from + bracket.index).trimEnd();
    if (names && (text === "" || ENDED.test(text) || text.length >= SURELY_TEXT)) return { text, names };
  }
  const line = AFTER_SENTENCE.exec(tail);
  const words = line?.[1] ?? "";
  const names = line && bylineOf(words);
  return names ? { text: paragraph.slice(0, from + tail.length - words.length).trimEnd(), names } : undefined;
}

/**
 * Names of a line that is nothing but a byline and says so: 本报记者 张三, 文/张三, (张三), □张三.
 * @returns undefined for any other line, also for a bare name.
 */
export function bylineOf(line: string): string[] | undefined {
  const words = line.trim();
  if (words.length > 60) return undefined;
  const inBrackets = new RegExp(`^${AT_END.source}`, "u").exec(words)?.[1];
  if (inBrackets !== undefined) return parseNames(inBrackets);
  const bare = words.replace(MARK, "");
  const saysSo = /^[■□●◎○]/u.test(words) || new RegExp(ROLE.source, "iu").test(foldText(bare));
  return saysSo ? parseNames(bare) : undefined;
}

/** Whether a line is one person's name and nothing else, which below a headline is a byline. */
export function isBareName(line: string): boolean {
  return isName(foldText(line.trim()).replace(/\s+/gu, ""));
}

/** Reporters named in a dateline or right behind it: 本报讯(记者 张三)…, 新华社北京2月3日电 记者李四报道. */
export function reportersOf(opening: string): string[] {
  const inBrackets = /^[^（(。]{0,30}[（(]([^（()）]{2,40})[)）]/u.exec(opening)?.[1];
  const named = inBrackets !== undefined && /记者|記者|通讯员|通訊員|文/u.test(inBrackets);
  if (named) return parseNames(inBrackets) ?? [];
  const running = /^[^。]{0,30}?(?:记者|記者)[\s\u3000]*([\p{Script=Han}·、\s]{2,24}?)(?:报道|報道|[:：])/u.exec(
    opening,
  )?.[1];
  return running === undefined ? [] : (parseNames(running) ?? []);
}

/** Names among roles and separators; undefined when anything else is left, or it is a photographer's credit. */
function parseNames(words: string): string[] | undefined {
  const folded = foldText(words).trim();
  if (PHOTO.test(folded) && !WRITER.test(folded)) return undefined;
  const parts = folded
    .replace(OTHERS, " ")
    .replace(ROLE, " ")
    .split(/[\s、,，/;；:：|&]+|和(?=\p{Script=Han}{2,3}$)/u)
    .filter((part) => part !== "");
  const names = joinSpread(parts).map(splitNames);
  if (names.length === 0 || names.some((found) => found === undefined)) return undefined;
  return names.flatMap((found) => found ?? []).map((name) => asWritten(name, words));
}

/** A name of two characters is often set with a blank between them. */
function joinSpread(parts: string[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [part = "", next = ""] = parts.slice(i, i + 2);
    const isSpread = part.length === 1 && next.length === 1;
    names.push(isSpread ? part + next : part);
    if (isSpread) i++;
  }
  return names;
}

/** One name, or two or three that were written without anything between them. */
function splitNames(part: string): string[] | undefined {
  if (isName(part)) return [part];
  if (!/^\p{Script=Han}{4,9}$/u.test(part)) return undefined;
  for (const length of [3, 2, 4]) {
    const first = part.slice(0, length);
    const rest = isName(first) ? splitNames(part.slice(length)) : undefined;
    if (rest) return [first, ...rest];
  }
  return undefined;
}

function isName(word: string): boolean {
  if (NO_NAMES.has(word) || NO_NAME_ENDING.test(word)) return false;
  if (/^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8})+$/u.test(word)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) return false;
  if (SURNAMES.has(word.slice(0, 2)) && word.length > 2) return true;
  const doubled = word.length < 4 || SURNAMES.has(word.slice(1, 2));
  return doubled && SURNAMES.has(word.slice(0, 1));
}

/** Folding keeps the place of every character here, so a Traditional name is given back as it was written. */
function asWritten(name: string, words: string): string {
  const compact = words.normalize("NFKC");
  const at = foldText(compact).replaceAll(/\s/gu, "").indexOf(name);
  return at < 0 ? name : compact.replaceAll(/\s/gu, "").slice(at, at + name.length);
}
