/** The words of /articles: the list of articles as admins see it, the card of one, and its removal. Plain text. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** A line of a card: what it says about the article. */
export type ArticleField =
  | "subtitle"
  | "author"
  | "published"
  | "eventDates"
  | "outlet"
  | "programme"
  | "url"
  | "source";

/** What every language must say. Numbers count from 1. */
export interface ArticleWords {
  heading(articles: number): string;
  /** What was searched for. */
  found(words: string, articles: number): string;
  ofProgramme(programme: string, articles: number): string;
  nothing: string;
  page(page: number, pages: number): string;
  /** Below a list: what its numbered buttons do, and how to search. */
  hint: string;
  fields: Record<ArticleField, string>;
  field(name: string, value: string): string;
  list(values: readonly string[]): string;
  revisions(days: readonly string[]): string;
  chunks(count: number): string;
  uses(answers: number, badVotes: number): string;
  /** The article is not there any more. */
  gone: string;
  confirm(title: string): string;
  removing(title: string): string;
  removed(title: string, days: number): string;
  /** It is noted, but the index could not be brought up to date, for this reason. */
  removedLater(title: string, reason: string): string;
  /** It is noted, but the answers to the regression set got worse by it: below stand the buttons to decide. */
  removalWaits(title: string): string;
  restoring(title: string): string;
  restoringWaits(title: string): string;
  restored(title: string): string;
  restoredLater(title: string, reason: string): string;
  tooLate(days: number): string;
  noneRemoved: string;
  removedHeading(articles: number): string;
  removedBy(admin: number, day: string): string;
  onlyInFile: string;
  buttons: Record<
    "previous" | "next" | "all" | "wholeText" | "remove" | "confirm" | "keep" | "back" | "card" | "again" | "restoreIt",
    string
  > & { removed(articles: number): string; restore(number: number): string };
}

const zh: ArticleWords = {
  heading: (articles) => `共 ${articles} 篇报道`,
  found: (words, articles) => `查找“${words}”：${articles} 篇`,
  ofProgramme: (programme, articles) => `项目“${programme}”：${articles} 篇`,
  nothing: "没有这样的报道。",
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  hint: "点数字看详情。查找：/articles 加词（标题、作者、项目、来源）。",
  fields: {
    subtitle: "副标题",
    author: "作者",
    published: "日期",
    eventDates: "文中日期",
    outlet: "来源",
    programme: "项目",
    url: "网址",
    source: "文件",
  },
  field: (name, value) => `${name}：${value}`,
  list: (values) => values.join("、"),
  revisions: (days) => `版本：${days.length} 个（${days.join("、")}）`,
  chunks: (count) => `检索片段：${count} 个`,
  uses: (answers, badVotes) => `被 ${answers} 个回答引用，其中收到“没帮助” ${badVotes} 次`,
  gone: "这篇报道已经不在了。",
  confirm: (title) => `要移除${title}吗？\n以后的回答不再用它。文件不动，已有回答的出处还能打开。`,
  removing: (title) => `正在移除${title}……`,
  removed: (title, days) => `已移除${title}。\n以后的回答不再用它。${days} 天内可以恢复。`,
  removedLater: (title, reason) => `已记下要移除${title}，但索引还没有更新：${reason}。\n下一次更新索引时生效。`,
  removalWaits: (title) => `已记下要移除${title}，还没有生效，请先决定：`,
  restoringWaits: (title) => `已记下要恢复${title}，还没有生效，请先决定：`,
  restoring: (title) => `正在恢复${title}……`,
  restored: (title) => `已恢复${title}。`,
  restoredLater: (title, reason) => `已记下要恢复${title}，但索引还没有更新：${reason}。\n下一次更新索引时生效。`,
  tooLate: (days) => `移除已经超过 ${days} 天，不能再恢复。需要的话，请重新增加这篇报道。`,
  noneRemoved: "没有被移除的报道。",
  removedHeading: (articles) => `被移除的报道：${articles} 篇`,
  removedBy: (admin, day) => `${day} 由 ${admin} 移除`,
  onlyInFile: "不能再恢复",
  buttons: {
    previous: "‹ 上一页",
    next: "下一页 ›",
    all: "全部报道",
    wholeText: "看全文",
    remove: "移除",
    confirm: "确定移除",
    keep: "不移除",
    back: "返回列表",
    card: "返回详情",
    again: "再试一次",
    restoreIt: "恢复",
    removed: (articles) => `被移除的报道（${articles}）`,
    restore: (number) => `恢复 ${number}`,
  },
};

const en: ArticleWords = {
  heading: (articles) => `${articles} articles`,
  found: (words, articles) => `Search for “${words}”: ${articles} articles`,
  ofProgramme: (programme, articles) => `Programme “${programme}”: ${articles} articles`,
  nothing: "There is no such article.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  hint: "Tap a number for details. Search: /articles and a word (title, author, programme, source).",
  fields: {
    subtitle: "Subtitle",
    author: "Author",
    published: "Date",
    eventDates: "Dates in the text",
    outlet: "Outlet",
    programme: "Programme",
    url: "Address",
    source: "File",
  },
  field: (name, value) => `${name}: ${value}`,
  list: (values) => values.join(", "),
  revisions: (days) => `Revisions: ${days.length} (${days.join(", ")})`,
  chunks: (count) => `Chunks: ${count}`,
  uses: (answers, badVotes) => `Cited by ${answers} answers, which were called not helpful ${badVotes} times`,
  gone: "This article is not there any more.",
  confirm: (title) =>
    `Remove ${title}?\nAnswers will not use it any more. Its file stays, and so does the evidence of past answers.`,
  removing: (title) => `Removing ${title} …`,
  removed: (title, days) =>
    `${title} is removed.\nAnswers will not use it any more. It can be restored within ${days} days.`,
  removedLater: (title, reason) =>
    `The removal of ${title} is noted, but the index is not updated yet: ${reason}.\nIt takes effect with the next update.`,
  removalWaits: (title) => `The removal of ${title} is noted, but not in force until you decide:`,
  restoringWaits: (title) => `The return of ${title} is noted, but not in force until you decide:`,
  restoring: (title) => `Restoring ${title} …`,
  restored: (title) => `${title} is restored.`,
  restoredLater: (title, reason) =>
    `The return of ${title} is noted, but the index is not updated yet: ${reason}.\nIt takes effect with the next update.`,
  tooLate: (days) =>
    `It was removed more than ${days} days ago and cannot be restored. Add the article again if needed.`,
  noneRemoved: "No article is removed.",
  removedHeading: (articles) => `Removed articles: ${articles}`,
  removedBy: (admin, day) => `removed on ${day} by ${admin}`,
  onlyInFile: "cannot be restored any more",
  buttons: {
    previous: "‹ Back",
    next: "Next ›",
    all: "All articles",
    wholeText: "Whole text",
    remove: "Remove",
    confirm: "Yes, remove it",
    keep: "Keep it",
    back: "Back to the list",
    card: "Back to the details",
    again: "Try again",
    restoreIt: "Restore",
    removed: (articles) => `Removed articles (${articles})`,
    restore: (number) => `Restore ${number}`,
  },
};

/** What stands behind /articles when those are meant that were removed: in any language, since one may write in another. */
export const ASKS_FOR_REMOVED = /^(?:removed|[已被]移除|[已被]移除的[报報][道導])$/iu;

/** The words of one language. */
export function articleWords(language: Language): ArticleWords {
  return pickWords({ zh, en }, language);
}
