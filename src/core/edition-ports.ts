/**
 * What is current, and what was, as interfaces: the other half of a change of the corpus. `ArticleStore` keeps revisions,
 * this says which of them count.
 */
import type { CorpusChange, FileRecord } from "./ports.js";

/** What the corpus consists of at one time. */
export interface Edition {
  /** Ids and revisions of the articles. */
  articles: readonly (readonly [id: string, revision: number])[];
  files: readonly FileRecord[];
}

/**
 * Which revisions are current, and which were when former generations were put in place. An edition that was given up,
 * by going back from it or by refusing it, is known as such until another one is put in place.
 */
export interface EditionStore {
  current(): Edition;
  /**
   * Makes a change current whose revisions are stored, and notes the outcome as the edition of generation `to`; `from`,
   * the one that serves until then, gets what was current before unless it has an edition. One transaction.
   * @throws AppError STORE_FAILED, nothing changed.
   */
  putInPlace(change: CorpusChange, generations: { from: string | undefined; to: string }): void;
  /** Makes the edition of a generation current again. @returns false when there is none. @throws AppError STORE_FAILED */
  restore(generation: string): boolean;
  /** Notes an edition as given up that was never current. @throws AppError STORE_FAILED */
  giveUp(edition: Edition): void;
  /** Whether an edition was given up since the current one was put in place. @param edition only asked for when any was. */
  isGivenUp(edition: () => Edition): boolean;
}
