/**
 * The numbers behind word search, in one place. They were chosen together on three public Chinese sets (two of
 * encyclopedia passages, one of news) and hold for all of them; none was tuned for one set. They are stored in the
 * index file, so a search always uses what the index was built with.
 */

/** Part of a manifest: change it with the file layout, with any default below, and with the way scores come about. */
export const BM25_VERSION = "2";

/** All weights are factors on a term's rarity (idf), 0 or more. */
export interface Bm25Settings {
  /** How soon a further occurrence stops to count; 0 counts presence only. Default 0.9. */
  k1: number;
  /** How much a chunk longer than the average is marked down, 0 to 1. Low, since chunks are cut to one size. Default 0.4. */
  b: number;
  /** What one occurrence in the title counts in occurrences in the text, whatever its length. Default 2. */
  titleWeight: number;
  /** Single Han characters: they find what is put in other words. Default 2. */
  characterWeight: number;
  /** Pairs of neighbouring Han characters: they carry most of the precision. Default 1. */
  pairWeight: number;
  /** Dictionary words of three and more characters; their pairs count already. Default 0.5. */
  wordWeight: number;
  /** Latin words and numbers: they have no pairs beside them. Default 4. */
  latinWeight: number;
  /**
   * What a word counts that the question does not say but may mean (see `text/related-words`), as a share of what it would
   * count if it did, 0 to 1. Default 0.2.
   */
  relatedWeight: number;
  /**
   * Length of the stretch in which the question's terms should stand together, in characters and Latin words: about
   * one sentence. Default 40.
   */
  nearWindow: number;
  /**
   * The final score is BM25 × (nearFloor + share of the question's rarity that stands in the best stretch). The lower,
   * the more nearness counts. Default 0.1: a chunk with all terms in one sentence gets eleven times what one gets that
   * has none together.
   */
  nearFloor: number;
  /** How many of the best chunks by BM25 are looked at for nearness; never fewer than are asked for. Default 50. */
  nearPool: number;
}

/** See `Bm25Settings`. */
export const DEFAULT_BM25: Readonly<Bm25Settings> = {
  k1: 0.9,
  b: 0.4,
  titleWeight: 2,
  characterWeight: 2,
  pairWeight: 1,
  wordWeight: 0.5,
  latinWeight: 4,
  relatedWeight: 0.2,
  nearWindow: 40,
  nearFloor: 0.1,
  nearPool: 50,
};

/** Order in which the settings stand in the file's header. */
export const SETTING_NAMES = [
  "k1",
  "b",
  "titleWeight",
  "characterWeight",
  "pairWeight",
  "wordWeight",
  "latinWeight",
  "relatedWeight",
  "nearWindow",
  "nearFloor",
  "nearPool",
] as const satisfies readonly (keyof Bm25Settings)[];

/** What a term is, told from its form alone. */
export type TermKind = "character" | "pair" | "word" | "latin";

/** Characters and Latin terms stand in the text one after another; pairs and words are made of them. */
export function isUnit(term: string): boolean {
  const first = term.codePointAt(0) ?? 0;
  return first < 0x80 || term.length === (first > 0xffff ? 2 : 1);
}

/** Kind of an index term (see `text/tokens`). */
export function kindOf(term: string): TermKind {
  if ((term.codePointAt(0) ?? 0) < 0x80) return "latin";
  if (isUnit(term)) return "character";
  return Array.from(term).length === 2 ? "pair" : "word";
}

/** Weight of an index term by its kind. */
export function weightOf(term: string, settings: Bm25Settings): number {
  return settings[`${kindOf(term)}Weight`];
}
