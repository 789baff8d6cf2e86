/**
 * An article as chunks, the units of retrieval: runs of whole sentences of 300 to 400 characters. Neighbours share one
 * sentence, so that a fact told over two sentences is found whole. When an article changes, the chunks of its former
 * revision that still stand are kept, so that only what holds the change is embedded again.
 *
 *   sentences   0 1 2 3 4 5 6 7 8 9
 *   chunks      [0 1 2 3]
 *                     [3 4 5 6]        3 and 6 are shared
 *                           [6 7 8 9]
 */
import { createHash } from "node:crypto";
import type { Article, Chunk, Sentence } from "../core/types.js";
import { type ChunkLayout, findKeptRuns, type KeptRun, type Run } from "./kept-chunks.js";

/** Sizes of a chunk, UTF-16 units of the article's text from its first sentence to its last. */
export const CHUNK_MIN_CHARS = 300;
export const CHUNK_MAX_CHARS = 400;
/** A rest shorter than this joins the chunk before, if that stays within `CHUNK_STRETCHED_CHARS`. */
export const CHUNK_SHORT_CHARS = 120;
export const CHUNK_STRETCHED_CHARS = 480;
/** A longer sentence is not repeated in the next chunk: it would be a third of it. */
export const OVERLAP_MAX_CHARS = 120;

/**
 * Chunks of an article in reading order. Every sentence is in at least one; a sentence longer than the maximum is a
 * chunk of its own. The same article and the same former layout always give the same chunks.
 * @param previous the chunks of the revision before; without it the article is cut from its beginning.
 */
export function splitIntoChunks(
  article: Pick<Article, "id" | "revision" | "title" | "text" | "sentences">,
  previous?: ChunkLayout,
): Chunk[] {
  const { id, revision, title, text, sentences } = article;
  const runs = previous ? cutAround(article, previous) : cutRange(sentences, 0, sentences.length - 1);
  return runs.flatMap((run) => {
    const [first, last] = [sentences[run.first], sentences[run.last]];
    if (!first || !last) return [];
    const { start, end } = { start: first.start, end: last.end };
    const hash = createHash("sha256")
      .update(textToEmbed(title, text.slice(start, end)))
      .digest("hex");
    return [{ articleId: id, revision, firstSentence: run.first, lastSentence: run.last, start, end, hash }];
  });
}

/** What is embedded for a chunk: the article's title gives its words their subject. */
export function textToEmbed(title: string, chunkText: string): string {
  return `${title}\n${chunkText}`;
}

/** The former chunks that still stand, and what lies between them cut anew. */
function cutAround({ text, sentences }: Pick<Article, "text" | "sentences">, previous: ChunkLayout): Run[] {
  const words = sentences.map(({ start, end }) => text.slice(start, end));
  const kept = findKeptRuns(previous, words);
  const runs: Run[] = [];
  let before: KeptRun | undefined;
  for (const after of [...kept, undefined]) {
    const from = before ? before.last + 1 : 0;
    const to = after ? after.first - 1 : sentences.length - 1;
    if (from <= to) runs.push(...(moveRuns(sentences, previous, before, after) ?? cutRange(sentences, from, to)));
    if (after) runs.push(after);
    before = after;
  }
  return runs;
}

/**
 * The former boundaries between two kept chunks, when as many sentences lie there as before and every chunk is still
 * of a fair size: then only the chunks that hold a changed sentence are new.
 */
function moveRuns(
  sentences: readonly Sentence[],
  previous: ChunkLayout,
  before: KeptRun | undefined,
  after: KeptRun | undefined,
): Run[] | undefined {
  const shift = before ? before.last - before.was.last : 0;
  const end = after ? after.first - after.was.first : sentences.length - previous.sentences.length;
  if (shift !== end) return undefined;
  const between = previous.chunks.slice(before ? before.index + 1 : 0, after?.index);
  const moved = between.map((run) => ({ first: run.first + shift, last: run.last + shift }));
  const isFair = moved.every((run) => run.first === run.last || lengthOf(sentences, run) <= CHUNK_STRETCHED_CHARS);
  return isFair ? moved : undefined;
}

/** Cuts the sentences `from` to `to`, both included, sharing a sentence with what stands before and behind. */
function cutRange(sentences: readonly Sentence[], from: number, to: number): Run[] {
  const runs: Run[] = [];
  let next = from;
  while (next <= to) {
    const first = isShareable(sentences, next - 1, { first: next - 1, last: next }) ? next - 1 : next;
    const last = endOf(sentences, first, next, to);
    const former = runs.at(-1);
    const isShort = lengthOf(sentences, { first: next, last }) < CHUNK_SHORT_CHARS;
    if (former && isShort && lengthOf(sentences, { first: former.first, last }) <= CHUNK_STRETCHED_CHARS) {
      former.last = last;
    } else {
      runs.push({ first, last });
    }
    next = last + 1;
  }
  const final = runs.at(-1);
  if (final && isShareable(sentences, to + 1, { first: final.first, last: to + 1 })) final.last = to + 1;
  return runs;
}

/** The last sentence of a chunk: the last end of a paragraph at a fair size, else as far as the size allows. */
function endOf(sentences: readonly Sentence[], first: number, next: number, to: number): number {
  let last = next;
  let paragraphEnd: number | undefined;
  for (let i = next; i <= to; i++) {
    const length = lengthOf(sentences, { first, last: i });
    if (length > CHUNK_MAX_CHARS) return paragraphEnd ?? last;
    last = i;
    if (length >= CHUNK_MIN_CHARS && sentences[i]?.paragraph !== sentences[i + 1]?.paragraph) paragraphEnd = i;
  }
  return last;
}

function isShareable(sentences: readonly Sentence[], at: number, run: Run): boolean {
  const shared = sentences[at];
  if (!shared || shared.end - shared.start > OVERLAP_MAX_CHARS) return false;
  return lengthOf(sentences, run) <= CHUNK_MAX_CHARS;
}

function lengthOf(sentences: readonly Sentence[], run: Run): number {
  return (sentences[run.last]?.end ?? 0) - (sentences[run.first]?.start ?? 0);
}
