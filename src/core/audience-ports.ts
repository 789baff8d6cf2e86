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
  /** Of Telegram's update: the same one, handled again after a crash, keeps its record and its id. Absent: nobody asked now. */
  updateId?: number;
}

/** Answers that were given. Citations point to revisions, which never change, so they hold for ever. */
export interface AnswerStore {
  /** Lazily, see `Durability`. @returns the id. @throws AppError STORE_FAILED */
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

/** Why an answer was no help. */
export const VOTE_REASONS = ["figure", "source", "offTopic", "incomplete", "other"] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

/** What one person thinks of one answer. Reasons stand in the order of `VOTE_REASONS`. */
export interface Vote {
  vote: 1 | -1;
  reasons: VoteReason[];
  comment?: string;
}

/** Somebody wants to hear when a question that was refused can be answered. */
export interface Wish {
  answerId: string;
  asker: string;
  /** Where to tell. */
  chatId: number;
  threadId?: number;
  language: Language;
  question: string;
}

/**
 * What people think of answers, for the administration; no vote ever changes what is found. Everything may be said twice
 * with the same effect. The answer must exist. @throws AppError STORE_FAILED
 */
export interface FeedbackStore {
  read(answerId: string, voter: string): Vote | undefined;
  /** The other vote than before begins anew, without reasons and comment; the same one changes nothing. */
  vote(answerId: string, voter: string, vote: 1 | -1): void;
  /** Gives or takes back a reason, which makes the vote a bad one. @returns the reasons from now on. */
  setReason(answerId: string, voter: string, reason: VoteReason, isGiven: boolean): VoteReason[];
  /** Replaces the former comment; without a vote it comes with a bad one. */
  comment(answerId: string, voter: string, comment: string): void;
  /** @returns whether it is new: one per person and answer. */
  addWish(wish: Wish): boolean;
}

/** How many questions one person may ask; 0 is no limit. */
export interface RequestLimits {
  perMinute: number;
  perDay: number;
}

/** A question as it is counted. */
export interface CountedRequest {
  asker: string;
  /** Of Telegram's update: the same one, handled again after a crash, is counted once. */
  updateId: number;
  /** When it was asked, milliseconds since the epoch. */
  at: number;
}

/** Questions of the last day, and who has been told about the rules. @throws AppError STORE_FAILED */
export interface RequestStore {
  /** Counts a question unless it is one too many. @returns 0, or how many ms after it one more would be let in. */
  admit(request: CountedRequest, limits: RequestLimits): number;
  /**
   * Whether `who` is to be told about `topic` now: not again within `everyMs`. For the update that brought the telling
   * about it stays true, so that one that is handled again after a crash does the same again.
   */
  mayTell(topic: "limit" | "access", who: string, updateId: number, everyMs: number): boolean;
}

/** Tokens spent on the model, by day (YYYY-MM-DD, UTC). @throws AppError STORE_FAILED */
export interface SpendingStore {
  tokensOn(day: string): number;
  add(day: string, tokens: number): void;
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
