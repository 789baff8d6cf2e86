import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createQuietLog, makeEntries, planOf, publish } from "../../test/support/generation-entries.js";
import { useGenerationFolder } from "../../test/support/generation-folder.js";
import { createGenerationStore, type GenerationStoreOptions } from "./generation.js";

const { dataDir, putStockInPlace } = useGenerationFolder();
const inFolder = (...names: string[]) => join(dataDir(), "generations", ...names);

/** One process's view of the folder; looks at it every time unless told otherwise. */
function open(options: GenerationStoreOptions = {}) {
  const { log, warnings } = createQuietLog();
  return { ...createGenerationStore({ dataDir: dataDir(), log }, { lookEveryMs: 0, ...options }), warnings };
}

describe("current", () => {
  /** Publishes, spoils what was published, and expects that nobody uses it. */
  async function expectRefused(spoil: (folder: string) => void, reason: RegExp) {
    spoil(inFolder(putStockInPlace()));
    const store = open();
    expect(await store.current()).toBeUndefined();
    expect(await store.current()).toBeUndefined();
    expect(store.warnings).toHaveLength(1);
    expect(store.warnings[0]).toMatch(reason);
    expect(await store.fits(planOf(makeEntries(10)))).toBe(false);
    return store;
  }
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(path, change(readFileSync(path, "utf8")));
  const flip = (path: string) => {
    const bytes = readFileSync(path);
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  };

  it.each<[string, (folder: string) => void, RegExp]>([
    ["the folder is gone", (folder) => rmSync(folder, { recursive: true }), /manifest/],
    ["the manifest is cut off", (folder) => truncateSync(join(folder, "manifest.json"), 100), /manifest/],
    [
      "the tokenizer was another",
      (folder) => edit(join(folder, "manifest.json"), (text) => text.replace(/"tokenizer": "/, "$&0")),
      /versions.tokenizer/,
    ],
    [
      "it has another format",
      (folder) => edit(join(folder, "manifest.json"), (text) => text.replace(/"format": \d/, "$&0")),
      /another version/,
    ],
    [
      "it is another generation's",
      (folder) => edit(join(folder, "manifest.json"), (text) => text.replace(/"id": "2/, '"id": "3')),
      /belongs to 3/,
    ],
    ["the word index is missing", (folder) => rmSync(join(folder, "bm25-0.bin")), /bm25-0.bin.*cannot be read/],
    ["the word index is cut off", (folder) => truncateSync(join(folder, "bm25-0.bin"), 500), /500 bytes/],
    ["one bit of the word index is wrong", (folder) => flip(join(folder, "bm25-0.bin")), /checksum/],
    ["the vector index is missing", (folder) => rmSync(join(folder, "hnsw-0.bin")), /hnsw-0.bin.*cannot be read/],
    ["the vector index is cut off", (folder) => truncateSync(join(folder, "hnsw-0.bin"), 120), /120 bytes/],
    ["one bit of the vector index is wrong", (folder) => flip(join(folder, "hnsw-0.bin")), /checksum/],
    ["CURRENT names something else", () => writeFileSync(inFolder("CURRENT"), "../../etc\n"), /names no generation/],
  ])("gives nothing, and says why once, when %s", async (_, spoil, reason) => {
    await expectRefused(spoil, reason);
  });

  it("serves again once a new one has been published in place of one that does not fit", async () => {
    const store = await expectRefused((folder) => rmSync(join(folder, "bm25-0.bin")), /bm25/);
    const id = await publish(store, planOf(makeEntries(3)));
    expect((await store.current())?.id).toBe(id);
    expect((await open().current())?.id).toBe(id);
  });

  it("picks up what another process has published, and keeps the old one when that does not load", async () => {
    const [reader, writer] = [open(), open()];
    const first = putStockInPlace();
    expect((await reader.current())?.id).toBe(first);
    const second = await publish(writer, planOf(makeEntries(4)));
    expect((await reader.current())?.id).toBe(second);
    const third = await publish(writer, planOf(makeEntries(5)));
    truncateSync(inFolder(third, "hnsw-0.bin"), 30);
    expect((await reader.current())?.id).toBe(second);
    expect(reader.warnings).toHaveLength(1);
    const fourth = await publish(writer, planOf(makeEntries(6)));
    expect((await reader.current())?.id).toBe(fourth);
  });

  it("does not look at the disk again so soon, and gives the same object", async () => {
    const [reader, writer] = [open({ lookEveryMs: 60_000 }), open()];
    putStockInPlace();
    const first = await reader.current();
    await publish(writer, planOf(makeEntries(4)));
    expect(await reader.current()).toBe(first);
    expect(await reader.fits(planOf(makeEntries(4)))).toBe(true);
  });

  it("loads once for many who ask at once", async () => {
    putStockInPlace();
    const store = open();
    const all = await Promise.all(Array.from({ length: 20 }, () => store.current()));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toBeDefined();
  });
});

describe("fits", () => {
  it("is true only for the same chunks under the same model", async () => {
    const store = open();
    const plan = planOf(makeEntries(10));
    expect(await store.fits(plan)).toBe(false);
    putStockInPlace();
    expect(await store.fits(plan)).toBe(true);
    expect(await store.fits({ ...plan, chunks: plan.chunks.toReversed() })).toBe(true);
    expect(await store.fits({ ...plan, chunks: plan.chunks.slice(1) })).toBe(false);
    expect(
      await store.fits({ ...plan, chunks: plan.chunks.map((c) => (c.id === 3 ? { ...c, hash: "changed" } : c)) }),
    ).toBe(false);
    expect(await store.fits({ ...plan, chunks: plan.chunks.map((c) => (c.id === 3 ? { ...c, id: 30 } : c)) })).toBe(
      false,
    );
    expect(await store.fits({ ...plan, fingerprint: "test:v2" })).toBe(false);
    expect(await store.fits({ ...plan, dimensions: 9 })).toBe(false);
  });
});
