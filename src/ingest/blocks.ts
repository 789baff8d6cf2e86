/**
 * A page as a list of blocks, each with what can be said of it alone: its length, whether it ends a sentence, and its
 * form. Form tells what must never be glued to the text before it. What depends on the neighbours (headline, verse,
 * broken sentence) is decided by `heal` and those it asks.
 */
import { hasHan, stripInvisible } from "../text/normalize.js";
import { bylineOf } from "./byline.js";

/**
 * `item`: of a list. `row`: of a table. `byline`: a reporter's line. `caption`: says itself that it belongs to a
 * picture. `folio`: page number, masthead, contact. `dateline`: 本报讯, 新华社北京2月3日电. `plain`: all else.
 */
export type BlockForm = "item" | "row" | "byline" | "caption" | "folio" | "dateline" | "plain";

/** A line of the page, or what was put together from several. */
export interface Block {
  /** Without blanks at either end, else as in the file. */
  text: string;
  /** How wide it is: 1 for a Han character and its kin, 0.5 for a Latin letter or digit. */
  width: number;
  /** How far it was set in from the margin, as `width`; in most pages this means the beginning of a paragraph. */
  indent: number;
  /** Empty lines above it. */
  gap: number;
  form: BlockForm;
}

/** A block up to this width may be a headline. */
export const HEADLINE_WIDTH = 40;
/** A block up to this width without a comma is a caption or subheading unless something shows that it goes on. */
export const CAPTION_WIDTH = 30;

const ITEM =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,3}(?:[、)）]|[.．](?!\d))|[①-⑳⑴-⑽⒈-⒛]|[•·●■□◆◇◎○▶►▪※★☆✓√*＊](?!\*)|[-–]\s|第[一二三四五六七八九十百\d]{1,4}[条条條章节節款项項][\s\u3000])/u;
const CAPTION =
  /^(?:图(?:为|[一二三四五六七八九十①-⑨\d]{1,2}[:：\s]|[:：])|圖(?:為|[:：])|[上下左右题題]图?[图圖](?:为|為|[:：]|\s)|[▲△▼▽]|资料图|資料圖|[（(](?:资料图|圖片|图片))|(?:^|[\s。)）])(?:本报记者|记者|通讯员)?\s*[\p{Script=Han}·]{2,8}\s*[/／]?(?:摄|攝|供图|供圖|制图)[)）]?$|[（(][^（()）]{2,16}(?:摄|攝|供图|供圖)[)）]$/u;
const FOLIO =
  /^(?:第?\s*[A-Z]?\d{1,3}\s*(?:版(?:[\s:：].{0,12})?)?|[A-Z]\d{1,2}|—?\s*\d{1,3}\s*—?|(?:本版|责任|责任|責任)?(?:编辑|編輯|责编|責編|美编|版式|校对|组版|主编)[\s:：].*|.{0,20}星期[一二三四五六日天].{0,20}|\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s.{0,20})?|(?:来源|來源|发布时间|发稿时间|E-?mail|电话|电子邮箱|投稿邮箱|新闻热线|邮箱)[:：].*)$/iu;
const DATELINE =
  /^(?:【[^】]{2,12}】|[（(])?(?:本报|本報|新华社|新華社|中新社|中新网|中新網|人民网|新华网|央视网|[\p{Script=Han}]{2,6}(?:日报|晚报|时报|早报|商报|晨报|日報|晚報|時報))[\p{Script=Han}\s]{0,8}(?:\d{1,2}\s*月\s*\d{1,2}\s*日)?\s*(?:讯|訊|电|電|消息)/u;
/** A full stop, or what closes behind it, or a remark in brackets behind it. */
const CLOSED =
  /(?:[。！？!?…；;：:]|[A-Za-z”"）)]\.)[”’"'」』）)》〉】\]〕]*(?:\s*[（(【[〔][^（()）【】\n]{1,40}[)）】\]〕])?$|[（(]\s*[下上][转轉接].{1,12}[)）]$/u;
const TAIL_CREDIT = /[。！？!?…][”"」』)）]*\s*[^。！？!?，,]{0,24}(?:摄|攝|供图|供圖|编辑|报道|報道|供稿)$/u;

/** Splits a page into its blocks: one per line that shows anything. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  for (const line of text.split("\n")) {
    if (stripInvisible(line).trim() === "") {
      gap++;
      continue;
    }
    blocks.push(createBlock(line, gap));
    gap = 0;
  }
  return markRows(blocks);
}

/** A block of one line. */
export function createBlock(line: string, gap: number): Block {
  const text = line.trim();
  const margin = /^[ \t\u3000\u00A0]*/u.exec(line)?.[0].replaceAll("\t", "\u3000\u3000") ?? "";
  return { text, width: widthOf(text), indent: widthOf(margin), gap, form: formOf(text) };
}

/** Width in Han characters; see `Block.width`. */
export function widthOf(text: string): number {
  const narrow = text.match(/[\u0020-\u02AF]/gu)?.length ?? 0;
  return stripInvisible(text).length - narrow / 2;
}

/** Whether a block ends where a sentence, or a clause before a list or a quotation, ends. */
export function isClosed(text: string): boolean {
  const tail = stripInvisible(text.slice(-100)).trimEnd();
  if (/\.[”"')\]]*$/u.test(tail) && !hasHan(tail)) return true;
  return CLOSED.test(tail) || TAIL_CREDIT.test(tail);
}

/** Whether a sentence ends inside the block, so that it is running text. */
export function hasInnerStop(text: string): boolean {
  return /[。！？!?；;][”"」』]?(?=\s*[^\s”"」』）)])/u.test(text);
}

/** Number of commas. */
export function countCommas(text: string): number {
  return text.match(/[，,](?!\d{3})/gu)?.length ?? 0;
}

function formOf(text: string): BlockForm {
  const words = stripInvisible(text);
  if (DATELINE.test(words)) return "dateline";
  if (FOLIO.test(words)) return "folio";
  if (words.length <= 200 && CAPTION.test(words)) return "caption";
  if (bylineOf(words)) return "byline";
  return ITEM.test(words) ? "item" : "plain";
}

/** Rows come at least two together, with tabs, bars, wide gaps, or the same number of short fields. */
function markRows(blocks: Block[]): Block[] {
  const fields = blocks.map((block) => countFields(block.text));
  return blocks.map((block, i) => {
    const own = fields[i] ?? 1;
    const isRow = own > 1 && [fields[i - 1], fields[i + 1]].some((other) => other === own);
    return isRow && block.form !== "dateline" ? { ...block, form: "row" } : block;
  });
}

/** Number of fields, if the line could be a row of a table; else 1. Two stands for any number with clear gaps. */
function countFields(text: string): number {
  if (/[\t|｜]/u.test(text)) return 2;
  if (/[。！？；]/u.test(text) || text.length > 100) return 1;
  if (/\S(?: {2,}|\u3000{2,}| *\u3000 +)\S/u.test(text)) return 2;
  const parts = text.split(/[ \u3000]/u);
  const isColumns = hasHan(text) && parts.length >= 3 && parts.every((part) => part.length > 0 && part.length <= 12);
  return isColumns ? parts.length : 1;
}
