/**
 * Builds the word index: chunks come in one after another in any order, the bytes of the file come out. Runs on the
 * worker. What it keeps per chunk is flat arrays; they are turned round into lists per term at the end by counting.
 */
import { AppError } from "../core/errors.js";
import { indexTerms } from "../text/tokens.js";
import { allocateBm25, IMPACT_SCALE } from "./bm25-file.js";
import { type Bm25Settings, DEFAULT_BM25, isUnit } from "./bm25-settings.js";
import { createGrowingUint32 } from "./growing.js";
import { createTermTable } from "./term-table.js";

/** Occurrences beyond this count no more; the score levels off long before. */
const MAX_COUNT = 0xffff;

/** Collects chunks for one index. */
export interface Bm25Builder {
  /** @throws AppError INDEX_INVALID when `chunkId` is not a positive 32-bit integer or came before. */
  add(chunkId: number, title: string, text: string): void;
  /** The bytes of the file (see `bm25-file`). Use the builder no more afterwards. */
  finish(): Uint8Array<ArrayBuffer>;
}

interface CollectedChunk {
  id: number;
  /** First and one past the last of its terms in `termOf`. */
  firstTerm: number;
  endTerm: number;
  firstUnit: number;
  /** Where its title ends and its text begins. */
  textUnit: number;
  endUnit: number;
}

/**
 * @param settings what to change of `DEFAULT_BM25`; stored with the index.
 * @param averageLength of a chunk, when this file is to be searched together with a larger one; default: of its own.
 */
export function createBm25Builder(settings: Partial<Bm25Settings> = {}, averageLength?: number): Bm25Builder {
  const chosen = { ...DEFAULT_BM25, ...settings };
  const table = createTermTable();
  const chunks: CollectedChunk[] = [];
  const known = new Set<number>();
  const termOf = createGrowingUint32();
  /** Occurrences in the text in the upper half, in the title in the lower. */
  const countOf = createGrowingUint32();
  const units = createGrowingUint32();
  /** Units of all texts, titles not counted. */
  let textLength = 0;

  function add(chunkId: number, title: string, text: string): void {
    if (!Number.isInteger(chunkId) || chunkId < 1 || chunkId > 0xffff_ffff || known.has(chunkId)) {
      throw new AppError("INDEX_INVALID", {
        message: `word index: chunk id ${chunkId} is no positive integer or came twice`,
      });
    }
    known.add(chunkId);
    const firstTerm = termOf.length;
    const firstUnit = units.length;
    const counts = new Map<number, { text: number; title: number }>();
    const countsOf = (ordinal: number) => {
      let entry = counts.get(ordinal);
      if (!entry) counts.set(ordinal, (entry = { text: 0, title: 0 }));
      return entry;
    };
    const take = (words: string, field: "title" | "text") => {
      for (const term of indexTerms(words)) {
        const ordinal = table.ordinalOf(term);
        countsOf(ordinal)[field]++;
        if (isUnit(term)) units.push(ordinal);
      }
    };
    take(title, "title");
    const textUnit = units.length;
    take(text, "text");
    for (const [ordinal, count] of counts) {
      termOf.push(ordinal);
      countOf.push(Math.min(count.text, MAX_COUNT) * 0x10000 + Math.min(count.title, MAX_COUNT));
    }
    chunks.push({ id: chunkId, firstTerm, endTerm: termOf.length, firstUnit, textUnit, endUnit: units.length });
    textLength += units.length - textUnit;
  }

  function finish(): Uint8Array<ArrayBuffer> {
    chunks.sort((one, other) => one.id - other.id);
    const { slots, hashOf } = table.finish();
    const { bytes, sections } = allocateBm25(
      { chunks: chunks.length, slots: slots.length, postings: termOf.length, units: units.length },
      chosen,
    );
    const slotOf = new Uint32Array(table.size);
    for (let slot = 0; slot < slots.length; slot++) {
      const ordinal = (slots[slot] ?? 0) - 1;
      if (ordinal < 0) continue;
      slotOf[ordinal] = slot;
      const { low, high } = hashOf(ordinal);
      sections.hashLow[slot] = low;
      sections.hashHigh[slot] = high;
    }
    const next = startLists(sections.postingStart, slotOf, termOf);
    const average = averageLength ?? Math.max(1, textLength / Math.max(1, chunks.length));
    let unit = 0;
    chunks.forEach((chunk, ordinal) => {
      sections.chunkIds[ordinal] = chunk.id;
      for (let i = chunk.firstUnit; i < chunk.endUnit; i++) sections.units[unit++] = slotOf[units.at(i)] ?? 0;
      sections.textStart[ordinal] = unit - (chunk.endUnit - chunk.textUnit);
      sections.unitStart[ordinal + 1] = unit;
      const norm = 1 - chosen.b + (chosen.b * (chunk.endUnit - chunk.textUnit)) / average;
      for (let i = chunk.firstTerm; i < chunk.endTerm; i++) {
        const slot = slotOf[termOf.at(i)] ?? 0;
        const posting = next[slot] ?? 0;
        next[slot] = posting + 1;
        const count = countOf.at(i);
        const frequency = (count >>> 16) / norm + chosen.titleWeight * (count & 0xffff);
        sections.postingChunk[posting] = ordinal;
        sections.postingImpact[posting] = Math.round((frequency / (chosen.k1 + frequency)) * IMPACT_SCALE);
      }
    });
    return bytes;
  }

  return { add, finish };
}

/** Fills `postingStart` by counting, and returns a copy that says where the next posting of each slot goes. */
function startLists(postingStart: Uint32Array, slotOf: Uint32Array, termOf: { length: number; at(i: number): number }) {
  for (let i = 0; i < termOf.length; i++) {
    const slot = (slotOf[termOf.at(i)] ?? 0) + 1;
    postingStart[slot] = (postingStart[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < postingStart.length; slot++) {
    postingStart[slot] = (postingStart[slot] ?? 0) + (postingStart[slot - 1] ?? 0);
  }
  return postingStart.slice();
}
