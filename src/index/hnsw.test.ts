import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { VectorIndex } from "../core/index-ports.js";
import { createSyntheticArticles } from "../eval/synthetic.js";
import { embedText } from "../models/embedded/embeddings.js";
import { createHnswBuilder, loadHnsw } from "./hnsw.js";

const folder = mkdtempSync(join(tmpdir(), "hnsw-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const nextPath = () => join(folder, `${files++}.bin`);
const refused = expect.objectContaining({ code: "INDEX_INVALID" });

/** Builds, saves and loads; chunk ids count from 1. */
async function index(vectors: readonly ArrayLike<number>[], dimensions: number): Promise<VectorIndex> {
  return loadHnsw(save(vectors, dimensions), { dimensions, count: vectors.length });
}

function save(vectors: readonly ArrayLike<number>[], dimensions: number): string {
  const path = nextPath();
  const builder = createHnswBuilder(dimensions, vectors.length);
  vectors.forEach((vector, i) => builder.add(i + 1, vector));
  builder.save(path);
  return path;
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [product, a, b] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    product += (one[i] ?? 0) * (other[i] ?? 0);
    a += (one[i] ?? 0) ** 2;
    b += (other[i] ?? 0) ** 2;
  }
  return product / Math.sqrt(a * b);
}

/** How many of the ten found are as near as the truly tenth. */
function recallAt10(vectors: readonly number[][], loaded: VectorIndex, queries: readonly number[][]): number {
  let found = 0;
  for (const query of queries) {
    const similarities = vectors.map((vector) => cosine(vector, query));
    const tenth = similarities.toSorted((a, b) => b - a)[9] ?? 0;
    found += loaded.search(query, 10).filter(({ chunkId }) => (similarities[chunkId - 1] ?? 0) >= tenth - 1e-6).length;
  }
  return found / (10 * queries.length);
}

describe("loadHnsw", () => {
  it("gives cosine similarities, nearest first, whatever the lengths of the vectors", async () => {
    const loaded = await index(
      [
        [1, 0],
        [10, 10],
        [-3, 0],
        [0, 1e-30],
      ],
      2,
    );
    const hits = loaded.search([2, 0], 4);
    expect(hits.map((hit) => hit.chunkId)).toEqual([1, 2, 4, 3]);
    [1, Math.SQRT1_2, 0, -1].forEach((score, i) => expect(hits[i]?.score).toBeCloseTo(score, 5));
    expect(loaded.search([1e200, 0], 1)[0]?.score).toBeCloseTo(1, 5);
  });

  it("finds at least 99 of 100 true neighbours after save and load", { timeout: 60_000 }, async () => {
    const texts = createSyntheticArticles(500, 7).flatMap(({ text }) => text.split("\n\n"));
    const vectors = texts.slice(0, 4000).map(embedText);
    const queries = texts.slice(0, 60).map((text) => embedText(`${text.slice(20, 40)}多少`));
    expect(recallAt10(vectors, await index(vectors, 256), queries)).toBeGreaterThanOrEqual(0.99);
  });

  it("is exact for a small collection, also of clusters and duplicates", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.constant(1)), {
          minLength: 10,
          maxLength: 300,
        }),
        async (vectors) => {
          const loaded = await index(vectors, 3);
          expect(recallAt10(vectors, loaded, [[1, 2, 3], vectors[0] ?? []])).toBe(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("still finds the others among very many equal vectors", async () => {
    const vectors = Array.from({ length: 900 }, (_, i) => (i % 30 === 0 ? [1, i / 900, 0.5] : [0, 0, 1]));
    const others = (await index(vectors, 3)).search([1, 0.5, 0.4], 30).map((hit) => hit.chunkId % 30);
    expect(others).toEqual(Array.from({ length: 30 }, () => 1));
  });

  it("gives all there is when asked for more", async () => {
    const loaded = await index(
      [
        [1, 0],
        [0, 1],
      ],
      2,
    );
    expect(loaded.search([1, 1], 50)).toHaveLength(2);
    expect(loaded.search([1, 1], Number.POSITIVE_INFINITY)).toHaveLength(2);
    for (const topK of [0, -1, Number.NaN]) expect(loaded.search([1, 1], topK)).toEqual([]);
  });

  it("finds nothing in an empty index", async () => {
    const loaded = await index([], 3);
    expect(loaded).toMatchObject({ size: 0, dimensions: 3 });
    expect(loaded.search([1, 2, 3], 5)).toEqual([]);
  });

  it("leaves vectors without direction out, and finds nothing for one", async () => {
    const builder = createHnswBuilder(2, 2);
    builder.add(1, [0, 0]);
    builder.add(2, [1, 0]);
    expect(builder.count).toBe(1);
    const path = nextPath();
    builder.save(path);
    const loaded = await loadHnsw(path, { dimensions: 2, count: 1 });
    expect(loaded.search([0, 1], 5).map((hit) => hit.chunkId)).toEqual([2]);
    expect(loaded.search([0, 0], 5)).toEqual([]);
  });

  it("searches as well after a second load as after the first: ef is set each time", async () => {
    const vectors = createSyntheticArticles(60, 3)
      .flatMap(({ text }) => text.split("\n\n"))
      .map(embedText);
    const path = save(vectors, 256);
    const expected = { dimensions: 256, count: vectors.length };
    const [one, other] = [await loadHnsw(path, expected), await loadHnsw(path, expected)];
    const query = embedText("茶叶种植面积");
    expect(other.search(query, 20)).toEqual(one.search(query, 20));
    expect(recallAt10(vectors, other, [query])).toBe(1);
  });

  it("refuses a question vector of another dimension or with a value that is no number", async () => {
    const loaded = await index([[1, 0]], 2);
    for (const bad of [[1], [1, 0, 0], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 1]]) {
      expect(() => loaded.search(bad, 1)).toThrow(refused);
    }
    expect(loaded.search([1, 0], 1)).toHaveLength(1);
  });
});

describe("a file that does not fit", () => {
  const path = save(
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    3,
  );
  const expected = { dimensions: 3, count: 3 };

  it("is refused when it is missing", async () => {
    await expect(loadHnsw(join(folder, "nowhere.bin"), expected)).rejects.toThrow(refused);
  });

  it("is refused when it is cut off, wherever", async () => {
    const whole = readFileSync(path).length;
    for (const length of [0, 10, 96, 200, whole - 12, whole - 1]) {
      const cut = nextPath();
      copyFileSync(path, cut);
      truncateSync(cut, length);
      await expect(loadHnsw(cut, expected)).rejects.toThrow(refused);
    }
  });

  it("is refused when it holds another dimension or another number of vectors", async () => {
    await expect(loadHnsw(path, { dimensions: 4, count: 3 })).rejects.toThrow(/3 dimensions, not 4/);
    await expect(loadHnsw(path, { dimensions: 3, count: 2 })).rejects.toThrow(/3 vectors, not 2/);
  });

  it("is refused when it is something else", async () => {
    const other = nextPath();
    writeFileSync(other, "这不是索引".repeat(100));
    await expect(loadHnsw(other, expected)).rejects.toThrow(refused);
    await expect(loadHnsw(folder, expected)).rejects.toThrow(refused);
  });
});

describe("createHnswBuilder", () => {
  it("refuses what the library would take in silence", () => {
    const builder = createHnswBuilder(2, 1);
    for (const bad of [[1], [1, Number.NaN], [1, Number.NEGATIVE_INFINITY]]) {
      expect(() => builder.add(1, bad)).toThrow(refused);
    }
    for (const id of [0, -1, 1.5, 2 ** 32]) expect(() => builder.add(id, [1, 0])).toThrow(refused);
    builder.add(1, [1, 0]);
    expect(() => builder.add(2, [0, 1])).toThrow(refused);
  });

  it("says so when a file could not be written", () => {
    const builder = createHnswBuilder(2, 1);
    builder.add(1, [1, 0]);
    const bad = join(folder, "no", "such", "folder.bin");
    expect(() => builder.save(bad)).toThrow(refused);
    expect(existsSync(bad)).toBe(false);
  });
});
