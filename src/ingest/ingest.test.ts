/** The write path on a real database; only the index is a stand-in that keeps what it is given. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../core/errors.js";
import type { Generation, GenerationPlan, GenerationStore, IndexEntry } from "../core/index-ports.js";
import type { EmbeddingModel, Log } from "../core/ports.js";
import { createEmbeddedEmbeddings } from "../models/embedded/embeddings.js";
import { createSqliteArticleStore } from "../store/sqlite/articles.js";
import { type Connection, openDatabase } from "../store/sqlite/database.js";
import { createSqliteEditions } from "../store/sqlite/editions.js";
import { createIngestLock } from "../store/sqlite/ingest-lock.js";
import { createIngest, type IngestProgress } from "./ingest.js";

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

interface Kept {
  id: string;
  plan: GenerationPlan;
  entries: IndexEntry[];
}

function generationOf({ id, plan, entries }: Kept): Generation {
  return {
    id,
    fingerprint: plan.fingerprint,
    lexical: { size: entries.length, search: () => [], fullScore: () => 0, idf: () => 0, documentFrequency: () => 0 },
    vectors: { size: 0, dimensions: plan.dimensions, search: () => [] },
    holds: (chunkId) => plan.chunks.some((chunk) => chunk.id === chunkId),
  };
}

/** Keeps the entries of the newest plan; `fits` compares as the real one does. */
function createKeptGenerations() {
  let held: Kept | undefined;
  let published = 0;
  let failNext = false;
  const key = ({ fingerprint, dimensions, chunks }: Pick<GenerationPlan, "fingerprint" | "dimensions" | "chunks">) =>
    JSON.stringify([fingerprint, dimensions, chunks.map(({ id, hash }) => [id, hash])]);
  const store: GenerationStore = {
    current: async () => held && generationOf(held),
    newest: async () => held && generationOf(held),
    fits: async (plan) => held !== undefined && key(held.plan) === key(plan),
    rollBack: () => Promise.reject(new Error("not used here")),
    async prepare(plan, onProgress) {
      if (failNext) {
        failNext = false;
        throw new AppError("INDEX_INVALID", { message: "the worker died" });
      }
      const entries: IndexEntry[] = [];
      for await (const batch of plan.readEntries(plan.chunks)) {
        entries.push(...batch);
        onProgress?.(entries.length);
      }
      const built = { id: `g${++published}`, plan, entries };
      return {
        generation: generationOf(built),
        async serve() {
          held = built;
          return built.id;
        },
        discard: async () => {},
      };
    },
  };
  return {
    store,
    entries: () => held?.entries ?? [],
    published: () => published,
    fail() {
      failNext = true;
    },
  };
}

let dir: string;
let connection: Connection;
let articles: ReturnType<typeof createSqliteArticleStore>;
let generations: ReturnType<typeof createKeptGenerations>;
let embedded: EmbeddingModel;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ingest-"));
  mkdirSync(join(dir, "corpus"));
  connection = openDatabase(join(dir, "data"));
  articles = createSqliteArticleStore(connection);
  generations = createKeptGenerations();
  embedded = createEmbeddedEmbeddings();
});
afterEach(() => {
  connection.close();
  rmSync(dir, { recursive: true, force: true });
});

const put = (name: string, text: string | Uint8Array) => writeFileSync(join(dir, "corpus", name), text);
const ingest = (embedding = embedded, corpusDir = join(dir, "corpus")) =>
  createIngest(
    {
      articles,
      editions: createSqliteEditions(connection),
      generations: generations.store,
      embedding,
      lock: createIngestLock(join(dir, "data")),
      log,
    },
    { corpusDir },
  );
const story = (title: string, sentences = 12) =>
  [
    title,
    ...Array.from({ length: sentences }, (_, i) => `${title}的第${i}件事是这样的,${"说来话长".repeat(10)}。`),
  ].join("\n\n");
const titles = () => articles.listHeads().map(({ title }) => title);

describe("ingest", () => {
  it("adds, publishes and reports", async () => {
    put("a.txt", story("食堂开张"));
    put("b.md", "# 新书上架\n\n图书馆买了新书。");
    const report = await ingest().run();
    expect(report).toMatchObject({
      added: 2,
      updated: 0,
      removed: 0,
      unchanged: 0,
      articles: 2,
      generation: "g1",
      problems: [],
    });
    expect(report.chunks).toBe(articles.listCurrentChunks().length);
    expect(report.embedded).toBe(report.chunks);
    expect(titles()).toEqual(["食堂开张", "新书上架"]);
    expect(generations.entries().map(({ title, vector }) => [title, vector.length])).toContainEqual(["新书上架", 256]);
  });

  it("does nothing the second time: no vector, no new generation", async () => {
    put("a.txt", story("食堂开张"));
    await ingest().run();
    expect(await ingest().run()).toMatchObject({ added: 0, unchanged: 1, articles: 1, embedded: 0, generation: "g1" });
    expect(generations.published()).toBe(1);
  });

  it("embeds after a change of one sentence only the chunks that hold it", async () => {
    put("a.txt", story("食堂开张", 40));
    const { chunks } = await ingest().run();
    put("a.txt", story("食堂开张", 40).replace("第20件事是", "第20件事不是"));
    const report = await ingest().run();
    expect(report).toMatchObject({ updated: 1, chunks, articles: 1, generation: "g2" });
    expect(report.embedded).toBeGreaterThanOrEqual(1);
    expect(report.embedded).toBeLessThanOrEqual(2);
    expect(articles.listHeads()[0]?.revision).toBe(2);
  });

  it("looks at nothing but the files that are named, once something is known", async () => {
    put("a.txt", story("食堂开张"));
    expect(await ingest().run({ only: ["b.txt"] })).toMatchObject({ added: 1, articles: 1 });
    put("a.txt", story("食堂关门"));
    put("b.txt", story("新书上架"));
    put("c.txt", story("水窖完工"));
    expect(await ingest().run({ only: ["b.txt", "nowhere.txt"] })).toMatchObject({ added: 1, removed: 0, articles: 2 });
    expect(titles()).toEqual(["食堂开张", "新书上架"]);
    rmSync(join(dir, "corpus", "b.txt"));
    expect(await ingest().run({ only: ["b.txt"] })).toMatchObject({ removed: 1, articles: 1 });
    expect(await ingest().run()).toMatchObject({ added: 2, removed: 1, articles: 2 });
    expect(titles()).toEqual(["食堂关门", "水窖完工"]);
  });

  it("removes the articles of a file that is gone, and takes them back without embedding", async () => {
    put("a.txt", story("食堂开张"));
    put("b.txt", story("新书上架"));
    await ingest().run();
    rmSync(join(dir, "corpus", "a.txt"));
    expect(await ingest().run()).toMatchObject({ removed: 1, unchanged: 1, articles: 1, embedded: 0 });
    expect(titles()).toEqual(["新书上架"]);
    put("a.txt", story("食堂开张"));
    expect(await ingest().run()).toMatchObject({ added: 1, articles: 2, embedded: 0 });
    // The same content is the same revision: what was cited of it is current again.
    expect(articles.listHeads()[0]?.revision).toBe(1);
  });

  it("reports a bad file, reads the others, and keeps what the bad one gave before", async () => {
    put("a.txt", story("食堂开张"));
    put("b.txt", story("新书上架"));
    await ingest().run();
    put("a.txt", "标题\0正文");
    put("c.md", "---\ntitle: 'x\n---\n");
    put("d.txt", " \n");
    put("e.txt", story("合唱团"));
    const report = await ingest().run();
    expect(report).toMatchObject({ added: 1, removed: 0, unchanged: 2, articles: 3 });
    expect(report.problems.map(({ source, code }) => [source, code])).toEqual([
      ["a.txt", "FILE_NOT_TEXT"],
      ["c.md", "FRONT_MATTER_INVALID"],
      ["d.txt", "FILE_EMPTY"],
    ]);
    expect(titles()).toEqual(["食堂开张", "新书上架", "合唱团"]);
    expect((await ingest().run()).problems).toHaveLength(3);
    put("a.txt", story("食堂开张"));
    expect(await ingest().run()).toMatchObject({ added: 0, updated: 0, articles: 3 });
  });

  it("publishes an empty generation for an empty corpus", async () => {
    expect(await ingest().run()).toMatchObject({ articles: 0, chunks: 0, generation: "g1" });
    put("a.txt", story("食堂开张"));
    await ingest().run();
    rmSync(join(dir, "corpus", "a.txt"));
    expect(await ingest().run()).toMatchObject({ removed: 1, articles: 0, chunks: 0, generation: "g3" });
    expect(await ingest().run()).toMatchObject({ generation: "g3" });
  });

  it("says what would change when dry, and changes nothing", async () => {
    put("a.txt", "食堂开张\n\n栗子是县里的主要产业,产\n\n量大但价格低,大家都着急。");
    const report = await ingest().run({ dryRun: true });
    expect(report).toMatchObject({ added: 1, articles: 1, chunks: 1, embedded: 1, generation: null });
    expect(report.plan).toMatchObject([
      {
        change: "added",
        title: "食堂开张",
        source: "a.txt",
        joins: [{ before: "栗子是县里的主要产业,产", after: "量大但价格低,大家都着急" }],
      },
    ]);
    expect(articles.listHeads()).toEqual([]);
    expect(generations.published()).toBe(0);
    expect(await ingest().run()).toMatchObject({ added: 1, embedded: 1 });
  });

  it("embeds everything anew for another model, and nothing when the first comes back", async () => {
    put("a.txt", story("食堂开张"));
    const { chunks } = await ingest().run();
    expect(await ingest({ ...embedded, fingerprint: "other" }).run()).toMatchObject({
      unchanged: 1,
      embedded: chunks,
      generation: "g2",
    });
    expect(await ingest().run()).toMatchObject({ embedded: 0, generation: "g3" });
  });

  it("leaves everything as it was when the model fails, and goes on where it stopped", async () => {
    put("a.txt", story("食堂开张"));
    await ingest().run();
    put("b.txt", story("新书上架", 1500));
    let calls = 0;
    const failing = createEmbeddedEmbeddings();
    const embed = failing.embeddings.embedDocuments.bind(failing.embeddings);
    failing.embeddings.embedDocuments = async (texts) => {
      if (++calls > 1) throw new AppError("EMBEDDING_FAILED", { message: "down", retryable: true });
      return embed(texts);
    };
    await expect(ingest(failing).run()).rejects.toMatchObject({ code: "EMBEDDING_FAILED" });
    expect(titles()).toEqual(["食堂开张"]);
    expect((await generations.store.current())?.id).toBe("g1");
    const report = await ingest().run();
    expect(report.added).toBe(1);
    expect(report.embedded).toBeLessThan(articles.listChunksOf(articles.listHeads()[1]?.id ?? "").length);
  });

  it("publishes in the next run what a failed publishing left undone", async () => {
    put("a.txt", story("食堂开张"));
    generations.fail();
    await expect(ingest().run()).rejects.toMatchObject({ code: "INDEX_INVALID" });
    expect(titles()).toEqual([]);
    expect(await ingest().run()).toMatchObject({ added: 1, unchanged: 0, embedded: 0, generation: "g1" });
    expect(articles.listHeads()[0]?.revision).toBe(1);
    expect(generations.entries().length).toBe(articles.listCurrentChunks().length);
  });

  it("refuses a second run meanwhile and lets go of the lock however the first ends", async () => {
    put("a.txt", story("食堂开张"));
    const first = ingest().run();
    await expect(ingest().run()).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await first;
    await expect(ingest(embedded, join(dir, "missing")).run()).rejects.toMatchObject({ code: "CORPUS_UNREADABLE" });
    expect(await ingest().run()).toMatchObject({ unchanged: 1 });
  });

  it("gives equal chunks of two articles vectors of their own", async () => {
    put("a.txt", "同题\n\n同样的一句话,写了两遍。");
    put("b.txt", "同题\n\n同样的一句话,写了两遍。");
    expect(await ingest().run()).toMatchObject({ articles: 2, chunks: 2, embedded: 1 });
    const [first, second] = generations.entries();
    expect(first?.vector).toEqual(second?.vector);
    expect(first?.vector.buffer).not.toBe(second?.vector.buffer);
  });

  it("tells how far it is, each step to its end", async () => {
    put("a.txt", story("食堂开张"));
    const steps: IngestProgress[] = [];
    const { chunks } = await ingest().run({ onProgress: (progress) => steps.push(progress) });
    expect(steps[0]).toEqual({ step: "read", done: 0, total: 1 });
    expect(steps).toContainEqual({ step: "read", done: 1, total: 1 });
    expect(steps).toContainEqual({ step: "embed", done: chunks, total: chunks });
    expect(steps.at(-1)).toEqual({ step: "index", done: chunks, total: chunks });
  });
});
