/**
 * A change that is ready to be put in place: its revisions are stored, its generation is built, and nobody is answered
 * from it yet. It can be tried, put in place, or given up; nothing of it outlives the process but what is harmless.
 */
import type { Edition, EditionStore } from "../core/edition-ports.js";
import type { Generation, GenerationStore, PreparedGeneration } from "../core/index-ports.js";
import type { ArticleStore, CorpusChange, IngestLock } from "../core/ports.js";
import type { CurrentChunks } from "./current-chunks.js";
import { editionAfter } from "./plan.js";
import type { StagedChange } from "./publish.js";

/** What answering asks the store. */
export type AnsweringArticles = Pick<
  ArticleStore,
  "countArticles" | "listChunksOf" | "getPassages" | "listHeads" | "getRevision"
>;

/** A generation and the articles that belong to it, to be asked. */
export interface Answering {
  generation: Generation;
  articles: AnsweringArticles;
}

/** See above. */
export interface Candidate extends Answering {
  /** What serves now; undefined when nothing does. */
  serving: Answering | undefined;
  /** The articles stay as they are, and so does the embedding model: what serves is broken or was not finished. */
  isRepair: boolean;
}

/** A candidate that a run has left for somebody to decide about. */
export interface OpenCandidate {
  /** Of its generation. */
  id: string;
  /** Whether it would make this current. */
  isOf(edition: Edition): boolean;
  /** @returns false when something else was put in place meanwhile. @throws AppError INDEX_BUSY, STORE_FAILED, INDEX_INVALID */
  putInPlace(): Promise<boolean>;
  /** @param forGood it is not brought in again until a file changes, or somebody asks for it. */
  discard(forGood: boolean): Promise<void>;
}

/** What it takes to put one in place. */
export interface CandidateDeps {
  articles: ArticleStore;
  editions: EditionStore;
  generations: GenerationStore;
  lock: IngestLock;
  current: CurrentChunks;
}

/** A candidate as its run handles it. */
export interface PreparedCandidate extends Candidate {
  /** For the run itself, which holds the lock. */
  putInPlace(): Promise<void>;
  discard(): Promise<void>;
  /** For afterwards. */
  leaveOpen(): OpenCandidate;
}

/** Puts the parts together. */
export async function createCandidate(
  { articles, editions, generations, lock, current: currentChunks }: CandidateDeps,
  change: CorpusChange,
  staged: StagedChange,
  prepared: PreparedGeneration,
): Promise<PreparedCandidate> {
  const live = await generations.newest();
  const { generation } = prepared;

  /** Killed between the two, the next run finds that the serving generation does not fit, and builds it. */
  async function putInPlace(): Promise<void> {
    editions.putInPlace(change, { from: live?.id, to: generation.id });
    currentChunks.remember(staged.chunks);
    await prepared.serve();
  }

  /** Still under the lock of its run: what is current now is what it was made from. */
  function leaveOpen(): OpenCandidate {
    const current = editions.current();
    const before = JSON.stringify(current);
    const target = sortedText(editionAfter(change, current));
    return {
      id: generation.id,
      isOf: (edition) => sortedText(edition) === target,
      async putInPlace() {
        const release = lock.acquire();
        try {
          const now = editions.current();
          // Its own articles are current when it was tried before and could not be made to serve.
          const areOthers = JSON.stringify(now) !== before && sortedText(now) !== target;
          const isOutdated = areOthers || (await generations.newest())?.id !== live?.id;
          if (isOutdated) await prepared.discard();
          else await putInPlace();
          return !isOutdated;
        } finally {
          release();
        }
      },
      async discard(forGood) {
        if (forGood) editions.giveUp(editionAfter(change, editions.current()));
        await prepared.discard();
      },
    };
  }

  return {
    generation,
    isRepair: isNothing(change) && live?.fingerprint === generation.fingerprint,
    articles: articlesOf(articles, change, staged),
    serving: live && { generation: live, articles },
    putInPlace,
    discard: () => prepared.discard(),
    leaveOpen,
  };
}

function sortedText({ articles, files }: Edition): string {
  const entries = [...articles.map(String), ...files.map(({ source, hash }) => `${source} ${hash}`)];
  return entries.toSorted().join("\n");
}

function isNothing({ write, remove }: CorpusChange): boolean {
  return write.length === 0 && remove.length === 0;
}

/** The articles as they will be. */
function articlesOf(articles: ArticleStore, { remove }: CorpusChange, { written }: StagedChange): AnsweringArticles {
  const gone = new Set(remove);
  const added = Array.from(written.keys()).filter((id) => articles.currentRevision(id) === undefined).length;
  const count = articles.countArticles() + added - gone.size;
  return {
    countArticles: () => count,
    listChunksOf: (id) => written.get(id) ?? (gone.has(id) ? [] : articles.listChunksOf(id)),
    getPassages: (chunkIds) => articles.getPassages(chunkIds),
    listHeads: () => {
      const kept = articles.listHeads().filter(({ id }) => !gone.has(id) && !written.has(id));
      const ahead = Array.from(written, ([id, chunks]) => articles.getRevision(id, chunks[0]?.revision ?? 0));
      return [...kept, ...ahead.filter((article) => article !== undefined)];
    },
    getRevision: (id, revision) => articles.getRevision(id, revision),
  };
}
