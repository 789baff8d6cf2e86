/** The words of answers that are not quoted from an article: refusals, greetings, notices. */
import type { AnswerNotice, Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface AnswerWords {
  /** The question cannot be answered from the articles. `titles` are up to three that can be asked about. */
  refused(titles: readonly string[]): string;
  /** A question without a single word in it. */
  noQuestion: string;
  /** There is no article at all. */
  emptyCorpus: string;
  greeting: string;
  thanks: string;
  farewell: string;
  /** Who are you, what can you do. */
  introduction: string;
  /** To somebody who scolds. */
  complaint: string;
  notices: Record<AnswerNotice, string>;
  /** Under quotes in an English conversation. */
  quotesAreChinese: string;
  /** The asker stopped the answer before anything in it was verified. */
  stopped: string;
}

const zh: AnswerWords = {
  refused: (titles) =>
    titles.length === 0
      ? "现有的文章里没有找到这个问题的答案。收录了哪些报道，可以用 /sources 查看。"
      : `现有的文章里没有找到这个问题的答案。可以问问这些报道：\n${titles.map((title) => `· ${title}`).join("\n")}`,
  noQuestion: "请用文字提一个问题，例如某个项目的人数、金额、日期或负责人。",
  emptyCorpus: "现在还没有可以查询的文章。",
  greeting: "你好！我根据收录的新闻报道回答公益项目的问题，每句话都注明出处。请直接提问。",
  thanks: "不客气！还有问题请随时问我。",
  farewell: "再见！",
  introduction:
    "我是公益项目问答机器人：只依据收录的新闻报道回答，每句话都附上原文出处；报道里没有的，我会直说没有找到。",
  complaint: "抱歉没有帮上忙。可以换个说法再问，例如写明项目、地点或年份；收录了哪些报道，可以用 /sources 查看。",
  notices: {
    modelUnavailable: "模型暂时不可用，这是报道原文的摘录。",
    budgetSpent: "今天的模型额度用完了，这是报道原文的摘录。",
    statementsDropped: "有些内容没有通过引文核对，已略去。",
    partNotFound: "您问的其中一项，现有的文章里没有找到。",
    stopped: "已停止，只有停止前核对过的部分。",
  },
  quotesAreChinese: "引文是中文原文。",
  stopped: "已停止。",
};

const en: AnswerWords = {
  refused: (titles) =>
    titles.length === 0
      ? "The articles do not answer this question. /sources lists the reports I hold."
      : `The articles do not answer this question. You can ask about these reports:\n${titles.map((title) => `· ${title}`).join("\n")}`,
  noQuestion: "Please ask a question in words, for example about a programme's figures, dates or people.",
  emptyCorpus: "There are no articles to search yet.",
  greeting:
    "Hello! I answer questions about social programmes from the news reports I hold, every sentence with its source. Just ask.",
  thanks: "You are welcome. Ask again any time.",
  farewell: "Goodbye!",
  introduction:
    "I am a question-answering bot for social programmes: I answer only from the news reports I hold, every sentence with its source, and I say so when they do not tell.",
  complaint:
    "Sorry that I was no help. Try other words, for example with the programme, the place or the year; /sources lists the reports I hold.",
  notices: {
    modelUnavailable: "The model is not available right now; these are quotes from the reports.",
    budgetSpent: "The model's budget for today is spent; these are quotes from the reports.",
    statementsDropped: "Some statements did not pass the citation check and were left out.",
    partNotFound: "The articles do not answer one of your questions.",
    stopped: "Stopped. This is what had been checked by then.",
  },
  quotesAreChinese: "The reports are in Chinese, and these are their own words: without a model nothing is translated.",
  stopped: "Stopped.",
};

/** The words of one language. */
export function answerWords(language: Language): AnswerWords {
  return pickWords({ zh, en }, language);
}
