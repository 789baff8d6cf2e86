import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createQuietLog, DIMENSIONS, makeEntries, planOf, publish } from "../../test/support/generation-entries.js";
import { useGenerationFolder } from "../../test/support/generation-folder.js";
import type { GenerationPlan } from "../core/index-ports.js";
import { createGenerationStore, type GenerationStoreOptions } from "./generation.js";

const { dataDir, putStockInPlace } = useGenerationFolder();
const inFolder = (...names: string[]) => join(dataDir(), "generations", ...names);
const names = () => readdirSync(inFolder()).toSorted();

/** One process's view of the folder; looks at it every time unless told otherwise. */
function open(options: GenerationStoreOptions = {}) {
  const { log, warnings } = createQuietLog();
  return { ...createGenerationStore({ dataDir: dataDir(), log }, { lookEveryMs: 0, ...options }), warnings };
}

const refused = expect.objectContaining({ code: "INDEX_INVALID" });

describe("publish", () => {
  it("makes a generation that finds by words and by vectors, here and in another process", async () => {
    const entries = makeEntries(40);
    const store = open();
    expect(await store.current()).toBeUndefined();
    const id = await publish(store, planOf(entries));
    for (const generation of [await store.current(), await open().current()]) {
      expect(generation).toMatchObject({ id, fingerprint: "test:v1" });
      expect(generation?.lexical.size).toBe(40);
      expect(generation?.lexical.search("第17个村有多少户", 1)[0]?.chunkId).toBe(17);
      expect(generation?.vectors.search([...(entries[22]?.vector ?? [])], 1)[0]?.chunkId).toBe(23);
    }
    expect(store.warnings).toEqual([]);
  });

  it("takes asynchronous batches, empty ones too, and tells how far it is", async () => {
    const progress: number[] = [];
    const plan = planOf(makeEntries(20));
    async function* readEntries() {
      for (const batch of plan.readEntries(plan.chunks) as Iterable<ReturnType<typeof makeEntries>>) {
        await new Promise((resolve) => setImmediate(resolve));
        yield [];
        yield batch;
      }
    }
    await publish(open(), { ...plan, readEntries }, (indexed) => progress.push(indexed));
    expect(progress).toEqual([7, 14, 20]);
  });

  it("makes an empty generation from no chunks", async () => {
    const store = open();
    await publish(store, planOf([]));
    const generation = await store.current();
    expect(generation?.lexical.search("板栗", 5)).toEqual([]);
    expect(
      generation?.vectors.search(
        Array.from({ length: DIMENSIONS }, () => 1),
        5,
      ),
    ).toEqual([]);
  });

  it("lets the old one serve, without a pause, until the new one is in place", async () => {
    const store = open();
    const old = putStockInPlace();
    let published: string | undefined;
    const publishing = publish(store, planOf(makeEntries(60, { word: "茶叶" }), { batch: 2 })).then((id) => {
      published = id;
    });
    let served = 0;
    for (;;) {
      const generation = await store.current();
      if (generation?.id !== old) break;
      expect(generation.lexical.search("板栗", 20)).toHaveLength(10);
      served++;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(served).toBeGreaterThan(3);
    await publishing;
    expect((await store.current())?.id).toBe(published);
    expect((await store.current())?.lexical.search("茶叶", 100)).toHaveLength(60);
  });

  it("keeps the one before, deletes older ones, and leaves them usable to whoever holds them", async () => {
    const store = open();
    await publish(store, planOf(makeEntries(5)));
    const held = await store.current();
    for (const word of ["茶叶", "苹果", "核桃"]) await publish(store, planOf(makeEntries(5, { word })));
    expect(held?.lexical.search("板栗", 9)).toHaveLength(5);
    expect(
      held?.vectors.search(
        Array.from({ length: DIMENSIONS }, () => 1),
        9,
      ),
    ).toHaveLength(5);
  });

  it("removes what a dead builder left behind, but nothing young: somebody may be building it", async () => {
    putStockInPlace();
    mkdirSync(inFolder(".building-20200101T000000-00000000"));
    mkdirSync(inFolder("20200101T000000-00000000"));
    writeFileSync(inFolder(".new-0123456789ab"), "half of CURR");
    mkdirSync(inFolder("somebody-elses"));
    await publish(open(), planOf(makeEntries(3)));
    expect(names()).toHaveLength(7);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await publish(open({ leftoverAgeMs: 10 }), planOf(makeEntries(3)));
    expect(names().filter((name) => !/^(CURRENT|2\d{3}[^-]*-[0-9a-f]{8}|somebody-elses)$/.test(name))).toEqual([]);
    expect(names()).toHaveLength(4);
  });

  it("leaves two whole generations when two processes publish at once; one of them serves", async () => {
    const [one, other] = [open(), open()];
    const ids = await Promise.all([
      publish(one, planOf(makeEntries(30))),
      publish(other, planOf(makeEntries(30, { word: "茶叶" }))),
    ]);
    const served = await open().current();
    expect(ids).toContain(served?.id);
    expect((await one.current())?.id).toBe(served?.id);
    expect((await other.current())?.id).toBe(served?.id);
    expect(served?.lexical.search("青龙县", 50)).toHaveLength(30);
  });
});

describe("a generation that is derived from the one before", () => {
  const vectorOf = (id: number) => [...(makeEntries(1, { first: id })[0]?.vector ?? [])];
  const files = (id: string) => readdirSync(inFolder(id)).toSorted();

  it("shares its files, finds what was added and no longer what was removed, here and in another process", async () => {
    const store = open();
    const entries = makeEntries(200);
    const first = await publish(store, planOf(entries));
    const next = [...entries.filter(({ chunkId }) => chunkId !== 17), ...makeEntries(3, { first: 201, word: "茶叶" })];
    const second = await publish(store, planOf(next));
    expect(files(second)).toEqual(["bm25-0.bin", "bm25-1.bin", "hnsw-0.bin", "hnsw-1.bin", "manifest.json"]);
    expect(statSync(inFolder(second, "hnsw-0.bin")).ino).toBe(statSync(inFolder(first, "hnsw-0.bin")).ino);
    for (const generation of [await store.current(), await open().current()]) {
      expect(generation?.id).toBe(second);
      expect(generation?.lexical.size).toBe(202);
      expect(generation?.lexical.search("茶叶", 10).map(({ chunkId }) => chunkId)).toEqual([201, 202, 203]);
      expect(generation?.lexical.search("第17个村有51户", 300).map(({ chunkId }) => chunkId)).not.toContain(17);
      expect(generation?.vectors.search(vectorOf(202), 1)[0]?.chunkId).toBe(202);
      expect(generation?.vectors.search(vectorOf(17), 202).map(({ chunkId }) => chunkId)).not.toContain(17);
      expect(generation?.vectors.search(vectorOf(17), 202)).toHaveLength(202);
    }
    expect(await store.fits(planOf(next))).toBe(true);
    expect(await store.fits(planOf(entries))).toBe(false);
  });

  it("ranks like one that was built at once", async () => {
    const store = open();
    const entries = makeEntries(120);
    await publish(store, planOf(entries.slice(0, 112)));
    for (let count = 114; count <= 120; count += 2) await publish(store, planOf(entries.slice(0, count)));
    const derived = await store.current();
    await publish(store, planOf(entries, { fingerprint: "test:v2" }));
    const whole = await store.current();
    for (const question of ["第117个村", "青龙县第3个村种植板栗的农户", "有351户", "板栗"]) {
      const hits = (list: typeof derived) =>
        list?.lexical.search(question, 10).map(({ chunkId, score }) => [chunkId, Number(score.toFixed(3))]);
      expect(hits(derived)).toEqual(hits(whole));
      expect(derived?.lexical.idf("板栗")).toBe(whole?.lexical.idf("板栗"));
    }
    expect(derived?.vectors.search(vectorOf(118), 5)).toEqual(whole?.vectors.search(vectorOf(118), 5));
  });

  it("merges small segments when there are many, and is built from nothing when a tenth has changed", async () => {
    const store = open();
    const entries = makeEntries(300);
    await publish(store, planOf(entries.slice(0, 260)));
    const segments: number[] = [];
    for (let count = 262; count <= 300; count += 2) {
      const id = await publish(store, planOf(entries.slice(0, count)));
      segments.push(files(id).filter((name) => name.startsWith("bm25")).length);
      const generation = await store.current();
      expect(generation?.lexical.size).toBe(count);
      expect(generation?.lexical.search(`第${count}个村有${count * 3}户`, 1)[0]?.chunkId).toBe(count);
      expect(generation?.lexical.search("板栗", 400)).toHaveLength(count);
    }
    expect(Math.max(...segments)).toBe(9);
    expect(segments.slice(0, 10)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 2, 3]);
    expect(segments.slice(1).filter((count) => count === 1)).toHaveLength(1);
  });

  it("is built from nothing for another model or another database, whose ids mean other texts", async () => {
    const store = open();
    await publish(store, planOf(makeEntries(50)));
    for (const plan of [
      planOf(makeEntries(51), { fingerprint: "test:v2" }),
      planOf(makeEntries(52, { word: "茶叶" }), { fingerprint: "test:v2" }),
    ]) {
      expect(files(await publish(store, plan))).toEqual(["bm25-0.bin", "hnsw-0.bin", "manifest.json"]);
    }
    expect((await store.current())?.lexical.search("茶叶", 60)).toHaveLength(52);
  });
});

describe("prepare", () => {
  it("serves nobody until it is told to, or is gone without a trace", async () => {
    const store = open();
    const old = putStockInPlace();
    const prepared = await store.prepare(planOf(makeEntries(11)));
    expect(prepared.generation.lexical.search("第11个村", 1)[0]?.chunkId).toBe(11);
    expect((await store.current())?.id).toBe(old);
    expect(await prepared.serve()).toBe(prepared.generation.id);
    expect((await open().current())?.id).toBe(prepared.generation.id);
    const other = await store.prepare(planOf(makeEntries(12)));
    await other.discard();
    expect(names()).toEqual([old, prepared.generation.id, "CURRENT"].toSorted());
  });
});

describe("rollBack", () => {
  it("lets the one before serve again, here and elsewhere", async () => {
    const [store, other] = [open(), open()];
    const old = putStockInPlace();
    const next = await publish(store, planOf(makeEntries(11)));
    expect((await other.current())?.id).toBe(next);
    expect(await store.rollBack()).toBe(old);
    expect((await store.current())?.lexical.size).toBe(10);
    expect((await other.current())?.id).toBe(old);
  });

  it("leaves the present one serving when there is none before", async () => {
    const store = open();
    const only = putStockInPlace();
    await expect(store.rollBack()).rejects.toThrow(refused);
    expect((await store.current())?.id).toBe(only);
  });
});

describe("a build that fails", () => {
  async function expectOldServes(
    attempt: (store: ReturnType<typeof open>) => Promise<unknown>,
    error: unknown = refused,
  ) {
    const old = putStockInPlace();
    const store = open();
    await expect(attempt(store)).rejects.toThrow(error);
    expect((await store.current())?.id).toBe(old);
    expect((await open().current())?.id).toBe(old);
    expect(names()).toEqual([old, "CURRENT"].toSorted());
  }
  const entries = makeEntries(20);
  const withEntries = (readEntries: GenerationPlan["readEntries"]) => ({ ...planOf(entries), readEntries });

  it.each<[string, GenerationPlan]>([
    ["a chunk that does not come", withEntries(() => [entries.slice(1)])],
    ["a chunk that comes twice", withEntries(() => [entries, entries.slice(0, 1)])],
    ["a chunk that is not planned", withEntries(() => [entries, makeEntries(1, { first: 99 })])],
    ["a vector of another dimension", withEntries(() => [entries.map((e) => ({ ...e, vector: new Float32Array(3) }))])],
    [
      "a vector with a value that is no number",
      withEntries(() => [entries.map((e) => ({ ...e, vector: e.vector.with(2, Number.NaN) }))]),
    ],
    [
      "a reader that fails",
      withEntries(() => {
        throw new Error("the disk is gone");
      }),
    ],
  ])("by %s leaves the old one serving and nothing behind", async (_, plan) => {
    await expectOldServes((store) => publish(store, plan));
  });

  it.each([
    ["throws", "throw new Error('broken')"],
    ["exits", "process.exit(3)"],
    ["ends without a word", ""],
    ["runs out of memory", "const all = []; for (;;) all.push(Array.from({ length: 1e5 }, () => ({})))"],
  ])("because the worker %s leaves the old one serving and nothing behind", async (_, code) => {
    const workerFile = new URL(`file://${dataDir()}/worker.mjs`);
    writeFileSync(workerFile, code);
    const { log } = createQuietLog();
    const broken = createGenerationStore({ dataDir: dataDir(), log }, { workerFile, workerHeapMb: 16, hereUpTo: 0 });
    await expectOldServes(() => publish(broken, planOf(entries)));
  });

  it("tells a full or forbidden disk as an error of the index", async () => {
    writeFileSync(join(dataDir(), "generations"), "a file where a folder should be");
    await expect(publish(open(), planOf(entries))).rejects.toThrow(refused);
  });
});
