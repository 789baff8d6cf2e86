/** The words of the overview: /stats in the chat, and the page of `npm run report`. Plain text. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface StatsWords {
  title: string;
  today: string;
  lastDays(days: number): string;
  /** About the days. */
  utc: string;
  questions: string;
  answered: string;
  refused: string;
  medianTime: string;
  seconds(ms: number): string;
  /** Unit of a chart. */
  milliseconds: string;
  /** In place of a number that there is none of. */
  none: string;
  tokens: string;
  cost: string;
  good: string;
  bad: string;
  programmes: string;
  /** How many answers cite a programme. */
  answersCiting: string;
  index: string;
  articles: string;
  chunks: string;
  /** Of the page. */
  day: string;
  perDay: string;
  programme: string;
  period: string;
  /** `at`: when the page was made. */
  made(at: string): string;
  votes: string;
  /** Opens the table beside a chart. */
  table: string;
  /** What a chart shows, for whom it is read aloud: the table has the numbers. */
  chart(title: string): string;
  noData: string;
}

const zh: StatsWords = {
  title: "概况",
  today: "今天",
  lastDays: (days) => `最近 ${days} 天`,
  utc: "日期按 UTC 计算。",
  questions: "提问",
  answered: "有回答",
  refused: "没找到",
  medianTime: "用时中位数",
  seconds: (ms) => `${(ms / 1000).toFixed(2)} 秒`,
  milliseconds: "毫秒",
  none: "无",
  tokens: "模型 token",
  cost: "费用",
  good: "👍 有用",
  bad: "👎 没帮助",
  programmes: "问得最多的项目",
  answersCiting: "引用的回答",
  index: "索引",
  articles: "报道",
  chunks: "片段",
  day: "日期",
  perDay: "每天的提问",
  programme: "项目",
  period: "时段",
  made: (at) => `生成时间 ${at}（UTC）`,
  votes: "每天的评价",
  table: "数据表",
  chart: (title) => `图：${title}。数字见旁边的数据表。`,
  noData: "这段时间没有数据。",
};

const en: StatsWords = {
  title: "Overview",
  today: "Today",
  lastDays: (days) => `Last ${days} days`,
  utc: "Days are those of UTC.",
  questions: "Questions",
  answered: "Answered",
  refused: "Not found",
  medianTime: "Median time",
  seconds: (ms) => `${(ms / 1000).toFixed(2)} s`,
  milliseconds: "Milliseconds",
  none: "none",
  tokens: "Model tokens",
  cost: "Cost",
  good: "👍 Helpful",
  bad: "👎 Not helpful",
  programmes: "Top programmes",
  answersCiting: "Answers that cite it",
  index: "Index",
  articles: "Articles",
  chunks: "Chunks",
  day: "Day",
  perDay: "Questions by day",
  programme: "Programme",
  period: "Period",
  made: (at) => `Made ${at} (UTC)`,
  votes: "Votes by day",
  table: "Table",
  chart: (title) => `Chart: ${title}. The table beside it has the numbers.`,
  noData: "Nothing in this time.",
};

/** The words of one language. */
export function statsWords(language: Language): StatsWords {
  return pickWords({ zh, en }, language);
}
