/** The words of evidence: the card of a citation, the pages of its article, and the buttons of both. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. Numbers count from 1. */
export interface EvidenceWords {
  /** A button, short: up to five stand side by side. */
  source(n: number): string;
  /** First line of a card. */
  heading(n: number, total: number): string;
  /** What is proven here. */
  answerSays(statement: string): string;
  /** What has become of the article since. `rewritten`: the sentence is not in it any more. */
  standing: Record<"updated" | "rewritten" | "removed", string>;
  /** Nothing but the quote is left. */
  noText: string;
  paragraph(paragraph: number, paragraphs: number): string;
  /** Which sentence of the paragraph is the quote, and how it is marked: a style alone says nothing to who cannot see it. */
  quoteHere(sentence: number, sentences: number): string;
  quoteInParagraph(paragraph: number): string;
  /** Numbers of the answer's other sources that are marked in the text. */
  otherQuotes(numbers: readonly number[]): string;
  /** The paragraph is too long for a message. */
  shortened: string;
  page(page: number, pages: number): string;
  quoteOnThisPage: string;
  quoteOnPage(page: number): string;
  buttons: Record<
    | "previousParagraph"
    | "nextParagraph"
    | "previousPage"
    | "nextPage"
    | "wholeArticle"
    | "toQuote"
    | "original"
    | "copy"
    | "back"
    | "close",
    string
  >;
  /** In place of a card that could not be deleted. */
  closed: string;
  /** A link to evidence that is not there. */
  unknown: string;
}

const zh: EvidenceWords = {
  source: (n) => `出处 ${n}`,
  heading: (n, total) => (total === 1 ? "出处" : `出处 ${n}（共 ${total} 处）`),
  answerSays: (statement) => `答案说：${statement}`,
  standing: {
    updated: "这篇报道后来有更新，下面是答案引用的版本。",
    rewritten: "这篇报道后来有更新，现在的版本里没有这句话。下面是答案引用的版本。",
    removed: "这篇报道后来不再收录，下面是答案引用的版本。",
  },
  noText: "全文没有保存下来，只有这句引文。",
  paragraph: (paragraph, paragraphs) => `第 ${paragraph} 段，共 ${paragraphs} 段。`,
  quoteHere: (sentence, sentences) =>
    sentences === 1 ? "这一段就是引文，已加粗并加下划线。" : `引文是这一段的第 ${sentence} 句，已加粗并加下划线。`,
  quoteInParagraph: (paragraph) => `引文在第 ${paragraph} 段。`,
  otherQuotes: (numbers) => `只加下划线的，是出处 ${numbers.join("、")} 的引文。`,
  shortened: "这一段很长，只显示其中一部分；点“全文”可以看完。",
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页。`,
  quoteOnThisPage: "引文在这一页，已加粗并加下划线。",
  quoteOnPage: (page) => `引文在第 ${page} 页。`,
  buttons: {
    previousParagraph: "‹ 上一段",
    nextParagraph: "下一段 ›",
    previousPage: "‹ 上一页",
    nextPage: "下一页 ›",
    wholeArticle: "全文",
    toQuote: "回到引文",
    original: "打开原文",
    copy: "复制引文",
    back: "返回答案",
    close: "关闭",
  },
  closed: "出处已关闭。",
  unknown: "这条出处找不到了，请直接把问题发给我。",
};

const en: EvidenceWords = {
  source: (n) => `Source ${n}`,
  heading: (n, total) => (total === 1 ? "Source" : `Source ${n} (of ${total})`),
  answerSays: (statement) => `The answer says: ${statement}`,
  standing: {
    updated: "This report was updated later; below is the version that the answer cites.",
    rewritten:
      "This report was updated later and no longer has this sentence. Below is the version that the answer cites.",
    removed: "This report is no longer in the collection; below is the version that the answer cites.",
  },
  noText: "The full text was not kept, only this quote.",
  paragraph: (paragraph, paragraphs) => `Paragraph ${paragraph} of ${paragraphs}.`,
  quoteHere: (sentence, sentences) =>
    sentences === 1
      ? "This paragraph is the quote, in bold and underlined."
      : `The quote is sentence ${sentence} of this paragraph, in bold and underlined.`,
  quoteInParagraph: (paragraph) => `The quote is in paragraph ${paragraph}.`,
  otherQuotes: (numbers) =>
    `Underlined only: the quote of ${numbers.length === 1 ? "source" : "sources"} ${numbers.join(", ")}.`,
  shortened: "This paragraph is long and shown in part; “Whole article” has all of it.",
  page: (page, pages) => `Page ${page} of ${pages}.`,
  quoteOnThisPage: "The quote is on this page, in bold and underlined.",
  quoteOnPage: (page) => `The quote is on page ${page}.`,
  buttons: {
    previousParagraph: "‹ Paragraph before",
    nextParagraph: "Paragraph after ›",
    previousPage: "‹ Page before",
    nextPage: "Next page ›",
    wholeArticle: "Whole article",
    toQuote: "Back to the quote",
    original: "Open the original",
    copy: "Copy the citation",
    back: "Back to the answer",
    close: "Close",
  },
  closed: "The source was closed.",
  unknown: "This source cannot be found any more. Please send me your question instead.",
};

/** The words of one language. */
export function evidenceWords(language: Language): EvidenceWords {
  return pickWords({ zh, en }, language);
}
