/** The words of adding articles from the chat: what was understood, what came of it. Plain text. */
import type { IntakeDuplicate, IntakeWarning } from "../core/intake-ports.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** A value that an admin can give. */
export type UploadField = "title" | "author" | "published" | "outlet" | "programme";

/** What every language must say. Numbers count from 1. */
export interface UploadWords {
  howTo: string;
  unknownKind: string;
  tooLarge: string;
  downloadFailed: string;
  /** A file could not be read, for this reason. */
  unreadable(name: string, reason: string): string;
  pastedName: string;
  received(name: string): string;
  understood(articles: number): string;
  about: Record<UploadField, string>;
  notGiven: string;
  field(name: string, value: string): string;
  size(characters: number, paragraphs: number): string;
  begins(text: string): string;
  duplicate: Record<IntakeDuplicate["kind"], (title: string, percent: number) => string>;
  joined(count: number): string;
  joinedPlace(before: string, after: string): string;
  warnings: string;
  warning(warning: IntakeWarning): string;
  /** What to look at in these articles. */
  checks: Record<"noHeadline" | "noByline" | "veryShort", (articles: readonly number[]) => string>;
  nothingYet: string;
  page(page: number, pages: number): string;
  publishing: string;
  published(files: readonly string[], articles: number): string;
  publishedLater(files: readonly string[], reason: string): string;
  /** Stored, but the answers to the regression set got worse by it: below stand the buttons to decide. */
  publicationWaits(files: readonly string[]): string;
  notPublished(reason: string): string;
  problem(source: string, reason: string): string;
  already: string;
  dropped: string;
  gone: string;
  buttons: Record<"publish" | "publishBeside" | "replace" | "drop" | "previous" | "next" | "back" | "again", string> & {
    edit(number: number): string;
  };
}

const zhNumbers = (numbers: readonly number[]) => `第 ${numbers.join("、")} 篇`;
const zhFields: Record<UploadField, string> = {
  title: "标题",
  author: "作者",
  published: "日期",
  outlet: "来源",
  programme: "项目",
};

function zhWarning(warning: IntakeWarning): string {
  if (warning.code === "cutOff") return "文件末尾被截断，最后一个字没有读出来";
  if (warning.code === "charactersReplaced") return `有 ${warning.count} 处文字读不出来`;
  if (warning.code === "encodingMixed") return `文件里混有两种编码（${warning.charset}，${warning.lines} 行）`;
  if (warning.code === "encodingGuessed") return `编码是猜的（${warning.charset}），请看看文字对不对`;
  return `${warning.of} 页里有 ${warning.count} 页只是图片，没有文字`;
}

const zh: UploadWords = {
  howTo:
    "增加报道有三种办法：\n1. 把文件发给我（.txt .md .html .docx .pdf，20 MB 以内，可以一次发几个）\n2. 把全文粘贴过来（600 字以上；短的请在前面写 /add）\n3. 发一个网址，或 /add 加网址\n发布之前，我会先给您看读到了什么。",
  unknownKind: "这种文件读不了。可以发 .txt .md .html .docx .pdf。",
  tooLarge: "文件超过 20 MB，Telegram 不让机器人下载。请拆成几个再发。",
  downloadFailed: "文件没能下载下来，请再发一次。",
  unreadable: (name, reason) => `${name} 读不了：${reason}。`,
  pastedName: "粘贴的文字",
  received: (name) => `收到：${name}`,
  understood: (articles) => `读到 ${articles} 篇报道，还没有发布：`,
  about: zhFields,
  notGiven: "没有写",
  field: (name, value) => `${name}：${value}`,
  size: (characters, paragraphs) => `${characters} 字，${paragraphs} 段`,
  begins: (text) => `开头：${text}`,
  duplicate: {
    exact: (title) => `已经有内容相同的${title}`,
    newVersion: (title, percent) => `像是${title}的新版本（${percent}% 相同）`,
    nearText: (title, percent) => `和${title}内容相近（${percent}% 相同）`,
  },
  joined: (count) => `接好了 ${count} 处断开的句子：`,
  joinedPlace: (before, after) => `· …${before}｜${after}…`,
  warnings: "请注意：",
  warning: zhWarning,
  checks: {
    noHeadline: (articles) => `${zhNumbers(articles)}没有找到标题`,
    noByline: (articles) => `${zhNumbers(articles)}没有找到作者`,
    veryShort: (articles) => `${zhNumbers(articles)}很短`,
  },
  nothingYet: "里面没有文字。",
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  publishing: "正在发布……",
  published: (files, articles) => `已发布。现在共有 ${articles} 篇报道。\n文件：\n${files.join("\n")}`,
  publishedLater: (files, reason) =>
    `已存进文章文件夹，但索引还没有更新：${reason}。\n下一次更新索引时生效。\n文件：\n${files.join("\n")}`,
  publicationWaits: (files) => `已存进文章文件夹，还没有生效，请先决定：\n${files.join("\n")}`,
  notPublished: (reason) => `没有发布：${reason}。`,
  problem: (source, reason) => `${source}：${reason}`,
  already: "这一份已经发布过了。",
  dropped: "好，不要了。",
  gone: "这一份已经取消，或者放了 7 天以上。请重新发一次。",
  buttons: {
    publish: "发布",
    publishBeside: "发布，原有的也保留",
    replace: "发布，替换原有的",
    drop: "取消",
    previous: "‹ 上一页",
    next: "下一页 ›",
    back: "返回预览",
    again: "再试一次",
    edit: (number) => `改第 ${number} 篇`,
  },
};

const enNumbers = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? "Article" : "Articles"} ${numbers.join(", ")}`;
const enFields: Record<UploadField, string> = {
  title: "Title",
  author: "Author",
  published: "Date",
  outlet: "Outlet",
  programme: "Programme",
};

function enWarning(warning: IntakeWarning): string {
  if (warning.code === "cutOff") return "The file is cut off, its last character is lost";
  if (warning.code === "charactersReplaced") return `${warning.count} places could not be read`;
  if (warning.code === "encodingMixed")
    return `The file mixes two encodings (${warning.charset}, ${warning.lines} lines)`;
  if (warning.code === "encodingGuessed") return `The encoding was guessed (${warning.charset}): check the text`;
  return `${warning.count} of ${warning.of} pages are pictures without text`;
}

const en: UploadWords = {
  howTo:
    "There are three ways to add an article:\n1. Send me a file (.txt .md .html .docx .pdf, 20 MB at most, several at once if you like)\n2. Paste its text (more than 600 characters; shorter ones with /add in front)\n3. Send an address, or /add and an address\nBefore anything is published I show what I have read.",
  unknownKind: "This kind of file cannot be read. Send .txt .md .html .docx or .pdf.",
  tooLarge: "The file has more than 20 MB, which Telegram does not let bots download. Please send it in parts.",
  downloadFailed: "The file could not be downloaded, please send it again.",
  unreadable: (name, reason) => `${name} cannot be read. ${reason}.`,
  pastedName: "Pasted text",
  received: (name) => `Received: ${name}`,
  understood: (articles) => `I read ${articles} ${articles === 1 ? "article" : "articles"}, nothing is published yet:`,
  about: enFields,
  notGiven: "not given",
  field: (name, value) => `${name}: ${value}`,
  size: (characters, paragraphs) => `${characters} characters, ${paragraphs} paragraphs`,
  begins: (text) => `Begins: ${text}`,
  duplicate: {
    exact: (title) => `The same text is there already: ${title}`,
    newVersion: (title, percent) => `Looks like a new version of ${title} (${percent}% the same)`,
    nearText: (title, percent) => `Much the same text as ${title} (${percent}% the same)`,
  },
  joined: (count) => `Broken sentences put together: ${count}`,
  joinedPlace: (before, after) => `· …${before}｜${after}…`,
  warnings: "Please check:",
  warning: enWarning,
  checks: {
    noHeadline: (articles) => `${enNumbers(articles)}: no headline was found`,
    noByline: (articles) => `${enNumbers(articles)}: no author was found`,
    veryShort: (articles) => `${enNumbers(articles)}: very short`,
  },
  nothingYet: "There is no text in it.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  publishing: "Publishing …",
  published: (files, articles) => `Published. There are ${articles} articles now.\nFiles:\n${files.join("\n")}`,
  publishedLater: (files, reason) =>
    `Stored in the corpus folder, but the index is not updated yet: ${reason}.\nIt takes effect with the next update.\nFiles:\n${files.join("\n")}`,
  publicationWaits: (files) => `Stored in the corpus folder, but not in force until you decide:\n${files.join("\n")}`,
  notPublished: (reason) => `Not published: ${reason}.`,
  problem: (source, reason) => `${source}: ${reason}`,
  already: "This was published already.",
  dropped: "Dropped.",
  gone: "This was cancelled, or lay here for more than 7 days. Please send it again.",
  buttons: {
    publish: "Publish",
    publishBeside: "Publish, keep the other too",
    replace: "Publish, replace the other",
    drop: "Cancel",
    previous: "‹ Back",
    next: "Next ›",
    back: "Back to the preview",
    again: "Try again",
    edit: (number) => `Edit article ${number}`,
  },
};

/** The words of one language. */
export function uploadWords(language: Language): UploadWords {
  return pickWords({ zh, en }, language);
}
