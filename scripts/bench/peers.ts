/** What others use for the same: LangChain's two local vector stores with their defaults, and MiniSearch. Same chunks, same vectors. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import type { VectorStore } from "@langchain/core/vectorstores";
import MiniSearch from "minisearch";
import type { Passage } from "../../src/core/types.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { cutWords } from "../../src/text/tokens.js";
import { measureRss, type Result, round, timeEach } from "./measure.js";
import { findExactly, readIndexed } from "./ours.js";
import { type KnownItem, takeKnownItems } from "./questions.js";

const QUESTIONS = 300;
const NEIGHBOURS = 10;

/** Names of the peers, as `benchPeer` takes them. */
export const PEERS = ["HNSWLib", "MemoryVectorStore", "MiniSearch"] as const;

/** Runs one peer over the chunks that are indexed in `dataDir`. */
export async function benchPeer(name: (typeof PEERS)[number], dataDir: string): Promise<Result> {
  const { passages, vectors } = readIndexed(dataDir);
  const items = takeKnownItems(passages, QUESTIONS);
  if (name === "MiniSearch") return benchMiniSearch(passages, items);
  return benchVectorStore(name, passages, items, vectors);
}

async function benchVectorStore(
  name: "HNSWLib" | "MemoryVectorStore",
  passages: readonly Passage[],
  items: readonly KnownItem[],
  vectors: Map<number, Float32Array>,
): Promise<Result> {
  const { embeddings } = createEmbeddedEmbeddings();
  const documents = passages.map(
    ({ text, title, chunkId }) => new Document({ pageContent: `${title}\n${text}`, metadata: { chunkId } }),
  );
  const started = performance.now();
  let store: VectorStore;
  let loadMs: number | null = null;
  if (name === "HNSWLib") {
    const built = await HNSWLib.fromDocuments(documents, embeddings);
    const folder = mkdtempSync(join(tmpdir(), "bench-"));
    await built.save(folder);
    const loadStarted = performance.now();
    store = await HNSWLib.load(folder, embeddings);
    loadMs = round(performance.now() - loadStarted);
    rmSync(folder, { recursive: true });
  } else {
    store = await MemoryVectorStore.fromDocuments(documents, embeddings);
  }
  const indexMs = round(performance.now() - started - (loadMs ?? 0));
  const rssMb = measureRss();
  let found = 0;
  const search = await timeEach(items, async ({ text, chunkId }) => {
    const hits = await store.similaritySearch(text, NEIGHBOURS);
    if (hits.some(({ metadata }) => metadata.chunkId === chunkId)) found++;
  });
  let shared = 0;
  const sample = items.slice(0, 100);
  for (const { text } of sample) {
    const vector = await embeddings.embedQuery(text);
    const exact = findExactly(vector, vectors);
    const hits = await store.similaritySearchVectorWithScore(vector, NEIGHBOURS);
    shared += hits.filter(([{ metadata }]) => exact.has(Number(metadata.chunkId))).length;
  }
  const vectorRecall = Math.round((1000 * shared) / (sample.length * NEIGHBOURS)) / 1000;
  return {
    name: `LangChain ${name}`,
    indexMs,
    loadMs,
    search,
    found: round(found / items.length),
    vectorRecall,
    rssMb,
  };
}

async function benchMiniSearch(passages: readonly Passage[], items: readonly KnownItem[]): Promise<Result> {
  const options = {
    fields: ["title", "text"],
    idField: "chunkId",
    tokenize: (text: string) => cutWords(text).filter((word) => word.trim() !== ""),
  };
  const started = performance.now();
  const built = new MiniSearch<Passage>(options);
  built.addAll(passages);
  const indexMs = round(performance.now() - started);
  const file = join(mkdtempSync(join(tmpdir(), "bench-")), "index.json");
  writeFileSync(file, JSON.stringify(built));
  const loadStarted = performance.now();
  const index = MiniSearch.loadJSON<Passage>(readFileSync(file, "utf8"), options);
  const loadMs = round(performance.now() - loadStarted);
  const rssMb = measureRss();
  let found = 0;
  const search = await timeEach(items, ({ text, chunkId }) => {
    if (
      index
        .search(text)
        .slice(0, NEIGHBOURS)
        .some(({ id }) => id === chunkId)
    )
      found++;
  });
  return { name: "MiniSearch", indexMs, loadMs, search, found: round(found / items.length), vectorRecall: null, rssMb };
}
