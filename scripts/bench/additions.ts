/** What one new article costs when all others are indexed: here, and with vectra, which writes its whole index anew. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LocalIndex } from "vectra";
import { createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { createLog } from "../../src/log.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { writeArticle } from "./corpus.js";
import { percentiles, round, type Times } from "./measure.js";
import { readIndexed } from "./ours.js";

/** Times in ms. */
export interface Additions {
  name: string;
  articles: number;
  chunks: number;
  /** All articles from nothing; for vectra without reading, cutting and embedding. */
  allMs: number;
  /** One article more, safely on the disk; here as when an admin publishes it: its file is named. */
  one: Times;
  /** The same when all files are looked through for what is new; null where there are none. */
  found: Times | null;
  /** Texts embedded for all, and for one article more; null where it embeds nothing itself. */
  embedded: { all: number; one: number } | null;
}

const ADDITIONS = 10;
/** Of the articles that are added, by name and found; the corpus has another. */
const SEED = 2;
const SEED_FOUND = 4;

/** A bot has been running for a while: files that are younger than this are read again, since they may still be written to. */
const SETTLING_MS = 2500;

/** The product's own ingest over the corpus folder: indexes what is new and puts it in place, by name and found among all files. */
export async function benchOwnAdditions(dataDir: string, corpusDir: string): Promise<Additions> {
  await pause(SETTLING_MS);
  const app = await createApp({ ...readConfig({}), dataDir, corpusDir }, createLog("error"));
  const started = performance.now();
  const all = await app.ingest();
  const allMs = performance.now() - started;
  let embedded = 0;
  async function addOneByOne(seed: number, isNamed: boolean): Promise<Times> {
    const times: number[] = [];
    for (const [i, article] of createSyntheticArticles(ADDITIONS, seed).entries()) {
      const name = `added-${seed}-${i}`;
      writeArticle(corpusDir, name, article);
      const begun = performance.now();
      const report = await app.ingest(isNamed ? { only: [`${name}.md`] } : {});
      times.push(performance.now() - begun);
      if (report.added !== 1) throw new Error(`${report.added} articles were added instead of one`);
      embedded += report.embedded;
    }
    return percentiles(times);
  }
  const found = await addOneByOne(SEED_FOUND, false);
  const one = await addOneByOne(SEED, true);
  await app.close();
  return {
    name: "this project",
    articles: all.articles,
    chunks: all.chunks,
    allMs: round(allMs),
    one,
    found,
    embedded: { all: all.embedded, one: embedded / ADDITIONS / 2 },
  };
}

/** The chunks and vectors that are indexed in `dataDir`, in vectra; then four chunks more, ten times. */
export async function benchVectraAdditions(dataDir: string): Promise<Additions> {
  const { passages, vectors } = readIndexed(dataDir);
  const items = passages.flatMap(({ chunkId, title, text }) => {
    const vector = vectors.get(chunkId);
    return vector ? [{ vector: Array.from(vector), metadata: { chunkId, title, text } }] : [];
  });
  const { embeddings } = createEmbeddedEmbeddings();
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const index = new LocalIndex(folder);
  await index.createIndex();
  const started = performance.now();
  await index.batchInsertItems(items);
  const allMs = performance.now() - started;
  const times: number[] = [];
  for (const { title, text } of createSyntheticArticles(ADDITIONS, SEED)) {
    const quarter = Math.ceil(text.length / 4);
    const texts = [0, 1, 2, 3].map((i) => text.slice(i * quarter, (i + 1) * quarter));
    const found = await embeddings.embedDocuments(texts);
    const added = texts.map((part, i) => ({ vector: found[i] ?? [], metadata: { title, text: part } }));
    const begun = performance.now();
    await index.beginUpdate();
    for (const item of added) await index.insertItem(item);
    await index.endUpdate();
    times.push(performance.now() - begun);
  }
  rmSync(folder, { recursive: true });
  return {
    name: "vectra",
    articles: new Set(passages.map(({ articleId }) => articleId)).size,
    chunks: items.length,
    allMs: round(allMs),
    one: percentiles(times),
    found: null,
    embedded: null,
  };
}
