/**
 * Re-indexing as those see it who ask for it: the chat, the command line, the watch over the corpus folder. What is new is
 * built beside what answers, tried with the questions of the regression set, and put in place when nothing got worse.
 */
import type { ErrorCode } from "./errors.js";

/** How far a run has come; `total` 0 when there is nothing to do in this step. */
export interface ReindexProgress {
  step: "read" | "embed" | "index" | "rehearse";
  done: number;
  total: number;
}

/** How much a run does. All counts are of articles except `chunks`, `embedded` and `tokens`. */
export interface ReindexCounts {
  added: number;
  updated: number;
  removed: number;
  unchanged: number;
  /** In the corpus afterwards. */
  articles: number;
  /** In the index afterwards. */
  chunks: number;
  /** Chunks that have to be embedded. */
  embedded: number;
  /** About how many tokens that costs. */
  tokens: number;
}

/** What a run does. `tokens` is 0 when vectors are computed here. */
export interface ReindexPlan extends ReindexCounts {
  /** What changes, an article each. */
  changes: readonly { change: "added" | "updated" | "removed"; title: string; source: string }[];
  /** Files that could not be read; what they gave before is kept. `message` is English, for the command line. */
  problems: readonly { source: string; code: ErrorCode; message: string }[];
}

/** How many questions of the regression set are answered rightly. */
export interface Score {
  right: number;
  of: number;
}

/** A question that is answered differently afterwards. */
export interface ChangedAnswer {
  question: string;
  before: string;
  after: string;
  /** By the facts that the set knows; `other` when both are right or both are wrong. */
  verdict: "better" | "worse" | "other";
}

/** The questions of the regression set, asked before and after. */
export interface Rehearsal {
  before: Score;
  after: Score;
  /** Those that got worse first. */
  changed: readonly ChangedAnswer[];
  /** Whether a question that was answered rightly no longer is. */
  isWorse: boolean;
}

/**
 * What a run came to. `same`: the index was in line with the corpus. `swapped`: the new one answers; without a rehearsal
 * when there was nothing to compare with. `worse`: it waits for a decision, under `candidate`.
 */
export type ReindexOutcome = {
  plan: ReindexPlan;
  /** The endpoint failed and vectors are computed here instead: another run may do better, though no file changes. */
  isStandIn?: true;
} & (
  | { kind: "same" }
  | { kind: "swapped"; generation: string; rehearsal: Rehearsal | undefined }
  | { kind: "worse"; candidate: string; rehearsal: Rehearsal }
);

/** How to run. */
export interface ReindexOptions {
  /** Nobody asked for it: what was given up is not brought in again, and what waits for a decision goes on waiting. Default false. */
  isAutomatic?: boolean;
  /** Nobody sees the outcome: when it is `worse`, the next automatic run says so again. Default false. */
  isUnseen?: boolean;
  /** Sources that are looked at; all other files are taken for what they were. By default all are looked at. */
  only?: readonly string[];
  /** Put it in place also when it is worse. Default false. */
  evenIfWorse?: boolean;
  /** Aborting it ends the run with its reason, nothing changed. */
  signal?: AbortSignal;
  onPlan?: (plan: ReindexPlan) => void;
  onProgress?: (progress: ReindexProgress) => void;
}

/** Brings the index in line with the corpus. Questions are answered throughout. */
export interface Reindexer {
  /** Says what a run would do; nothing is changed. @throws AppError CORPUS_UNREADABLE, STORE_FAILED */
  plan(): Promise<ReindexPlan>;
  /**
   * A candidate that still waits from a former run is dropped. An automatic run that is under way is waited for.
   * @throws AppError INDEX_BUSY, CORPUS_UNREADABLE, EMBEDDING_FAILED, STORE_FAILED, INDEX_INVALID, SET_INVALID; what answers stays
   */
  run(options?: ReindexOptions): Promise<ReindexOutcome>;
  /** Puts a worse one in place. @returns false when it does not wait any more. @throws AppError as `run` */
  accept(candidate: string): Promise<boolean>;
  /** Drops a worse one; it is not tried again by itself. @returns false when it does not wait any more. */
  discard(candidate: string): Promise<boolean>;
  /**
   * The index from before answers again, with its articles. What is given up by that is not brought in again by itself,
   * until a file changes.
   * @param from the generation to go back from; another one that serves by now is left alone. Whichever serves by default.
   * @returns its generation; undefined when another than `from` serves. @throws AppError INDEX_BUSY, INDEX_INVALID when
   * there is none
   */
  rollBack(from?: string): Promise<string | undefined>;
  /** Ends a run that is under way, nothing changed. Resolves when it has ended; later runs are refused. */
  close(): Promise<void>;
}
