/** Articles with a text, and citations of their sentences, for tests of what is shown of them. */
import type { AnswerRecord } from "../../src/core/audience-ports.js";
import type { Article, Citation } from "../../src/core/types.js";
import { createDraft } from "../../src/ingest/draft.js";

/** Article `a1` of these paragraphs, revision 1. */
export function articleOf(paragraphs: readonly string[], changes: Partial<Article> = {}): Article {
  const head = { source: "a1.txt", ordinal: 0, title: "商业向善", author: "皮磊" };
  const draft = createDraft(
    head,
    paragraphs.map((text) => ({ text, kind: "body" as const })),
  );
  return { ...draft, id: "a1", revision: 1, contentHash: "h1", ...changes };
}

/** Cites the first place of a quote. @throws Error when the article does not hold it. */
export function citing(article: Article, quote: string, n = 1): Citation {
  const start = article.text.indexOf(quote);
  if (start < 0) throw new Error(`the article does not hold ${quote}`);
  const { id: articleId, revision, title, source, author } = article;
  return { n, articleId, revision, title, source, quote, start, end: start + quote.length, ...(author && { author }) };
}

/** An answer with these citations, each proving a statement of its own. */
export function answerCiting(citations: Citation[], changes: Partial<AnswerRecord> = {}): AnswerRecord {
  return {
    id: "AbC_EfG-IjKl",
    at: 1,
    kind: "grounded",
    language: "zh",
    text: citations.map(({ n }) => `陈述${n}[${n}]`).join("\n"),
    statements: citations.map(({ n }) => ({ text: `陈述${n}`, citations: [n] })),
    citations,
    suggestions: [],
    ...changes,
  };
}
