import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentArticles } from "../../../test/support/current-articles.js";
import type { CorpusChange } from "../../core/ports.js";
import type { Article, Chunk } from "../../core/types.js";
import { createSqliteArticleStore } from "./articles.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteEditions } from "./editions.js";
import { createIngestLock } from "./ingest-lock.js";

let dataDir: string;
let connection: Connection;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const TEXT = "孵化339名电商从业者。\n达成合作\n销售额超500万元。";

function article(changes: Partial<Article> = {}): Article {
  return {
    id: "a1",
    revision: 1,
    contentHash: "h1",
    source: "page.txt",
    ordinal: 0,
    title: "乡村振兴",
    author: "皮磊",
    language: "zh",
    aliases: [],
    eventDates: ["2月22日"],
    text: TEXT,
    sentences: [
      { ordinal: 0, start: 0, end: 12, kind: "body", paragraph: 0 },
      { ordinal: 1, start: 13, end: 17, kind: "caption", paragraph: 1 },
      { ordinal: 2, start: 18, end: 28, kind: "body", paragraph: 2 },
    ],
    ...changes,
  };
}

function chunk(changes: Partial<Chunk> = {}): Chunk {
  return { articleId: "a1", revision: 1, firstSentence: 0, lastSentence: 1, start: 0, end: 17, hash: "c1", ...changes };
}

const whole = chunk({ firstSentence: 1, lastSentence: 2, start: 13, end: 28, hash: "c2" });

/** Stores what a change brings and makes it current. */
function apply(change: CorpusChange): void {
  createSqliteArticleStore(connection).stage(change.write);
  createSqliteEditions(connection).putInPlace(change, { from: undefined, to: "g" });
}

describe("the article store", () => {
  it("gives an article back as it was written", () => {
    const store = createSqliteArticleStore(connection);
    apply({
      write: [{ article: article(), chunks: [chunk(), whole] }],
      remove: [],
      files: [{ source: "page.txt", hash: "f1" }],
    });
    expect(currentArticles(store)).toEqual([article()]);
    expect(store.listFiles()).toEqual([{ source: "page.txt", hash: "f1" }]);
    expect(store.listChunksOf("a1")).toMatchObject([chunk(), whole]);
  });

  it("lists the newest articles by day of publication, else of arrival; a correction makes none newer", () => {
    const store = createSqliteArticleStore(connection);
    const write = (...articles: Article[]) =>
      apply({ write: articles.map((one) => ({ article: one, chunks: [] })), remove: [], files: [] });
    const old = article({ id: "old", title: "旧", published: "2019-05-01", source: "b.md" });
    write(old, article({ id: "page-1", ordinal: 0 }), article({ id: "page-2", ordinal: 1 }));
    write(article({ id: "future", published: "2999-01-01", source: "a.md" }));
    write({ ...old, revision: 2, title: "旧（更正）" });
    expect(store.listNewest(9).map(({ id }) => id)).toEqual(["future", "page-1", "page-2", "old"]);
    expect(store.listNewest(1).map(({ title }) => title)).toEqual(["乡村振兴"]);
    apply({ write: [], remove: ["future"], files: [] });
    expect(store.listNewest(1).map(({ id }) => id)).toEqual(["page-1"]);
  });

  it("gives passages in the order asked for, with the words of their sentences, and leaves out unknown ids", () => {
    const store = createSqliteArticleStore(connection);
    apply({ write: [{ article: article(), chunks: [chunk(), whole] }], remove: [], files: [] });
    const [first, second] = store.listCurrentChunks();
    const passages = store.getPassages([second?.id ?? 0, 99, first?.id ?? 0]);
    expect(passages.map((passage) => passage.sentences.map(({ text, kind }) => [text, kind]))).toEqual([
      [
        ["达成合作", "caption"],
        ["销售额超500万元。", "body"],
      ],
      [
        ["孵化339名电商从业者。", "body"],
        ["达成合作", "caption"],
      ],
    ]);
    expect(passages[0]).toMatchObject({
      title: "乡村振兴",
      author: "皮磊",
      text: "达成合作\n销售额超500万元。",
      score: 0,
    });
  });

  it("keeps the old revision and its chunks when an article changes, and after it is removed", () => {
    const store = createSqliteArticleStore(connection);
    apply({ write: [{ article: article(), chunks: [chunk()] }], remove: [], files: [] });
    const [old] = store.listCurrentChunks();
    const changed = article({ revision: 2, contentHash: "h2", title: "新标题" });
    apply({ write: [{ article: changed, chunks: [chunk({ revision: 2 })] }], remove: [], files: [] });
    expect(currentArticles(store)).toEqual([changed]);
    expect(store.currentRevision("a1")).toBe(2);
    expect(store.getRevision("a1", 1)).toEqual(article());
    expect(store.getPassages([old?.id ?? 0])[0]?.title).toBe("乡村振兴");

    apply({ write: [], remove: ["a1"], files: [] });
    expect(currentArticles(store)).toEqual([]);
    expect(store.listCurrentChunks()).toEqual([]);
    expect(store.lastRevision("a1")).toBe(2);
    expect(store.currentRevision("a1")).toBeUndefined();
    expect(store.getRevision("a1", 2)).toEqual(changed);

    apply({ write: [{ article: article({ revision: 3 }), chunks: [] }], remove: [], files: [] });
    expect(currentArticles(store)).toHaveLength(1);
  });

  it("stores a revision that nobody sees before it is put in place, once", () => {
    const store = createSqliteArticleStore(connection);
    const staged = store.stage([{ article: article(), chunks: [chunk(), whole] }]);
    expect(staged).toMatchObject([chunk(), whole]);
    expect(store.stage([{ article: article(), chunks: [chunk(), whole] }])).toEqual(staged);
    expect(store.getPassages(staged.map(({ id }) => id))).toHaveLength(2);
    expect(store.listChunksOf("a1", 1)).toEqual(staged);
    expect(store.revisionWith("a1", "h1")).toBe(1);
    expect(store.revisionWith("a1", "h2")).toBeUndefined();
    expect([
      currentArticles(store),
      store.listChunksOf("a1"),
      store.listCurrentChunks(),
      store.countArticles(),
    ]).toEqual([[], [], [], 0]);
    expect(store.currentRevision("a1")).toBeUndefined();
  });

  it("stores nothing when one of several revisions cannot be stored", () => {
    const store = createSqliteArticleStore(connection);
    const broken = { article: article({ id: "a2" }), chunks: [chunk({ articleId: "unknown" })] };
    expect(() => store.stage([{ article: article(), chunks: [chunk()] }, broken])).toThrow("nothing was changed");
    expect(store.lastRevision("a1")).toBeUndefined();
  });

  it("lists current chunks a page at a time", () => {
    const store = createSqliteArticleStore(connection);
    apply({ write: [{ article: article(), chunks: [chunk(), whole] }], remove: [], files: [] });
    store.stage([{ article: article({ id: "a2" }), chunks: [chunk({ articleId: "a2" })] }]);
    const all = store.listCurrentChunks();
    expect(all).toHaveLength(2);
    expect(store.listCurrentChunks(0, 1)).toEqual(all.slice(0, 1));
    expect(store.listCurrentChunks(all[0]?.id, 5)).toEqual(all.slice(1));
  });

  it("gives vectors back exactly, by fingerprint", () => {
    const store = createSqliteArticleStore(connection);
    const vector = new Float32Array([0.1, -2, 3.5]);
    store.putVectors("model-a", new Map([["c1", vector]]));
    expect(store.getVectors("model-a", ["c1", "c2"])).toEqual(new Map([["c1", vector]]));
    expect(store.getVectors("model-b", ["c1"]).size).toBe(0);
  });

  it("survives being closed and opened again", () => {
    apply({
      write: [{ article: article(), chunks: [chunk()] }],
      remove: [],
      files: [],
    });
    connection.close();
    connection = openDatabase(dataDir);
    expect(currentArticles(createSqliteArticleStore(connection))).toEqual([article()]);
  });
});

describe("openDatabase", () => {
  it("says so where no folder can be made", () => {
    expect(() => openDatabase("/proc/no/such")).toThrow("DATA_DIR");
    expect(() => openDatabase("/dev/null/data")).toThrow("DATA_DIR");
  });

  it("refuses a database of a newer version", () => {
    connection.exec("PRAGMA user_version = 999");
    expect(() => openDatabase(dataDir)).toThrow("newer version");
  });
});

describe("the ingest lock", () => {
  it("is held by one at a time and free again afterwards", () => {
    const lock = createIngestLock(dataDir);
    const release = lock.acquire();
    expect(() => createIngestLock(dataDir).acquire()).toThrow("another run");
    release();
    createIngestLock(dataDir).acquire()();
  });
});
