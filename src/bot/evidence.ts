/**
 * Evidence for one number of an answer that was given: the cited sentence in the revision that was cited, whatever has
 * become of the article since. Looks things up; how it is shown is the views' business.
 */
import type { AnswerRecord, AnswerStore } from "../core/audience-ports.js";
import type { ArticleStore } from "../core/ports.js";
import type { Article, Citation, Sentence } from "../core/types.js";

/** What the article is today. `rewritten`: it has changed, and the cited sentence is not in it any more. */
export type Standing = "current" | "updated" | "rewritten" | "removed";

/** A paragraph of an article. */
export interface Paragraph {
  start: number;
  end: number;
  sentences: Sentence[];
}

/** A citation and all that its card shows. */
export interface Evidence {
  answer: AnswerRecord;
  citation: Citation;
  standing: Standing;
  /** The cited revision; absent when the store has never held it. */
  article?: Article;
  /** Of the cited revision, in order; none when that does not hold the quote. */
  paragraphs: readonly Paragraph[];
  /** Position of the paragraph with the quote, from 0; 0 when there are none. */
  cited: number;
}

/** Finds evidence by what a button or a link carries. */
export interface EvidenceLookup {
  /** @param n number of the source; absent: the first. Undefined when there is no such answer or source. */
  find(id: string, n?: number): Evidence | undefined;
}

/** What is looked up where. */
export interface EvidenceLookupDeps {
  answers: Pick<AnswerStore, "read">;
  articles: Pick<ArticleStore, "getRevision" | "currentRevision">;
}

/** The lookup; nothing is kept. */
export function createEvidenceLookup({ answers, articles }: EvidenceLookupDeps): EvidenceLookup {
  return {
    find(id, n) {
      const answer = answers.read(id);
      const citation = n === undefined ? answer?.citations[0] : answer?.citations.find((cited) => cited.n === n);
      if (!answer || !citation) return undefined;
      const { articleId, revision } = citation;
      const latest = articles.currentRevision(articleId);
      const now = latest === undefined ? undefined : articles.getRevision(articleId, latest);
      return evidenceOf(answer, citation, articles.getRevision(articleId, revision), now);
    },
  };
}

/**
 * @param article the cited revision.
 * @param now the current one; undefined when the article was removed.
 */
export function evidenceOf(
  answer: AnswerRecord,
  citation: Citation,
  article: Article | undefined,
  now: Article | undefined,
): Evidence {
  // A mark in the wrong place would prove something else: then rather no text at all.
  const isThere = article?.text.slice(citation.start, citation.end) === citation.quote;
  const paragraphs = article && isThere ? paragraphsOf(article) : [];
  const cited = paragraphs.findIndex(({ start, end }) => start <= citation.start && citation.start < end);
  const isShown = cited >= 0;
  return {
    answer,
    citation,
    standing: standingOf(citation, article, now),
    ...(article && { article }),
    paragraphs: isShown ? paragraphs : [],
    cited: isShown ? cited : 0,
  };
}

/** A revision that changed nothing but what stands around the text is no update to a reader. */
function standingOf(citation: Citation, article: Article | undefined, now: Article | undefined): Standing {
  if (!now) return "removed";
  if (now.revision === citation.revision || now.text === article?.text) return "current";
  return now.text.includes(citation.quote) ? "updated" : "rewritten";
}

function paragraphsOf({ sentences }: Article): Paragraph[] {
  const paragraphs = new Map<number, Paragraph>();
  for (const sentence of sentences) {
    const { paragraph, start, end } = sentence;
    const known = paragraphs.get(paragraph);
    if (known) {
      known.end = end;
      known.sentences.push(sentence);
    } else paragraphs.set(paragraph, { start, end, sentences: [sentence] });
  }
  return [...paragraphs.values()];
}
