/**
 * What is searched, as interfaces: word search and vector search of one generation, and the making of the next one.
 * `index/` implements them.
 */
import type { StoredChunk } from "./types.js";

/** A hit of one list. `score` is list-specific and higher is better: never add scores of two lists as they are. */
export interface Hit {
  chunkId: number;
  score: number;
}

/** Word search. */
export interface LexicalIndex {
  /** Number of chunks. */
  readonly size: number;
  /**
   * Best chunks first, ties by the lower id. Scores are above 0: BM25, more when the question's terms stand close
   * together. Any string is a safe query; an empty one finds nothing.
   */
  search(query: string, topK: number): Hit[];
  /**
   * Score of a chunk that holds every term of the query once, all in one sentence; 0 for a query without terms. Scores
   * of one query compared with it tell how much of the query was found; they may be higher.
   */
  fullScore(query: string): number;
  /** Rarity of an index term (see `text/tokens`), 0 to about ln(size); the highest value for an unknown term. */
  idf(term: string): number;
  /** How many chunks hold an index term. */
  documentFrequency(term: string): number;
}

/** Nearest-neighbour search. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** Nearest first; score is cosine similarity, -1 to 1. @throws AppError INDEX_INVALID on another dimension or a non-finite value. */
  search(vector: readonly number[], topK: number): Hit[];
}

/** One immutable state of what is searched. Loaded whole or not at all. */
export interface Generation {
  readonly id: string;
  /** Fingerprint of the embedding model whose vectors it holds. */
  readonly fingerprint: string;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  /** Whether a chunk can be found in it. */
  holds(chunkId: number): boolean;
}

/** One chunk as the indexes take it in. */
export interface IndexEntry {
  /** Id of the chunk in the store. */
  chunkId: number;
  /** Title of its article: a field of its own in word search. */
  title: string;
  text: string;
  /** Of the plan's dimensions, all finite. */
  vector: Float32Array;
}

/** What a new generation is made of. */
export interface GenerationPlan {
  /**
   * Which database the chunk ids belong to. Within one an id stands for the same text for ever, so that a generation can
   * be derived from the one before by what was added and removed.
   */
  collection: string;
  fingerprint: string;
  dimensions: number;
  /** What it must hold: chunks of all current articles. `id` and `hash` together decide whether a generation fits. */
  chunks: readonly Pick<StoredChunk, "id" | "hash">[];
  /**
   * Reads some of them, each once, in any order, a batch at a time (100 to 500; the next batch is asked for when the
   * worker has room). Vectors are copied before the next batch is asked for.
   */
  readEntries(chunks: GenerationPlan["chunks"]): Iterable<IndexEntry[]> | AsyncIterable<IndexEntry[]>;
}

/** The generation that serves, and the making of the next one. */
export interface GenerationStore {
  /** The serving generation; picks up one that another process has put in place. Undefined when none fits. */
  current(): Promise<Generation | undefined>;
  /**
   * The same as of now, where `current` may be a second late: for whoever decides under the lock of ingest what
   * to do about what serves.
   */
  newest(): Promise<Generation | undefined>;
  /** Whether the serving generation holds exactly these chunks under this fingerprint and dimension. */
  fits(plan: Pick<GenerationPlan, "fingerprint" | "dimensions" | "chunks">): Promise<boolean>;
  /**
   * Builds one beside the serving one, on a worker, and serves it to nobody, so that it can be tried.
   * @param onProgress called with the number of chunks indexed so far, ascending, now and then; at last with all.
   * @throws AppError INDEX_INVALID, the old one serves on.
   */
  prepare(plan: GenerationPlan, onProgress?: (indexed: number) => void): Promise<PreparedGeneration>;
  /**
   * Lets the generation before the serving one serve again; once, since only one is kept.
   * @param prepare called with its id when it has loaded and before it serves; when it throws, the present one serves on.
   * @returns its id. @throws AppError INDEX_INVALID when there is none that loads; the present one serves on.
   */
  rollBack(prepare?: (id: string) => void): Promise<string>;
}

/** A generation that is whole and does not serve. */
export interface PreparedGeneration {
  generation: Generation;
  /** Puts it in place by rename: `current()` gives it from now on. @returns its id. @throws AppError INDEX_INVALID, the former one serves on. */
  serve(): Promise<string>;
  /** Removes it. */
  discard(): Promise<void>;
}
