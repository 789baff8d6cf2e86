/**
 * What the articles do not answer, as interfaces: questions without an answer that helped, and those who wish to be told.
 * Of the people behind them it gives away nothing but where to tell.
 */
import type { Wish } from "./audience-ports.js";

/** One answer that was a refusal, or that somebody found no help. */
export interface UnhelpedQuestion {
  /** As it was understood, not normalised. */
  question: string;
  /** Milliseconds since the epoch. */
  at: number;
  isRefused: boolean;
  isDisliked: boolean;
  /** How many wait to be told. */
  waiting: number;
}

/** Where gaps in the knowledge are read from. @throws AppError STORE_FAILED */
export interface GapStore {
  /**
   * Newest first, at most `limit`, as long as the questions are kept. A refusal is left out once the same words have been
   * answered since.
   */
  listUnhelped(limit: number): UnhelpedQuestion[];
  /** Normalised questions that admins do not want to see. */
  listIgnored(): string[];
  /** @param key a normalised question. @returns whether it is new. */
  ignore(key: string, admin: number): boolean;
}

/** Wishes that are open. @throws AppError STORE_FAILED */
export interface WishStore {
  /** Oldest first. */
  listOpen(): Wish[];
  /** Closes a wish, on the disk when it returns. @returns false when it is closed already or was taken back. */
  close(wish: Pick<Wish, "answerId" | "asker">): boolean;
  /** Opens it again: what was to be told certainly did not arrive. */
  reopen(wish: Pick<Wish, "answerId" | "asker">): void;
}
