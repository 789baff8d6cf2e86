/**
 * Embeddings without a model, a key or a network: every text becomes counts of its character n-grams, hashed into 256
 * dimensions. They know spelling, not meaning: 县 and 县区 are near, 收入 and 工资 are not. So they help a word search
 * a little (typos, partial words) and must never outvote it; the weights below say how much.
 * The same text gives the same vector on every machine: integer hashing, and no function whose last digit may differ.
 */
import { Embeddings } from "@langchain/core/embeddings";
import type { EmbeddingModel } from "../../core/ports.js";
import { foldText } from "../../text/normalize.js";

/** Length of every vector. */
export const EMBEDDED_DIMENSIONS = 256;

/** Change it whenever the same text would give another vector: stored vectors and indexes are then made anew. */
const VERSION = "1";

const RUN = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** How much an n-gram of one, two, three Han characters counts: so many different threes are mostly noise in 256 places. */
const HAN_WEIGHTS = [1, 1, 0.2];
const WORD_WEIGHT = 1;
const LETTERS_WEIGHT = 0.5;

/** Characters that stand in every text, and those that only ask. Each one in an n-gram makes it count less. */
const FUNCTION_CHARACTERS = new Set(
  Array.from("的是在了和与及之其有为于由而以也这那一不中个哪什么谁何多少几年月日人被将等所", (c) => c.charCodeAt(0)),
);
const FUNCTION_FACTOR = 0.3;

/** So many texts are embedded before other work gets its turn on this thread; about 10 ms. */
const TEXTS_PER_TURN = 32;

/**
 * The embedding model of embedded mode.
 *
 * The weight is measured with `npm run eval:retrieval` on CRUD-RAG news, passage in first place and among the first five:
 * words alone 72.5 and 86.6 %; fused by `retrieve/fuse.ts` with 0.05: 72.3 and 85.9 %, with 0.25: 70.0 and 85.0 %. So they
 * only settle what words leave even, and find what shares no whole term with the question.
 */
export function createEmbeddedEmbeddings(): EmbeddingModel {
  return {
    embeddings: new HashedEmbeddings(),
    fingerprint: `embedded:hashed-ngrams:${EMBEDDED_DIMENSIONS}:v${VERSION}`,
    weights: { lexical: 1, vector: 0.005 },
  };
}

/** LangChain `Embeddings`; see `embedText`. Never rejects. */
class HashedEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  override async embedQuery(text: string): Promise<number[]> {
    return embedText(text);
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) {
      vectors.push(embedText(text));
      if (vectors.length % TEXTS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return vectors;
  }
}

/**
 * The vector of one text: 256 finite numbers of length 1, each between -1 and 1; cosine is the measure, higher is nearer.
 * A text without a letter, a digit or a Han character (an empty one too) gets the first axis, [1, 0, 0 …].
 * @example embedText("青龍縣") // equals embedText("青龙县")
 */
export function embedText(text: string): number[] {
  const vector = Array.from({ length: EMBEDDED_DIMENSIONS }, () => 0);
  for (const { hash, count, weight } of countNgrams(text).values()) {
    // The root makes the tenth repeat count less than the first, and is exact everywhere, which a logarithm is not.
    const value = weight * Math.sqrt(count);
    // The lowest bits choose the place and the highest one the sign, so that n-grams that meet cancel out on average.
    const place = hash % EMBEDDED_DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + (hash >= 0x8000_0000 ? -value : value);
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (length === 0) return vector.map((_, place) => (place === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}

interface Ngram {
  hash: number;
  count: number;
  weight: number;
}

/** Han runs as n-grams of one to three characters, other words as a whole and as threes of letters with marked ends. */
function countNgrams(text: string): Map<number, Ngram> {
  const ngrams = new Map<number, Ngram>();
  const add = (raw: number, weight: number) => {
    const hash = mix(raw);
    const known = ngrams.get(hash);
    if (known) known.count++;
    else ngrams.set(hash, { hash, count: 1, weight });
  };
  for (const [run, han] of foldText(text).matchAll(RUN)) {
    if (han === undefined) addLetters(`^${run}$`, add);
    else addHan(han, add);
  }
  return ngrams;
}

function addHan(run: string, add: (hash: number, weight: number) => void): void {
  for (let start = 0; start < run.length; start++) {
    let hash = HASH_START;
    let factor = 1;
    for (const [i, weight] of HAN_WEIGHTS.entries()) {
      if (start + i === run.length) break;
      hash = hashUnit(hash, run.charCodeAt(start + i));
      if (FUNCTION_CHARACTERS.has(run.charCodeAt(start + i))) factor *= FUNCTION_FACTOR;
      add(hash, weight * factor);
    }
  }
}

function addLetters(word: string, add: (hash: number, weight: number) => void): void {
  add(hashUnits(word, 0, word.length), WORD_WEIGHT);
  for (let start = 0; start + 3 <= word.length; start++) add(hashUnits(word, start, start + 3), LETTERS_WEIGHT);
}

/** FNV-1a over UTF-16 units, 32 bits. */
const HASH_START = 0x811c_9dc5;

function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x0100_0193);
}

function hashUnits(text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = hashUnit(hash, text.charCodeAt(i));
  return hash;
}

/** Makes every bit depend on every unit, as the lowest and the highest are used. 32 bits, not negative. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
