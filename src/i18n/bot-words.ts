/**
 * The words of the Telegram bot: commands, hints, what stands around an answer. Answers themselves and their notices
 * are in `answer-words`. Plain text: the views escape it and put the formatting on.
 */
import type { AnswerPhase } from "../core/ports.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** A command as the menu of Telegram lists it. */
export type CommandName =
  | "start"
  | "ask"
  | "fact"
  | "stop"
  | "sources"
  | "new"
  | "lang"
  | "privacy"
  | "export"
  | "forget"
  | "help";

/** What every language must say. */
export interface BotWords {
  /** One line each for the menu. */
  commands: Record<CommandName, string>;
  /** Reply to /start; `articles` is how many reports there are. */
  start(articles: number): string;
  /** Last line of /start when there are buttons under it. */
  tryOne: string;
  /** `username` without @. */
  help(username: string): string;
  /** A question was announced but none came. `example` is one that could be asked. */
  askForQuestion(example: string | undefined): string;
  tooLong(maxChars: number): string;
  /** Something broke on our side; the question can be asked again. */
  failed: string;
  /** The same when it was no question: a command or a button. */
  broke: string;
  /** Shown until the first words of an answer are there. */
  phases: Record<AnswerPhase, string>;
  /** A question waits for its turn; `ahead` is how many come before it, at least 1. */
  waiting(ahead: number): string;
  /** A question was not taken, because too many wait. */
  tooManyWaiting: string;
  /** /stop came when no answer was being made. */
  nothingToStop: string;
  /** Nobody knows whether the answer arrived. */
  interrupted: string;
  /** A question was tried several times in vain. */
  gaveUp: string;
  forgotten: string;
  nothingToForget: string;
  noSources: string;
  sourcesHeading(articles: number): string;
  /** From 1. */
  page(page: number, pages: number): string;
  previous: string;
  next: string;
  /** A picture, a sticker, a voice message. */
  textOnly: string;
  /** A whole post that somebody else wrote. */
  forwarded: string;
  unknownCommand: string;
  /** A button that leads nowhere any more; at most 200 characters. */
  oldButton: string;
  /** A question that was asked by a button, as it is shown. */
  asked(question: string): string;
  /** Above the sources of an answer. */
  sources: string;
  /** Days that an article itself names; it says nothing about when it was published. */
  eventDates(dates: readonly string[]): string;
}

const zh: BotWords = {
  commands: {
    start: "开始使用",
    ask: "提问（在群里这样问我）",
    stop: "停止正在写的回答",
    fact: "按名字或关键词查原文里的句子",
    sources: "看看收录了哪些报道",
    new: "忘掉之前的对话，重新开始",
    lang: "选择界面语言",
    privacy: "保存了什么，保存多久",
    export: "导出关于我的数据",
    forget: "删除关于我的数据",
    help: "使用说明",
  },
  start: (articles) =>
    articles === 0
      ? "你好！我根据新闻报道回答公益项目的问题，每句话都注明出处。现在还没有收录报道，请稍后再来。"
      : `你好！我读过 ${articles} 篇关于公益项目的新闻报道。直接问我就行，每句话都附上原文出处；报道里没有的，我会直说。`,
  tryOne: "不妨先试试这几个问题：",
  help: (username) =>
    [
      "直接发文字提问就好，比如人数、金额、日期，或者谁负责。可以接着追问，我记得上文。",
      "",
      `在群里：@${username} 加上问题，或者回复我的消息，或者用 /ask。回复别人的消息时只发 /ask，我就回答那条消息里的问题。`,
      "",
      "/stop 停止正在写的回答",
      `/fact 青龙县 直接列出原文里的数字、日期和人名。在任何聊天里输入 @${username} 青龙县，也能查到并转发。`,
      "/sources 看看收录了哪些报道",
      "/new 忘掉之前的对话",
      "/lang 选择界面语言",
      "/privacy 保存了什么，怎样导出和删除",
      "",
      "答案只来自收录的报道，[1] 这样的编号对应下面的原文，点开就能核对。",
    ].join("\n"),
  askForQuestion: (example) =>
    example === undefined ? "想问什么？请把问题也写上。" : `想问什么？请把问题也写上，例如：\n/ask ${example}`,
  tooLong: (maxChars) => `问题太长了，请缩短到 ${maxChars} 字以内再问。`,
  failed: "抱歉，刚才出了点问题，没能回答。请再问一次。",
  broke: "抱歉，刚才出了点问题，没有做成。请再试一次。",
  phases: { retrieving: "检索中…", checking: "核对引文…" },
  waiting: (ahead) => `排队中：您前面还有 ${ahead} 个问题。`,
  tooManyWaiting: "现在排队的人太多，刚才的问题没有收下，请稍后再问。",
  nothingToStop: "现在没有正在写的回答。",
  interrupted: "刚才连接断了一下。如果没有收到完整的答案，请再问一次。",
  gaveUp: "抱歉，这个问题试了几次都没能回答。请换个问法再试试。",
  forgotten: "好，之前的对话已经忘掉了，我们重新开始。",
  nothingToForget: "还没有对话可以忘，直接提问吧。",
  noSources: "现在还没有收录报道。",
  sourcesHeading: (articles) => `收录了 ${articles} 篇报道：`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  previous: "上一页",
  next: "下一页",
  textOnly: "我只看得懂文字，请把问题打字发给我。",
  forwarded: "转发的整篇文字我不会收录，也看不出您想问什么。请用一句话写出问题。",
  unknownCommand: "没有这个命令。直接提问就好，或者看看 /help。",
  oldButton: "这个按钮已经失效了，请直接把问题发给我。",
  asked: (question) => `问：${question}`,
  sources: "出处",
  eventDates: (dates) => `文中日期：${dates.join("、")}`,
};

const en: BotWords = {
  commands: {
    start: "Begin",
    ask: "Ask a question (use it in groups)",
    stop: "Stop the answer that is being written",
    fact: "Look up a name or a few words",
    sources: "See which reports I have read",
    new: "Forget this conversation and start afresh",
    lang: "Choose the language",
    privacy: "What is stored and for how long",
    export: "Send me all that is stored about me",
    forget: "Delete all that is stored about me",
    help: "How to use me",
  },
  start: (articles) =>
    articles === 0
      ? "Hello! I answer questions about social programmes from news reports, every sentence with its source. There are no reports yet, please come back later."
      : `Hello! I have read ${articles} news ${articles === 1 ? "report" : "reports"} about social programmes, in Chinese. Just ask: every sentence of an answer comes with its source, and I say so when the reports do not tell.`,
  tryOne: "You could begin with one of these:",
  help: (username) =>
    [
      "Just send your question: a figure, an amount, a date, who is in charge. You can ask on, I remember what we spoke about.",
      "",
      `In a group: write @${username} with your question, reply to one of my messages, or use /ask. Reply to somebody's message with /ask alone and I answer the question in it.`,
      "",
      "/stop stops the answer that is being written",
      `/fact 青龙县 lists figures, dates and people as the reports state them. Type @${username} 青龙县 in any chat to find and send one.`,
      "/sources shows which reports I have read",
      "/new makes me forget this conversation",
      "/lang chooses the language",
      "/privacy says what is stored, and how to get or delete it",
      "",
      "Answers come from these reports only. A number such as [1] leads to the original sentence below: open it and check.",
    ].join("\n"),
  askForQuestion: (example) =>
    example === undefined
      ? "What would you like to know? Please add your question."
      : `What would you like to know? Please add your question, for example:\n/ask ${example}`,
  tooLong: (maxChars) => `This question is too long. Please put it in ${maxChars} characters or fewer.`,
  failed: "Sorry, something went wrong and I could not answer. Please ask again.",
  broke: "Sorry, something went wrong and this could not be done. Please try again.",
  phases: { retrieving: "Searching…", checking: "Checking quotes…" },
  waiting: (ahead) => `In the queue: ${ahead} ${ahead === 1 ? "question comes" : "questions come"} before yours.`,
  tooManyWaiting: "Too many questions are waiting right now. This one was not taken, please ask again later.",
  nothingToStop: "No answer is being written right now.",
  interrupted: "The connection broke for a moment. If the full answer did not arrive, please ask again.",
  gaveUp: "Sorry, I tried this question several times without success. Please put it in other words.",
  forgotten: "Done, I have forgotten our conversation. Let us start afresh.",
  nothingToForget: "There is nothing to forget yet. Just ask.",
  noSources: "I have no reports yet.",
  sourcesHeading: (articles) => `I have read ${articles} ${articles === 1 ? "report" : "reports"}:`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: "Back",
  next: "Next",
  textOnly: "I only understand text. Please type your question.",
  forwarded:
    "I do not take in forwarded posts, and cannot tell what you would like to know. Please put it in one sentence.",
  unknownCommand: "I do not know this command. Just ask, or see /help.",
  oldButton: "This button no longer works. Please send me your question instead.",
  asked: (question) => `Question: ${question}`,
  sources: "Sources",
  eventDates: (dates) => `dates in the text: ${dates.join(", ")}`,
};

/** The words of one language. */
export function botWords(language: Language): BotWords {
  return pickWords({ zh, en }, language);
}
