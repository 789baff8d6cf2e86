/** Made-up news with statements about it, true and false, written by somebody who did not know the checks. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ShownSentence, showSentences } from "../../../src/answer/shown-sentences.js";
import { verifyStatement } from "../../../src/answer/verify.js";
import { splitSentences } from "../../../src/text/sentences.js";

interface Statement {
  statement: string;
  /** The sentences that it cites. */
  rests: string[];
}

interface Article {
  title: string;
  /** Paragraphs end in a line feed. */
  text: string;
  truths: Statement[];
  lies: (Statement & { why: string })[];
}

/** Statements of a list that are shown, and how many there are. */
export interface Played {
  truths: number;
  dropped: string[];
  lies: number;
  through: string[];
}

/** Plays a list against the check. @param name of a file of this folder. */
export function playRetold(name: string): Played {
  const articles = JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")) as Article[];
  const played: Played = { truths: 0, dropped: [], lies: 0, through: [] };
  for (const [i, article] of articles.entries()) {
    const shown = showArticle(article, i);
    const byNumber = new Map(shown.map((one) => [one.number, one]));
    const isShown = ({ statement, rests }: Statement) => {
      const cited = rests.flatMap((rest) => shown.find(({ sentence }) => isSame(sentence.text, rest))?.number ?? []);
      return verifyStatement({ text: statement, cited }, byNumber, "zh").passed;
    };
    played.truths += article.truths.length;
    played.lies += article.lies.length;
    played.dropped.push(...article.truths.filter((one) => !isShown(one)).map(({ statement }) => statement));
    played.through.push(...article.lies.filter(isShown).map(({ statement }) => statement));
  }
  return played;
}

function isSame(sentence: string, rest: string): boolean {
  return rest.includes(sentence) || sentence.includes(rest.trim().replace(/”$/u, ""));
}

function showArticle({ title, text }: Article, id: number): ShownSentence[] {
  let from = 0;
  const sentences = text.split("\n").flatMap((paragraph, number) => {
    const own = splitSentences(paragraph).map(({ start, end }) => ({
      paragraph: number,
      kind: "body" as const,
      start: from + start,
      end: from + end,
      text: paragraph.slice(start, end).trim(),
    }));
    from += paragraph.length + 1;
    return own;
  });
  const about = { articleId: `retold-${id}`, revision: 1, source: "news", title, names: title, eventDates: [] };
  const ordered = sentences.map((sentence, ordinal) => ({ ...sentence, ordinal }));
  return showSentences([{ chunkId: id, ...about, text, sentences: ordered, score: 1 }]);
}
