/**
 * What the two pipelines need from the world, as interfaces. Adapters in `store`, `index` and `models` implement
 * them, `app.ts` joins them; the pipelines import nothing else. Each port states its units, order and owner.
 */
import type { Embeddings } from "@langchain/core/embeddings";
import type { Answer, Article, ArticleHead, Chunk, Language, Passage, StoredChunk, Turn } from "./types.js";

/** Structured log; `fields` never hold a token, and a user's text at level debug only. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What is remembered about a corpus file, so that an unchanged one is not read again. */
export interface FileRecord {
  source: string;
  /** SHA-256 (hex) of its bytes, together with the version of the reading rules. */
  hash: string;
}

/** A revision and the chunks it is cut into. */
export interface CutRevision {
  article: Article;
  chunks: Chunk[];
}

/** All that one run of ingest changes. Its revisions are stored first, then all of it becomes current at once. */
export interface CorpusChange {
  /** Articles that are new, and revisions of known ones that are to be current. */
  write: CutRevision[];
  /** Ids of articles that are no longer in the corpus; their revisions are kept for old citations. */
  remove: string[];
  /** The files after this run, replacing the former list. */
  files: readonly FileRecord[];
}

/** The truth about articles: all revisions, their sentences, chunks and cached vectors. */
export interface ArticleStore {
  /** Made up when the database was; chunk ids of two databases have nothing to do with each other. */
  readonly collection: string;
  /** Current articles without their texts, ordered by source and position in it. */
  listHeads(): ArticleHead[];
  /** Their texts with what identifies them, in no order: quick, for comparing a text with all of them. */
  listTexts(): Pick<Article, "id" | "source" | "title" | "text">[];
  /** Which articles there are, of these files or of all, in no order: a tenth of the time that heads take. */
  listCurrent(sources?: readonly string[]): Pick<Article, "id" | "revision" | "source">[];
  /** How many are current. */
  countArticles(): number;
  /** Titles of the first `limit` current articles, by source and place in it. */
  listTitles(limit: number): string[];
  /** The `limit` newest current articles, newest first: by day of publication, without one by the day of arrival. */
  listNewest(limit: number): Article[];
  /** Do not change it. */
  listFiles(): readonly FileRecord[];
  /** Chunks of the current revision of one article, or of the one that is named, in reading order; empty when unknown. */
  listChunksOf(articleId: string, revision?: number): StoredChunk[];
  /** Chunks of all current articles in ascending id, or at most `limit` of those above `after`: what a generation must hold. */
  listCurrentChunks(after?: number, limit?: number): StoredChunk[];
  /** Changes whenever other revisions, chunks or files become current, also by another process; now and then for nothing. */
  currentStamp(): string;
  /** One revision, also of a removed or changed article; undefined when it never existed. */
  getRevision(articleId: string, revision: number): Article | undefined;
  /** The newest revision of an article that ever existed, also of a removed one; undefined for an unknown id. */
  lastRevision(articleId: string): number | undefined;
  /** The newest revision of an article that has this content; undefined when there is none. */
  revisionWith(articleId: string, contentHash: string): number | undefined;
  /** The revision that the corpus holds now; undefined for a removed article and an unknown id. */
  currentRevision(articleId: string): number | undefined;
  /** All revisions of an article that ever existed, oldest first, with the time at which each was written (milliseconds). */
  listRevisions(articleId: string): { revision: number; at: number }[];
  /** Chunks with their sentences, in the order of `chunkIds`; unknown ids are left out. `score` is 0. */
  getPassages(chunkIds: readonly number[]): Passage[];
  /** Articles that an admin took out although their files are there. */
  listRemovals(): Set<string>;
  /**
   * Stores revisions without making them current, in one transaction; those that are stored already stay as they are.
   * Lazily, see `Durability`: making them current waits for the disk.
   * @returns the chunks of all of them. @throws AppError STORE_FAILED, nothing changed.
   */
  stage(revisions: readonly CutRevision[]): StoredChunk[];
  /** Cached vectors by chunk hash; absent ones are missing from the map. */
  getVectors(fingerprint: string, hashes: readonly string[]): Map<string, Float32Array>;
  /** Lazily, see `Durability`. */
  putVectors(fingerprint: string, vectors: ReadonlyMap<string, Float32Array>): void;
}

/** Keeps two runs of ingest, also of two processes, from changing one corpus at a time. */
export interface IngestLock {
  /** Returns the function that lets go. @throws AppError INDEX_BUSY at once when somebody else holds it. */
  acquire(): () => void;
}

/** Turns of conversations, oldest first, per conversation key (a chat, or a topic of a chat). */
export interface ConversationStore {
  /** Lazily, see `Durability`. */
  appendTurn(conversation: string, turn: Turn): void;
  /** The last `limit` turns, oldest first. */
  listTurns(conversation: string, limit: number): Turn[];
  /** Forgets a conversation; returns how many turns were deleted. */
  clearTurns(conversation: string): number;
}

/** One update of Telegram's, stored before its offset was confirmed. */
export interface InboxEntry {
  updateId: number;
  /** Entries of one lane are handled in order of `updateId`. */
  lane: string;
  /** The update as Telegram sent it, JSON. */
  payload: string;
  /** How often handling has begun, this time not counted. */
  attempts: number;
  /** What the last attempt had got done, JSON, written by whoever handles the entry; see `saveProgress`. */
  progress: string | undefined;
}

/** What a scheduler keeps in memory of an unfinished entry; the payload is read when its turn comes. */
export type InboxTicket = Pick<InboxEntry, "updateId" | "lane" | "attempts">;

/**
 * `full`: on the disk when the call returns, which takes milliseconds in which nothing else runs. `lazy`: survives a
 * killed process at once, a power failure a moment later: from the next full write or `InboxStore.sync` on.
 */
export type Durability = "full" | "lazy";

/** Updates that were received and not yet finished. Survives a crash at any moment; all writes are lazy. @throws AppError STORE_FAILED */
export interface InboxStore {
  /** Stores what is new and returns only that: an update id that is remembered is dropped. One transaction. */
  add(entries: readonly Pick<InboxEntry, "updateId" | "lane" | "payload">[]): InboxTicket[];
  /** Everything not finished, ascending by update id: what a start after a crash takes up again. */
  listUnfinished(): InboxTicket[];
  /** One entry as it stands; undefined when it is finished or was never stored. */
  read(updateId: number): InboxEntry | undefined;
  /** Counts an attempt, before it begins. */
  beginAttempt(updateId: number): void;
  /** Takes the count of the last attempt back: it was broken off from outside, not by the entry itself. */
  revokeAttempt(updateId: number): void;
  saveProgress(updateId: number, progress: string): void;
  /** Marks as done and drops payload and progress; the id is remembered for a month at least (Telegram repeats for a day). */
  finish(updateId: number): void;
  /** Runs `changes` as one write, all or nothing. */
  inOneWrite(changes: () => void): void;
  /** Resolves when all that was written before is on the disk; everything else goes on meanwhile. */
  sync(): Promise<void>;
}

/** How much each list counts when ranks are fused; measured per embedding model, belongs to its profile. */
export interface FusionWeights {
  lexical: number;
  vector: number;
  /**
   * Whether the vectors know meaning: then word search counts the less, the less of the question it finds, and only
   * differences of similarity count, since models differ in how near unrelated texts are. Default false.
   */
  knowsMeaning?: boolean;
}

/** An embedding model and what goes with it. */
export interface EmbeddingModel {
  /** Documents may be many and slow: who asks can give up. */
  embeddings: Embeddings & { embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]> };
  /** Changes whenever vectors would: provider, model, version. */
  fingerprint: string;
  weights: FusionWeights;
}

/** A message to a chat model. */
export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** How a reply is streamed. */
export interface StreamOptions {
  signal?: AbortSignal;
  /** Called at most once, with the tokens of messages and reply together, by a model that knows them. */
  onUsage?: (tokens: number) => void;
}

/** A chat model that streams. */
export interface ChatModel {
  /**
   * An aborted stream throws the signal's reason. Pieces of the reply as they come. @throws AppError MODEL_FAILED,
   * MODEL_TIMEOUT or MODEL_CUT_OFF, also mid-stream; MODEL_BUDGET_SPENT before anything was asked.
   */
  stream(messages: readonly ChatMessage[], options?: StreamOptions): AsyncIterable<string>;
}

/** Prompt templates of `prompts/*.md`. */
export interface Prompts {
  /** @throws AppError PROMPT_INVALID when the template is unknown or a declared variable is missing. */
  render(name: "answer" | "condense", variables: Record<string, string>): Promise<ChatMessage[]>;
}

/** What an answer is being made of right now: articles are searched, or statements are written and checked. */
export type AnswerPhase = "retrieving" | "checking";

/** Reason of an abort by the one who asked: what was verified by then is the answer, and nothing is quoted instead. */
export const STOPPED_BY_ASKER = "stopped by the asker";

/** A question from somebody, wherever it was asked. */
export interface AnswerRequest {
  question: string;
  /** Whose turns a follow-up is resolved from, and where this turn is kept. Absent: a question on its own. */
  conversation?: string;
  /** What it replies to, perhaps of another conversation: then it is this that it follows. */
  repliesTo?: Turn;
  /** Language of the asker's interface; only used when the question itself has none (`2022?`). Default zh. */
  language?: Language;
  /** Called with the whole text so far whenever a further statement has passed its checks. Plain text with `[n]`. */
  onPartial?: (text: string) => void;
  /** Called when a phase begins; not for small talk. */
  onPhase?: (phase: AnswerPhase) => void;
  /** Aborting ends the model call; what was verified by then is the answer. See `STOPPED_BY_ASKER` for its reason. */
  signal?: AbortSignal;
}

/** The read path as everybody who asks sees it: Telegram, the terminal, the command line, the evaluation. */
export interface Answerer {
  /** Never rejects because of a model, a question's form or an empty index: those are answers too. */
  answer(request: AnswerRequest): Promise<Answer>;
}
