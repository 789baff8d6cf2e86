/** Reads the tables of this folder: `句子。{words of the cited sentence}`, with « » around what is false in it. */
import { readdirSync } from "node:fs";
import { type ShownSentence, showSentences } from "../../../src/answer/shown-sentences.js";
import { createStatementParser } from "../../../src/answer/statements.js";
import { verifyStatement } from "../../../src/answer/verify.js";
import type { Language, Passage } from "../../../src/core/types.js";
import { numberOf, showPages } from "../../support/shown-corpus.js";
import { CITY_NEWS } from "./city-news.js";
import { FIELD_NEWS } from "./field-news.js";
import { NEWS, type NewsArticle } from "./news.js";
import { TOWN_NEWS } from "./town-news.js";

const ARTICLES = "test/adversarial/articles";

/** Everything that the tables speak of, as a model is shown it. */
export function showEverything(): Map<number, ShownSentence> {
  const pages = showPages(
    "corpus/000_d37ea6d2383917c8.txt",
    ...readdirSync(ARTICLES).map((name) => `${ARTICLES}/${name}`),
  );
  const all = [
    ...pages.values(),
    ...showSentences([...NEWS, ...CITY_NEWS, ...TOWN_NEWS, ...FIELD_NEWS].map(toPassage)),
  ];
  return new Map(all.map((one, i) => [i + 1, { ...one, number: i + 1 }]));
}

function toPassage([title, ...texts]: NewsArticle, i: number): Passage {
  const sentences = texts.map((text, ordinal) => {
    const start = texts.slice(0, ordinal).join("").length;
    return { ordinal, start, end: start + text.length, kind: "body" as const, paragraph: 0, text };
  });
  const about = { articleId: `news-${i}`, revision: 1, source: "news", title, names: title, eventDates: [] };
  return { chunkId: i, ...about, text: texts.join(""), sentences, score: 1 };
}

/** A line of a table. */
export interface Row {
  reply: string;
  /** What must not be shown; empty for a truth. */
  lies: string[];
}

/** The lines of a table. */
export function rowsOf(table: string): Row[] {
  return table
    .trim()
    .split("\n")
    .map((line) => ({
      reply: line.replaceAll(/[«»]/gu, ""),
      lies: Array.from(line.matchAll(/«(?<lie>[^»]+)»/gu), ({ groups: { lie = "" } = {} }) => lie),
    }));
}

/** The statements of a reply that are shown, and why the others are not. */
export function playReply(reply: string, shown: ReadonlyMap<number, ShownSentence>, language: Language) {
  const filled = reply.replaceAll(/\{(?<part>[^{}]+)\}/gu, (_, part: string) => `[${numberOf(shown, part)}]`);
  const parser = createStatementParser();
  const drafts = [...parser.push(filled), ...parser.end()];
  const verdicts = drafts.map((draft) => ({ text: draft.text, verdict: verifyStatement(draft, shown, language) }));
  return {
    passed: verdicts.filter(({ verdict }) => verdict.passed).map(({ text }) => text),
    reasons: verdicts.flatMap(({ verdict }) => (verdict.passed ? [] : [verdict.reason])),
  };
}
