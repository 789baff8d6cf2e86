/**
 * What is remembered about those who ask, as interfaces. A person is an `asker`: a keyed hash of the Telegram id, the
 * same for as long as the data folder lives, and of no use to anybody without it.
 */
import type { Answer, AnswerKind, Citation, Language } from "./types.js";

/** An answer as it was given, for cards, votes and the administration. */
export interface AnswerRecord extends Omit<Answer, "question" | "standalone" | "timings"> {
  /** 12 characters of base64url, not to be guessed. */
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Absent once forgotten, or when nobody asked in particular (a fact offered in inline mode). */
  asker?: string;
  question?: string;
  standalone?: string;
}

/** An answer to be kept. */
export interface NewAnswer {
  answer: Answer;
  asker: string;
  /** Of Telegram's update: the same one, handled again after a crash, keeps its record and its id. */
  updateId: number;
}

/** Answers that were given. Citations point to revisions, which never change, so they hold for ever. */
export interface AnswerStore {
  /** @returns the id. @throws AppError STORE_FAILED */
  save(answer: NewAnswer): string;
  /**
   * Keeps sentences that are offered to nobody in particular, each as an answer of its own. The same sentence always
   * has the same id, so there are never more of them than sentences, and nothing is written when all are known.
   * @returns their ids, in order. @throws AppError STORE_FAILED, none is kept
   */
  saveFacts(facts: readonly Citation[], language: Language): string[];
  read(id: string): AnswerRecord | undefined;
}

/** What people have chosen. */
export interface PreferenceStore {
  /** Undefined: as Telegram says. */
  languageOf(asker: string): Language | undefined;
  /** Undefined takes the choice back. */
  setLanguage(asker: string, language: Language | undefined): void;
}

/** Answers of these kinds rest on articles: they have evidence to show. */
export const PROVEN_KINDS: readonly AnswerKind[] = ["grounded", "extractive"];
