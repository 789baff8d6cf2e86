/**
 * What is remembered about those who ask, as interfaces. A person is an `asker`: a keyed hash of the Telegram id, the
 * same for as long as the data folder lives, and of no use to anybody without it.
 */
import type { Answer, AnswerKind, Language } from "./types.js";

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
  /** Lazily, see `Durability`. @returns the id. @throws AppError STORE_FAILED */
  save(answer: NewAnswer): string;
  read(id: string): AnswerRecord | undefined;
}

/** What people have chosen. */
export interface PreferenceStore {
  /** Undefined: as Telegram says. */
  languageOf(asker: string): Language | undefined;
  /** Undefined takes the choice back. */
  setLanguage(asker: string, language: Language | undefined): void;
}

/** All that is stored about one person. Times are milliseconds since the epoch. */
export interface PersonalData {
  /** Newest last. */
  questions: { at: number; question: string; answer: string }[];
  /** What is remembered of conversations, so that one can ask on. */
  turns: { at: number; question: string; answer: string }[];
  votes: { at: number; vote: number; reasons: string[]; comment?: string }[];
  wishes: { at: number; question: string }[];
  /** When questions were asked in the last day, for the limits. */
  requests: number[];
  language?: Language;
}

/** People's rights over what is stored about them. */
export interface PrivacyStore {
  collect(asker: string): PersonalData;
  /**
   * Deletes it all. Answers stay, without whose they were and what was asked: their evidence cards may be open in groups.
   * @throws AppError STORE_FAILED, nothing was deleted.
   */
  forget(asker: string): void;
  /** Forgets what people wrote before `before`, whoever they are. @returns how many texts. @throws AppError STORE_FAILED */
  purge(before: number): number;
}

/** Answers of these kinds rest on articles: they have evidence to show. */
export const PROVEN_KINDS: readonly AnswerKind[] = ["grounded", "extractive"];
