/** The words of the terminal chat and of the command line. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface TerminalWords {
  prompt: string;
  /** First line of a chat. */
  welcome(articles: number): string;
  commands: string;
  /** How to go on to Telegram, in one line. */
  telegramHint: string;
  /** Steps of an index run, as progress shows them. */
  steps: Record<"read" | "embed" | "index", string>;
  indexed(articles: number, chunks: number): string;
  /** What a run does to an article. */
  changes: Record<"added" | "updated" | "removed", string>;
  sources: string;
  /** Days that an article itself names; not when it was published. */
  eventDates(dates: readonly string[]): string;
  noArticles: string;
  forgotten: string;
  running(name: string): string;
  stopped: string;
  failed: string;
}

const zh: TerminalWords = {
  prompt: "问> ",
  welcome: (articles) => `收录了 ${articles} 篇报道，请提问。`,
  commands: "/sources 看报道  /new 忘掉对话  /quit 退出",
  telegramHint: "要用在 Telegram 上：cp .env.example .env，填上 BOT_TOKEN（@BotFather 给的），再运行 npm start。",
  steps: { read: "读取文章", embed: "计算向量", index: "建立索引" },
  indexed: (articles, chunks) => `索引就绪：${articles} 篇报道，${chunks} 个片段。`,
  changes: { added: "新增", updated: "更新", removed: "移除" },
  sources: "出处",
  eventDates: (dates) => `文中日期：${dates.join("、")}`,
  noArticles: "还没有文章：把文章（.txt、.md、.html、.docx、.pdf）放进 corpus 文件夹，再运行一次。",
  forgotten: "好的，之前的对话已经忘掉。",
  running: (name) => `机器人 @${name} 正在运行，按 Ctrl+C 停止。`,
  stopped: "已停止。",
  failed: "出错了，这个问题没能回答。请再试一次。",
};

const en: TerminalWords = {
  prompt: "ask> ",
  welcome: (articles) => `${articles} reports are loaded. Ask a question (the reports are in Chinese).`,
  commands: "/sources lists the reports  /new forgets this conversation  /quit ends",
  telegramHint: "To go on to Telegram: cp .env.example .env, fill in BOT_TOKEN (from @BotFather), then npm start.",
  steps: { read: "Reading articles", embed: "Computing vectors", index: "Building the index" },
  indexed: (articles, chunks) => `Index ready: ${articles} articles, ${chunks} chunks.`,
  changes: { added: "added", updated: "updated", removed: "removed" },
  sources: "Sources",
  eventDates: (dates) => `dates in the text: ${dates.join(", ")}`,
  noArticles:
    "There are no articles yet: put articles (.txt, .md, .html, .docx, .pdf) into the corpus folder and run this again.",
  forgotten: "Done: this conversation is forgotten.",
  running: (name) => `The bot @${name} is running; Ctrl+C stops it.`,
  stopped: "Stopped.",
  failed: "Something went wrong and this question was not answered. Please try again.",
};

/** The words of one language. */
export function terminalWords(language: Language): TerminalWords {
  return pickWords({ zh, en }, language);
}
