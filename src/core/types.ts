/**
 * The vocabulary of the product. Pure data, no behaviour.
 * An article is text cut into sentences; a chunk is a run of its sentences; a passage is a chunk that was
 * found for a question; a citation is one sentence shown as proof. All offsets are UTF-16 units, end exclusive.
 */

/** Language of an interface or of a question: `zh` is Simplified, `zh-Hant` Traditional Chinese. */
export type Language = "zh" | "zh-Hant" | "en";

/** `body`: running text. `caption`: a picture's caption or a subheading, kept apart from the running text. */
export type SentenceKind = "body" | "caption";

/** The unit of proof: `text.slice(start, end)` of one revision of an article. */
export interface Sentence {
  /** Position in the article, from 0, without gaps. */
  ordinal: number;
  start: number;
  end: number;
  kind: SentenceKind;
  /** Position of its paragraph in the article, from 0. */
  paragraph: number;
}

/** What is known about an article besides its text. Nothing here is guessed: absent means not given. */
export interface ArticleMeta {
  /** Headline lines joined by one space; the file's name when the text has no headline. */
  title: string;
  subtitle?: string;
  author?: string;
  /** Publication date as given in front matter (YYYY-MM-DD); never derived from the text. */
  published?: string;
  /** Outlet or publisher as given in front matter. */
  outlet?: string;
  url?: string;
  programme?: string;
  language: string;
  aliases: string[];
  /** Days that the text itself names, as written (`2月22日`), in order, without repeats, no year added. */
  eventDates: string[];
}

/** An article as ingest understood it, before it has an identity in the store. */
export interface ArticleDraft extends ArticleMeta {
  /** Path of its file relative to the corpus folder, `/`-separated. */
  source: string;
  /** Position in that file, from 0: one file may hold several articles. */
  ordinal: number;
  /** Paragraphs joined by `\n`; without the headline and the byline. */
  text: string;
  sentences: Sentence[];
}

/** A stored article. Its text never changes within a revision. */
export interface Article extends ArticleDraft {
  /** Stable across revisions: derived from source and title. */
  id: string;
  /** From 1; new content gets the next number, content that was there before has its own again. */
  revision: number;
  /** Hash over metadata, text and sentence boundaries. */
  contentHash: string;
}

/** A stored article without its text: what lists and plans need. */
export type ArticleHead = Omit<Article, "text" | "sentences">;

/** A run of whole sentences of one revision of one article; the unit of retrieval. */
export interface Chunk {
  articleId: string;
  revision: number;
  /** Ordinals of the first and the last sentence, both included. */
  firstSentence: number;
  lastSentence: number;
  start: number;
  end: number;
  /** SHA-256 (hex) of the text that is embedded: title, newline, chunk text. */
  hash: string;
}

/** A chunk in the store; `id` is a positive integer that is never used again. */
export interface StoredChunk extends Chunk {
  id: number;
}

/** A sentence together with its words, as shown to a model or ranked for a quote. */
export interface PassageSentence extends Sentence {
  text: string;
}

/** A chunk found for a question, with all that an answer needs from its article. */
export interface Passage {
  chunkId: number;
  articleId: string;
  revision: number;
  source: string;
  title: string;
  /** Title, subtitle, programme and aliases in one: for matching, never shown. */
  names: string;
  author?: string;
  published?: string;
  eventDates: string[];
  text: string;
  sentences: PassageSentence[];
  /** Fused relevance, 0 to 1, higher is better; comparable only within one result list. */
  score: number;
}

/** One sentence of one article, shown as the proof of a statement. */
export interface Citation {
  /** The number in the answer's text, from 1. */
  n: number;
  articleId: string;
  revision: number;
  title: string;
  author?: string;
  source: string;
  /** Exactly the stored text from `start` to `end`. */
  quote: string;
  start: number;
  end: number;
}

/** One claim of an answer and the numbers of the citations that prove it. */
export interface Statement {
  text: string;
  citations: number[];
}

/**
 * `grounded`: written by the model, every statement checked. `extractive`: sentences quoted word for word, or what is
 * stored of an article (its author, its day). `refused`: not in the articles. `smalltalk`: words of ours without
 * evidence: a greeting and the like, which article is meant, or that a question was stopped before anything was verified.
 */
export type AnswerKind = "grounded" | "extractive" | "refused" | "smalltalk";

/** Something the user should know about how the answer came about. */
export type AnswerNotice = "modelUnavailable" | "budgetSpent" | "statementsDropped" | "partNotFound" | "stopped";

/** What a question comes back with. A refusal is an answer, not an exception, and has no citations. */
export interface Answer {
  question: string;
  /** The question after follow-ups were resolved; equal to `question` when nothing had to be. */
  standalone: string;
  kind: AnswerKind;
  language: Language;
  /** Plain text: statements with `[n]`, or the refusal, or the friendly reply. */
  text: string;
  statements: Statement[];
  citations: Citation[];
  /** Titles that can be asked about; only with a refusal, at most three. */
  suggestions: string[];
  notice?: AnswerNotice;
  timings: { retrieveMs: number; totalMs: number };
}

/** One question and its answer in a conversation. */
export interface Turn {
  question: string;
  standalone: string;
  answer: string;
  kind: AnswerKind;
  citations: Citation[];
  /** Milliseconds since the epoch. */
  at: number;
}
