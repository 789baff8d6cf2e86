/**
 * The file of the word index: one header, then typed arrays one after another, each at a multiple of eight. Loading
 * is reading the bytes and laying views over them; nothing is parsed, nothing is copied. Little-endian, as every
 * machine that Node runs on.
 *
 *   byte 0    magic "BM25", layout version                        2 × uint32
 *        8    chunks N, slots S, postings P, units U              4 × uint32
 *       24    settings, in the order of SETTING_NAMES             11 × float64
 *      112    chunkIds       N     uint32   ascending; a chunk's place here is its ordinal everywhere below
 *             unitStart      N + 1 uint32   units[unitStart[c] .. unitStart[c + 1]) are the units of chunk c
 *             textStart      N     uint32   where the title of chunk c ends and its text begins in units
 *             units          U     uint32   slots of characters and Latin words as they stand in title and text
 *             hashLow        S     uint32   open addressing: a term begins at hashLow & (S - 1) and moves up by one
 *             hashHigh       S     uint32   until both halves agree, or the slot is empty (it has no postings)
 *             postingStart   S + 1 uint32   postings of the term in slot s: postingStart[s] .. postingStart[s + 1])
 *             postingChunk   P     uint32   ordinals, ascending within a term
 *             postingImpact  P     uint16   tf / (k1 + tf) in 65,535ths; tf is title and length included
 */
import { AppError } from "../core/errors.js";
import { type Bm25Settings, DEFAULT_BM25, SETTING_NAMES } from "./bm25-settings.js";

const MAGIC = 0x35324d42;
const LAYOUT = 2;
const HEADER_BYTES = 24 + 8 * SETTING_NAMES.length;

/** One whole of `postingImpact`. */
export const IMPACT_SCALE = 65_535;

/** How many of each there are. `slots` is a power of two. */
export interface Bm25Counts {
  chunks: number;
  slots: number;
  postings: number;
  units: number;
}

/** Views over the bytes of one file; see the drawing above. */
export interface Bm25Sections {
  settings: Bm25Settings;
  chunkIds: Uint32Array;
  unitStart: Uint32Array;
  textStart: Uint32Array;
  units: Uint32Array;
  hashLow: Uint32Array;
  hashHigh: Uint32Array;
  postingStart: Uint32Array;
  postingChunk: Uint32Array;
  postingImpact: Uint16Array;
}

/** Zeroed sections in the bytes of a new file; fill them and write the bytes. */
export function allocateBm25(
  counts: Bm25Counts,
  settings: Bm25Settings,
): { bytes: Uint8Array<ArrayBuffer>; sections: Bm25Sections } {
  const bytes = new Uint8Array(layOut(counts).size);
  new Uint32Array(bytes.buffer, 0, 6).set([MAGIC, LAYOUT, counts.chunks, counts.slots, counts.postings, counts.units]);
  new Float64Array(bytes.buffer, 24, SETTING_NAMES.length).set(SETTING_NAMES.map((name) => settings[name]));
  return { bytes, sections: viewSections(bytes.buffer, counts, settings) };
}

/**
 * Views over the bytes of a whole file. Contents are not checked here: the manifest's checksum did that.
 * @throws AppError INDEX_INVALID when the header or the length is not that of such a file.
 */
export function openBm25File(buffer: ArrayBuffer): Bm25Sections {
  if (buffer.byteLength < HEADER_BYTES) throw invalid("it is shorter than its header");
  const [magic, layout, chunks = 0, slots = 0, postings = 0, units = 0] = new Uint32Array(buffer, 0, 6);
  if (magic !== MAGIC || layout !== LAYOUT) throw invalid("its header is another format's");
  const counts = { chunks, slots, postings, units };
  if (slots === 0 || (slots & (slots - 1)) !== 0) throw invalid("its table has no size");
  if (layOut(counts).size !== buffer.byteLength) throw invalid("its length does not agree with its header");
  const settings = { ...DEFAULT_BM25 };
  const stored = new Float64Array(buffer, 24, SETTING_NAMES.length);
  SETTING_NAMES.forEach((name, i) => {
    settings[name] = stored[i] ?? DEFAULT_BM25[name];
  });
  return viewSections(buffer, counts, settings);
}

function viewSections(buffer: ArrayBuffer, counts: Bm25Counts, settings: Bm25Settings): Bm25Sections {
  const at = layOut(counts);
  const words = (start: number, length: number) => new Uint32Array(buffer, start, length);
  return {
    settings,
    chunkIds: words(at.chunkIds, counts.chunks),
    unitStart: words(at.unitStart, counts.chunks + 1),
    textStart: words(at.textStart, counts.chunks),
    units: words(at.units, counts.units),
    hashLow: words(at.hashLow, counts.slots),
    hashHigh: words(at.hashHigh, counts.slots),
    postingStart: words(at.postingStart, counts.slots + 1),
    postingChunk: words(at.postingChunk, counts.postings),
    postingImpact: new Uint16Array(buffer, at.postingImpact, counts.postings),
  };
}

/** Where each section begins, and the size of the whole. */
function layOut({ chunks, slots, postings, units }: Bm25Counts) {
  let end = HEADER_BYTES;
  const place = (bytes: number) => {
    const start = end;
    end = start + Math.ceil(bytes / 8) * 8;
    return start;
  };
  const starts = {
    chunkIds: place(4 * chunks),
    unitStart: place(4 * (chunks + 1)),
    textStart: place(4 * chunks),
    units: place(4 * units),
    hashLow: place(4 * slots),
    hashHigh: place(4 * slots),
    postingStart: place(4 * (slots + 1)),
    postingChunk: place(4 * postings),
    postingImpact: place(2 * postings),
  };
  return { ...starts, size: end };
}

function invalid(why: string): AppError {
  return new AppError("INDEX_INVALID", { message: `word index file: ${why}; build the index anew` });
}
