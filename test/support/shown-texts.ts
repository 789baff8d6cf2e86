/** Sentences made up for a test as a model is shown them: some articles, each a list of sentences. */
import type { ShownSentence } from "../../src/answer/shown-sentences.js";
import { verifyStatement } from "../../src/answer/verify.js";
import type { Language, Passage } from "../../src/core/types.js";

/** A passage for each article, titled 报道 unless a title is given. */
export function passagesOf(articles: readonly (readonly string[])[], title = "报道"): Passage[] {
  return articles.map((texts, i) => ({
    chunkId: i + 1,
    articleId: `article-${i}`,
    revision: 1,
    source: `${i}.txt`,
    title,
    names: title,
    eventDates: [],
    text: texts.join(""),
    sentences: texts.map((text, ordinal) => {
      const start = texts.slice(0, ordinal).join("").length;
      return { ordinal, start, end: start + text.length, kind: "body" as const, paragraph: 0, text };
    }),
    score: 1,
  }));
}

/** The sentences of these articles, numbered from 1 over all of them. */
export function showTexts(articles: readonly (readonly string[])[], title?: string): Map<number, ShownSentence> {
  const shown = passagesOf(articles, title).flatMap((passage) =>
    passage.sentences.map((sentence) => ({ sentence, passage })),
  );
  return new Map(shown.map((one, i) => [i + 1, { ...one, number: i + 1 }]));
}

/** Whether a claim is shown that cites all these sentences of one article; they are parted by `|`. */
export function isProven(claim: string, sentences: string, language: Language = "zh"): boolean {
  const shown = showTexts([sentences.split("|")]);
  return verifyStatement({ text: claim, cited: Array.from(shown.keys()) }, shown, language).passed;
}
