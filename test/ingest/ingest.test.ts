/** Ingest with nothing stood in: real files, SQLite, embeddings, index worker; and processes that are killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Log } from "../../src/core/ports.js";
import { createGenerationStore } from "../../src/index/generation.js";
import { createIngest } from "../../src/ingest/ingest.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteEditions } from "../../src/store/sqlite/editions.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import { currentArticles } from "../support/current-articles.js";

const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const PAGE = fileURLToPath(new URL("../../corpus/000_d37ea6d2383917c8.txt", import.meta.url));

let dir: string;
let corpusDir: string;
let dataDir: string;
const closers: (() => void)[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "ingest-"));
  [corpusDir, dataDir] = [join(dir, "corpus"), join(dir, "data")];
  mkdirSync(corpusDir);
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  rmSync(dir, { recursive: true, force: true });
});

/** @param lookEveryMs how long it takes the generation that it knows for the newest */
function open({ lookEveryMs = 0 } = {}) {
  const connection = openDatabase(dataDir);
  closers.push(() => connection.close());
  const articles = createSqliteArticleStore(connection);
  const generations = createGenerationStore({ dataDir, log }, { lookEveryMs });
  const embedding = createEmbeddedEmbeddings();
  const editions = createSqliteEditions(connection);
  const ingest = createIngest(
    { articles, editions, generations, embedding, lock: createIngestLock(dataDir), log },
    { corpusDir },
  );
  /** Titles of the articles whose chunks a search of words finds, best first, each once. */
  const search = async (query: string) => {
    const hits = (await generations.current())?.lexical.search(query, 10) ?? [];
    return [...new Set(articles.getPassages(hits.map(({ chunkId }) => chunkId)).map(({ title }) => title))];
  };
  return { articles, generations, ingest, search };
}
const story = (title: string, sentences: number) =>
  [
    title,
    ...Array.from({ length: sentences }, (_, i) => `${title}的第${i}件事是这样的,${"说来话长".repeat(12)}。`),
  ].join("\n\n");

describe("ingest of the shipped page", () => {
  it("makes its words findable, and a caption too", async () => {
    copyFileSync(PAGE, join(corpusDir, "page.txt"));
    const { ingest, search, articles } = open();
    const report = await ingest.run();
    expect(report).toMatchObject({ added: 3, articles: 3, problems: [], chunks: report.embedded });
    expect((await search("青龙县孵化了多少名电商从业者"))[0]).toMatch(/^探索推动乡村振兴/);
    expect((await search("公益宝贝5000万人次受益"))[0]).toMatch(/^《商业向善/);
    expect((await search("清华大学社会科学学院与阿里公益达成合作"))[0]).toMatch(/^探索推动乡村振兴/);
    for (const { text, sentences } of currentArticles(articles)) {
      for (const { start, end } of sentences) expect(text.slice(start, end).trim()).toHaveLength(end - start);
    }
    expect(await ingest.run()).toMatchObject({ added: 0, unchanged: 3, embedded: 0, generation: report.generation });
  });

  it("serves nothing of a file that was removed, and still has the text for old citations", async () => {
    copyFileSync(PAGE, join(corpusDir, "page.txt"));
    writeFileSync(join(corpusDir, "other.txt"), "合唱团开张\n\n县里的合唱团开张了,孩子们很高兴。");
    const { ingest, search, articles } = open();
    await ingest.run();
    const [old] = currentArticles(articles).filter(({ source }) => source === "page.txt");
    rmSync(join(corpusDir, "page.txt"));
    expect(await ingest.run()).toMatchObject({ removed: 3, articles: 1, embedded: 0 });
    expect(await search("青龙县孵化了多少名电商从业者")).not.toContain(old?.title);
    expect(articles.getRevision(old?.id ?? "", 1)?.text).toBe(old?.text);
    rmSync(join(corpusDir, "other.txt"));
    expect(await ingest.run()).toMatchObject({ removed: 1, articles: 0, chunks: 0 });
    expect(await search("合唱团")).toEqual([]);
    expect(await ingest.run()).toMatchObject({ articles: 0, embedded: 0 });
  });
});

describe("a run that is killed", () => {
  /** Starts a run and kills it, without a chance to tidy up, at the first line that says `step`. */
  async function killAt(step: string): Promise<void> {
    const script = fileURLToPath(new URL("../../dist/test/ingest/killed-run.js", import.meta.url));
    const child: ChildProcess = spawn(process.execPath, [script, dataDir, corpusDir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    if (!child.stdout) throw new Error("the child has no output");
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line === step) break;
    }
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    expect(lines.at(-1)).toBe(step);
    expect(lines).not.toContain("done");
  }

  it("leaves the old index serving, loses no work, and the next run finishes it", async () => {
    writeFileSync(join(corpusDir, "a.txt"), story("食堂开张", 10));
    const first = await open().ingest.run();
    writeFileSync(join(corpusDir, "b.txt"), story("新书上架", 1200));
    for (const step of ["read", "embed", "stage", "staged", "index"]) {
      await killAt(step);
      const { generations, search } = open();
      expect((await generations.current())?.id).toBe(first.generation);
      expect(await search("食堂开张的事")).toEqual(["食堂开张"]);
    }
    const { ingest, search, articles } = open();
    const report = await ingest.run();
    expect(report.generation).not.toBe(first.generation);
    // What was embedded and stored before the kills is neither lost nor done twice.
    expect(report).toMatchObject({ added: 1, unchanged: 1, articles: 2, embedded: 0 });
    expect(await search("新书上架的事")).toContain("新书上架");
    expect(articles.listHeads().map(({ revision }) => revision)).toEqual([1, 1]);
  }, 60_000);
});

describe("two runs at once", () => {
  it("in two stores of one data folder: one works, the other is told to wait", async () => {
    writeFileSync(join(corpusDir, "a.txt"), story("食堂开张", 50));
    const [one, two] = [open(), open()];
    const running = one.ingest.run();
    await expect(two.ingest.run()).rejects.toMatchObject({ code: "INDEX_BUSY", retryable: true });
    const { generation } = await running;
    expect(await two.ingest.run()).toMatchObject({ unchanged: 1, embedded: 0, generation });
    expect(await two.search("食堂开张")).toEqual(["食堂开张"]);
  });
});

it("a candidate is outdated when another process has just put the same articles in place", async () => {
  const [waiting, other] = [open({ lookEveryMs: 60_000 }), open()];
  writeFileSync(join(corpusDir, "a.txt"), story("食堂开张", 3));
  await other.ingest.run();
  writeFileSync(join(corpusDir, "b.txt"), story("新书上架", 3));
  const { candidate } = await waiting.ingest.run({ decide: async () => false });
  const { generation } = await other.ingest.run();
  expect(await candidate?.putInPlace()).toBe(false);
  expect((await other.generations.current())?.id).toBe(generation);
});
