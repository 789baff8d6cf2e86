/** The product's own retrieval as a contender: files in, index on disk, loaded anew, searched. */
import { createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Generation } from "../../src/core/index-ports.js";
import type { Passage } from "../../src/core/types.js";
import { createGenerationStore } from "../../src/index/generation.js";
import { createLog } from "../../src/log.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { HybridRetriever } from "../../src/retrieve/hybrid-retriever.js";
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { measureRss, type Result, round, timeEach } from "./measure.js";
import { type KnownItem, takeKnownItems } from "./questions.js";

const QUESTIONS = 300;
const NEIGHBOURS = 10;
const log = createLog("error");

/** Indexes the corpus in `corpusDir` into `dataDir`, then loads and searches what is on disk. */
export async function benchOurs(dataDir: string, corpusDir: string): Promise<Result> {
  const app = await createApp({ ...readConfig({}), dataDir, corpusDir }, log);
  const started = performance.now();
  await app.ingest();
  const indexMs = performance.now() - started;
  await app.close();

  const loadStarted = performance.now();
  const generations = createGenerationStore({ dataDir, log });
  const generation = await generations.current();
  const loadMs = performance.now() - loadStarted;
  if (!generation) throw new Error("the index that was just built does not load");

  const connection = openDatabase(dataDir);
  const { passages, vectors } = readIndexed(dataDir);
  const items = takeKnownItems(passages, QUESTIONS);
  const embedded = createEmbeddedEmbeddings();
  const retriever = new HybridRetriever(
    { generations, articles: createSqliteArticleStore(connection), modelFor: () => embedded, log },
    { topK: NEIGHBOURS },
  );
  const rssMb = measureRss();
  await timeEach(items.slice(0, 20), ({ text }) => retriever.invoke(text));
  let found = 0;
  const search = await timeEach(items, async ({ text, chunkId }) => {
    const documents = await retriever.invoke(text);
    if (documents.some(({ metadata }) => metadata.chunkId === chunkId)) found++;
  });
  const vectorRecall = await measureRecall(generation, items, vectors);
  connection.close();
  return {
    name: "this project (hybrid)",
    indexMs: round(indexMs),
    loadMs: round(loadMs),
    search,
    found: round(found / items.length),
    vectorRecall,
    rssMb,
  };
}

/** All indexed passages and their vectors, as they are in the store. */
export function readIndexed(dataDir: string): { passages: Passage[]; vectors: Map<number, Float32Array> } {
  const connection = openDatabase(dataDir);
  const articles = createSqliteArticleStore(connection);
  const chunks = articles.listCurrentChunks();
  const { fingerprint } = createEmbeddedEmbeddings();
  const byHash = articles.getVectors(
    fingerprint,
    chunks.map(({ hash }) => hash),
  );
  const vectors = new Map<number, Float32Array>();
  for (const { id, hash } of chunks) {
    const vector = byHash.get(hash);
    if (vector) vectors.set(id, vector);
  }
  const passages = articles.getPassages(chunks.map(({ id }) => id));
  connection.close();
  return { passages, vectors };
}

/** Ids of the exactly nearest vectors: the yardstick. Vectors are of unit length. */
export function findExactly(vector: readonly number[], vectors: ReadonlyMap<number, Float32Array>): Set<number> {
  const scored = Array.from(vectors, ([id, other]) => ({
    id,
    score: other.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0),
  }));
  return new Set(
    scored
      .toSorted((a, b) => b.score - a.score)
      .slice(0, NEIGHBOURS)
      .map(({ id }) => id),
  );
}

async function measureRecall(generation: Generation, items: readonly KnownItem[], vectors: Map<number, Float32Array>) {
  const { embeddings } = createEmbeddedEmbeddings();
  let shared = 0;
  const sample = items.slice(0, 100);
  for (const { text } of sample) {
    const vector = await embeddings.embedQuery(text);
    const exact = findExactly(vector, vectors);
    shared += generation.vectors.search(vector, NEIGHBOURS).filter(({ chunkId }) => exact.has(chunkId)).length;
  }
  return Math.round((1000 * shared) / (sample.length * NEIGHBOURS)) / 1000;
}
