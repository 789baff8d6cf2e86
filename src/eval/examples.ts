/**
 * Questions to offer to somebody who does not know what to ask: from the corpus's own question set, one an article, so
 * that a newcomer sees the breadth; where there is no set, the articles' titles.
 */
import { existsSync } from "node:fs";
import { type GoldenQuestion, mustBeRefused, readGoldenSet } from "./golden.js";

/** Name of a corpus's question set. */
const SET_NAME = "golden.jsonl";

/**
 * A question for each title, or the title itself.
 * @param setPath a question set; it need not exist.
 * @param titles of articles.
 * @throws Error naming the line of the set that cannot be read.
 */
export function pickExamples(setPath: string, titles: readonly string[]): string[] {
  const golden = readQuestionSet(setPath);
  const asked = golden.filter((question) => !mustBeRefused(question) && question.must.length > 0);
  const examples = titles.map((title) => asked.find((question) => isAbout(question, title))?.question ?? title);
  return Array.from(new Set(examples));
}

/** A question set that need not exist. @throws AppError SET_INVALID naming the line */
export function readQuestionSet(setPath: string): GoldenQuestion[] {
  return existsSync(setPath) ? readGoldenSet(setPath) : [];
}

/** Where the question set of a corpus folder is. */
export function questionSetOf(corpusDir: string): string {
  return `${corpusDir}/${SET_NAME}`;
}

function isAbout({ article }: GoldenQuestion, title: string): boolean {
  return article !== null && title.includes(article);
}
