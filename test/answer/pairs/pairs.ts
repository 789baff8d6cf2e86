/** Reads the tables of this folder: one sentence, and what is said of it, as `句子 ⇒ 说法`. */
import { type ShownSentence, showSentences } from "../../../src/answer/shown-sentences.js";
import { verifyStatement } from "../../../src/answer/verify.js";

/** A table: none of the lies may be shown, each of the truths must be. */
export interface Pairs {
  name: string;
  lies: string;
  truths: string;
}

/** The lines of a table. */
export function linesOf(table: string): string[] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.trim());
}

/** Whether what stands behind the ⇒ is shown where the sentence before it is all there is. */
export function isShown(line: string): boolean {
  const [sentence = "", claim = ""] = line.split("⇒").map((part) => part.trim());
  return verifyStatement({ text: claim, cited: [1] }, showOne(sentence), "zh").passed;
}

/** An article of this one sentence. */
export function showOne(text: string): Map<number, ShownSentence> {
  const sentences = [{ ordinal: 0, start: 0, end: text.length, kind: "body" as const, paragraph: 0, text }];
  const about = { articleId: "a", revision: 1, source: "a", title: "报道", names: "报道", eventDates: [] };
  const shown = showSentences([{ chunkId: 1, ...about, text, sentences, score: 1 }]);
  return new Map(shown.map((one) => [one.number, one]));
}
