/** Questions for a benchmark: pieces of known chunks, so that it is known what should be found. */
import type { Passage } from "../../src/core/types.js";

/** A piece of a chunk's text, and the chunk it is from. */
export interface KnownItem {
  text: string;
  chunkId: number;
}

/** Characters of a question. */
const LENGTH = 14;

/** `count` pieces, evenly spread over the passages; the same for the same passages. */
export function takeKnownItems(passages: readonly Passage[], count: number): KnownItem[] {
  const items: KnownItem[] = [];
  for (let i = 0; i < count; i++) {
    const passage = passages[Math.floor((i * passages.length) / count)];
    if (!passage) continue;
    const sentence = passage.sentences[i % passage.sentences.length]?.text ?? passage.text;
    const from = Math.max(0, (i * 7) % Math.max(1, sentence.length - LENGTH));
    items.push({ text: sentence.slice(from, from + LENGTH), chunkId: passage.chunkId });
  }
  return items;
}
