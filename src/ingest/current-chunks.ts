/**
 * The chunks of all current articles. A run needs them all (what a generation must hold), and one article more changes a
 * handful of them: so a process that has read them once keeps them, and reads them again only when the store says that
 * somebody else may have changed what is current. About 250 bytes a chunk.
 */
import type { ArticleStore } from "../core/ports.js";
import type { StoredChunk } from "../core/types.js";
import type { Turns } from "./turns.js";

/** The list, as it is now. */
export interface CurrentChunks {
  /** In ascending id. */
  read(turns: Turns): Promise<readonly StoredChunk[]>;
  /** To be called by whoever has just made others current, under the lock of ingest. @param chunks in ascending id */
  remember(chunks: readonly StoredChunk[]): void;
}

/** Chunks that are read at once: a millisecond's worth. */
const PAGE = 500;

/** Nothing is known at first. */
export function createCurrentChunks(articles: Pick<ArticleStore, "currentStamp" | "listCurrentChunks">): CurrentChunks {
  let known: { stamp: string; chunks: readonly StoredChunk[] } | undefined;

  async function readAll(turns: Turns): Promise<readonly StoredChunk[]> {
    const chunks: StoredChunk[] = [];
    for (;;) {
      const page = articles.listCurrentChunks(chunks.at(-1)?.id ?? 0, PAGE);
      for (const chunk of page) chunks.push(chunk);
      if (page.length < PAGE) return chunks;
      await turns();
    }
  }

  return {
    async read(turns) {
      const stamp = articles.currentStamp();
      if (known?.stamp === stamp) return known.chunks;
      const chunks = await readAll(turns);
      // Pages that were read before and after a change of what is current are no list of anything: not for the next run.
      known = articles.currentStamp() === stamp ? { stamp, chunks } : undefined;
      return chunks;
    },
    remember(chunks) {
      known = { stamp: articles.currentStamp(), chunks };
    },
  };
}
