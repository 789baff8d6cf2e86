/**
 * Answers about an article itself, from what is stored of it: author, day, outlet, and its leading sentences for a
 * summary. No model, and nothing guessed: what the article does not carry is said to be missing. Each answer cites the
 * article by its first sentence.
 */
import type { ArticleStore } from "../core/ports.js";
import type { Article, ArticleHead, Citation, Language, Sentence, Turn } from "../core/types.js";
import { articleQuestionWords } from "../i18n/article-question-words.js";
import { namesOf } from "../text/article-names.js";
import { foldText } from "../text/normalize.js";
import { markTitle } from "../text/title-marks.js";
import { type ArticleQuestion, readArticleQuestion } from "./article-question.js";
import { type Draft, draftOf, plainDraft } from "./draft.js";

/** What is needed of the store. */
export type ArticleSource = Pick<ArticleStore, "listHeads" | "getRevision">;

/** What was asked, and in which conversation. */
export interface ArticleAsked {
  question: string;
  language: Language;
  /** Oldest first. */
  turns: readonly Turn[];
  /** Whether a model writes answers: then summaries are its work. */
  hasModel: boolean;
}

/** Titles and articles of one author that are listed at most. */
const MOST_LISTED = 10;
/** A summary is so many leading sentences, and as many UTF-16 units, at most. */
const LEAD_SENTENCES = 3;
const LEAD_LENGTH = 400;
/** A shorter part of a title is no name for it; UTF-16 units. */
const MIN_NAME = 4;

/** The answer, or undefined for any question that is not about an article itself. */
export function answerAboutArticle(source: ArticleSource, asked: ArticleAsked): Draft | undefined {
  const question = readArticleQuestion(asked.question);
  if (!question || (question.asks === "summary" && asked.hasModel)) return undefined;
  const heads = source.listHeads();
  if (heads.length === 0) return undefined;
  if (question.asks === "articlesBy") return listArticlesBy(source, heads, question.author);
  const meant = findMeant(heads, question.named, asked.turns);
  const [head] = meant;
  if (!head) return undefined;
  if (meant.length > 1) return askWhich(meant, asked.language);
  const article = source.getRevision(head.id, head.revision);
  return article && tellAbout(article, question.asks, asked.language);
}

/** One article, or several that may be meant; none when the words name none, so that something else was asked. */
function findMeant(heads: readonly ArticleHead[], named: string, turns: readonly Turn[]): readonly ArticleHead[] {
  if (named === "") {
    const cited = turns.findLast(({ citations }) => citations.length > 0)?.citations[0]?.articleId;
    const last = heads.find(({ id }) => id === cited);
    return last ? [last] : heads;
  }
  const words = bareName(named);
  if (words.length < MIN_NAME) return [];
  return heads.filter((head) => bareName(namesOf(head)).includes(words) || words.includes(bareName(head.title)));
}

/** 《商业向善》报告 names what has 商业向善 in its title. */
function bareName(text: string): string {
  return foldText(text)
    .replace(/^[^《]*《(?<title>[^》]+)》(?:报告|一文)?$/u, "$<title>")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** No refusal: which one is meant is all that is missing, and nobody could be told about it later. */
function askWhich(heads: readonly ArticleHead[], language: Language): Draft {
  const titles = heads.slice(0, MOST_LISTED).map(({ title }) => title);
  return plainDraft("smalltalk", articleQuestionWords(language).whichArticle(titles));
}

function tellAbout(
  article: Article,
  asks: Exclude<ArticleQuestion["asks"], "articlesBy">,
  language: Language,
): Draft | undefined {
  const lead = leadOf(article);
  const [first] = lead;
  if (!first) return undefined;
  if (asks === "summary") {
    const citations = lead.map((sentence, i) => cite(article, sentence, i + 1));
    const statements = citations.map(({ quote, n }) => ({ text: quote, citations: [n] }));
    return draftOf("extractive", statements, citations);
  }
  const words = articleQuestionWords(language);
  const title = markTitle(article.title);
  const known = article[asks];
  if (known === undefined) return plainDraft("refused", words.unknown[asks](title));
  return draftOf("extractive", [{ text: words[asks](title, known), citations: [1] }], [cite(article, first, 1)]);
}

function listArticlesBy(source: ArticleSource, heads: readonly ArticleHead[], author: string): Draft | undefined {
  const citations = heads
    .filter((head) => foldText(head.author ?? "").includes(author))
    .slice(0, MOST_LISTED)
    .flatMap(({ id, revision }) => {
      const article = source.getRevision(id, revision);
      const first = article && leadOf(article)[0];
      return first ? [cite(article, first, 0)] : [];
    })
    .map((citation, i) => ({ ...citation, n: i + 1 }));
  if (citations.length === 0) return undefined;
  const statements = citations.map(({ title, n }) => ({ text: markTitle(title), citations: [n] }));
  return draftOf("extractive", statements, citations);
}

/** The first sentences of the running text. */
function leadOf({ sentences }: Article): Sentence[] {
  const body = sentences.filter(({ kind }) => kind === "body").slice(0, LEAD_SENTENCES);
  const from = body[0]?.start ?? 0;
  return body.filter(({ end }, i) => i === 0 || end - from <= LEAD_LENGTH);
}

function cite({ id, revision, title, author, source, text }: Article, { start, end }: Sentence, n: number): Citation {
  return {
    n,
    articleId: id,
    revision,
    title,
    ...(author !== undefined && { author }),
    source,
    quote: text.slice(start, end),
    start,
    end,
  };
}
