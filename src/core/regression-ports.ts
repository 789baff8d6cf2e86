/** The regression set: questions with known facts that are asked again and again, as an interface. */
import type { AnswerRecord } from "./audience-ports.js";

/** Why an answer is not right. */
export type Fault = "refused" | "answered" | "fact missing" | "other article" | "too long" | "no citation";

/** A question of the set. */
export interface KeptQuestion {
  question: string;
  /** It must be refused; the rest is empty then. */
  isRefusal: boolean;
  /** For each group, one of its strings must stand in the answer or in a quote. */
  must: string[][];
  /** Title of the article that must come first; null: any. */
  article: string | null;
}

/** `known`: it is in the set already, and nothing was changed. */
export type KeepOutcome =
  | { kind: "kept" | "replaced" | "known"; kept: KeptQuestion }
  /** The question was forgotten, or it is no answer about the articles. */
  | { kind: "impossible" };

/** A question that was not answered rightly. */
export interface RegressionFailure {
  question: string;
  fault: Fault;
  /** Groups of facts of which none was there. */
  missing: string[][];
}

/** What came of all of them. */
export interface RegressionReport {
  answerable: number;
  right: number;
  refusable: number;
  refused: number;
  failures: RegressionFailure[];
}

/** How the set is run. */
export interface RegressionRun {
  /** Called after each question. */
  onProgress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

/** The set of the corpus. */
export interface RegressionSet {
  /**
   * Puts an answer's question into the set. Without a correction, what the answer says is what it must say; a question
   * that is there stays as it is.
   * @param correction facts parted by semicolons, or a word for "must be refused"; replaces what is there.
   * @throws AppError SET_INVALID, STORE_FAILED; the set is as it was.
   */
  keep(answer: AnswerRecord, correction?: string): KeepOutcome;
  /** Asks all of them, without a model. An aborted run throws the signal's reason. @throws AppError SET_INVALID */
  run(options?: RegressionRun): Promise<RegressionReport>;
}
