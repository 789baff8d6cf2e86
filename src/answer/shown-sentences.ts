/**
 * The sentences of the retrieved passages, each once, numbered from 1: what a model is shown, what an extract is
 * chosen from, and the only thing that can be cited. Passages overlap by a sentence; here the overlap is undone.
 */
import type { Citation, Passage, PassageSentence } from "../core/types.js";
import { markTitle } from "../text/title-marks.js";

/** One sentence that may be cited. */
export interface ShownSentence {
  /** Its number, from 1, in the order of `showSentences`. */
  number: number;
  sentence: PassageSentence;
  /** The best passage that holds it. */
  passage: Passage;
}

/** All sentences of the passages: articles by their best passage, within an article in reading order. */
export function showSentences(passages: readonly Passage[]): ShownSentence[] {
  const articles = new Map<string, Map<number, Omit<ShownSentence, "number">>>();
  for (const passage of passages) {
    const key = `${passage.articleId} ${passage.revision}`;
    const sentences = articles.get(key) ?? new Map<number, Omit<ShownSentence, "number">>();
    articles.set(key, sentences);
    for (const sentence of passage.sentences) {
      if (!sentences.has(sentence.ordinal)) sentences.set(sentence.ordinal, { sentence, passage });
    }
  }
  return Array.from(articles.values())
    .flatMap((sentences) => Array.from(sentences.values()).toSorted((a, b) => a.sentence.ordinal - b.sentence.ordinal))
    .map((shown, i) => ({ ...shown, number: i + 1 }));
}

/** The sentence as a citation with the number `n`. */
export function citeSentence({ passage, sentence }: Omit<ShownSentence, "number">, n: number): Citation {
  return {
    n,
    articleId: passage.articleId,
    revision: passage.revision,
    title: passage.title,
    ...(passage.author !== undefined && { author: passage.author }),
    source: passage.source,
    quote: sentence.text,
    start: sentence.start,
    end: sentence.end,
  };
}

/** The passages as a model reads them: a line for each article, then each sentence as `[12] 句子`. */
export function renderSentences(shown: readonly ShownSentence[]): string {
  const lines: string[] = [];
  let article = "";
  for (const { number, sentence, passage } of shown) {
    if (passage.articleId !== article) {
      article = passage.articleId;
      const about = [passage.author, passage.published ?? passage.eventDates.join("、")].filter(Boolean).join(",");
      lines.push(`${lines.length > 0 ? "\n" : ""}${markTitle(passage.title)}${about && `(${about})`}`);
    }
    lines.push(`[${number}] ${sentence.text.replaceAll(/\s+/gu, " ")}`);
  }
  return lines.join("\n");
}
