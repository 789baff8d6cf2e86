/** Every sentence of a page as the read path shows it: numbered over all its articles, ready for `verifyStatement`. */
import { readFileSync } from "node:fs";
import { type ShownSentence, showSentences } from "../../src/answer/shown-sentences.js";
import type { Passage } from "../../src/core/types.js";
import { readArticles } from "../../src/ingest/read-file.js";
import { namesOf } from "../../src/text/article-names.js";

/** One passage for each article of a page. */
function passagesOf(path: string): Passage[] {
  return readArticles(readFileSync(path), path).drafts.map((draft, i) => ({
    chunkId: i + 1,
    articleId: `${path}-${i}`,
    revision: 1,
    source: path,
    title: draft.title,
    names: namesOf(draft),
    eventDates: draft.eventDates,
    text: draft.text,
    sentences: draft.sentences.map((sentence) => ({
      ...sentence,
      text: draft.text.slice(sentence.start, sentence.end),
    })),
    score: 1,
  }));
}

/** The sentences of these pages, by number. */
export function showPages(...paths: string[]): Map<number, ShownSentence> {
  return new Map(showSentences(paths.flatMap((path) => passagesOf(path))).map((shown) => [shown.number, shown]));
}

/** The number of the first sentence that holds `part`. @throws Error when none does. */
export function numberOf(shown: ReadonlyMap<number, ShownSentence>, part: string): number {
  for (const [number, { sentence }] of shown) if (sentence.text.includes(part)) return number;
  throw new Error(`no sentence holds ${part}`);
}
