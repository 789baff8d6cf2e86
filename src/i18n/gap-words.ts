/** The words of /gaps, and of telling somebody that a question can be answered now. Plain text. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** How often and when a gap was asked. Days are YYYY-MM-DD. */
export interface GapCounts {
  times: number;
  refused: number;
  disliked: number;
  waiting: number;
  first: string;
  last: string;
}

/** What every language must say. */
export interface GapWords {
  none: string;
  /** In a group: others' questions are not shown there. */
  privateOnly: string;
  counts(counts: GapCounts): string;
  /** Above other wordings of the same question. */
  alsoAsked: string;
  position(place: number, all: number): string;
  addArticle: string;
  addAlias: string;
  ignore: string;
  previous: string;
  next: string;
  howToAddArticle(question: string): string;
  howToAddAlias(question: string): string;
  /** Above the answer that somebody has waited for. */
  answerIsThere(question: string): string;
}

const zh: GapWords = {
  none: "现在没有未能回答的问题。",
  privateOnly: "别人问过的问题不在群里显示，请在和我的私聊里使用 /gaps。",
  counts: ({ times, refused, disliked, waiting, first, last }) =>
    [
      `问过 ${times} 次：没有找到 ${refused} 次，没帮助 ${disliked} 次`,
      `最早 ${first}，最近 ${last}`,
      ...(waiting > 0 ? [`等着答案的：${waiting} 人`] : []),
    ].join("\n"),
  alsoAsked: "也这样问过：",
  position: (place, all) => `未能回答的问题，第 ${place} 个，共 ${all} 个`,
  addArticle: "增加报道",
  addAlias: "增加别名",
  ignore: "忽略",
  previous: "上一个",
  next: "下一个",
  howToAddArticle: (question) =>
    `要回答“${question}”：请把有答案的报道发给我（文件或全文），或者发送 /add 和网址。更新索引以后，等着答案的人会收到通知。`,
  howToAddAlias: (question) =>
    `如果报道里有“${question}”的答案，只是叫法不同：请用 /aliases 把问题里的叫法和报道里的叫法记成同一个，例如：\n/aliases 孤独症 = 自闭症`,
  answerIsThere: (question) => `您问过“${question}”，现在有答案了：`,
};

const en: GapWords = {
  none: "There are no unanswered questions right now.",
  privateOnly: "What others asked is not shown in a group. Please use /gaps in our private chat.",
  counts: ({ times, refused, disliked, waiting, first, last }) =>
    [
      `Asked ${times} ${times === 1 ? "time" : "times"}: ${refused} not found, ${disliked} not helpful`,
      `First on ${first}, last on ${last}`,
      ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? "person waits" : "people wait"} for an answer`] : []),
    ].join("\n"),
  alsoAsked: "Also asked like this:",
  position: (place, all) => `Unanswered question ${place} of ${all}`,
  addArticle: "Add an article",
  addAlias: "Add an alias",
  ignore: "Ignore",
  previous: "Back",
  next: "Next",
  howToAddArticle: (question) =>
    `To answer “${question}”, send me an article that does (a file or its text), or /add with its address. Once the index is updated, those who wait are told.`,
  howToAddAlias: (question) =>
    `If an article answers “${question}” under another name, say that the name in the question and the one in the article mean the same, for example:\n/aliases 孤独症 = 自闭症`,
  answerIsThere: (question) => `You asked “${question}”. There is an answer now:`,
};

/** The words of one language. */
export function gapWords(language: Language): GapWords {
  return pickWords({ zh, en }, language);
}
