import { Embeddings } from "@langchain/core/embeddings";
import { describe, expect, it } from "vitest";
import { AppError } from "../core/errors.js";
import { fillVectors, findMissing, type VectorDeps } from "./vectors.js";

/** Answers as the test says; the texts of every call are kept. */
class ScriptedEmbeddings extends Embeddings {
  readonly calls: string[][] = [];
  readonly #reply: (texts: string[]) => unknown;

  constructor(reply: (texts: string[]) => unknown) {
    super({});
    this.#reply = reply;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.calls.push(texts);
    return this.#reply(texts) as number[][];
  }

  override embedQuery(): Promise<number[]> {
    throw new Error("ingest never embeds a question");
  }
}

function setUp(reply: (texts: string[]) => unknown = (texts) => texts.map((text) => [text.length, 1])) {
  const cache = new Map<string, Float32Array>();
  const embeddings = new ScriptedEmbeddings(reply);
  const deps: VectorDeps = {
    embedding: { embeddings, fingerprint: "f", weights: { lexical: 1, vector: 1 } },
    articles: {
      getVectors: (_, hashes) =>
        new Map(hashes.flatMap((hash) => (cache.has(hash) ? [[hash, cache.get(hash) as Float32Array]] : []))),
      putVectors: (_, vectors) => {
        for (const [hash, vector] of vectors) cache.set(hash, vector);
      },
    },
  };
  return { deps, cache, embeddings };
}
const texts = (count: number) => Array.from({ length: count }, (_, i) => ({ hash: `h${i}`, text: "字".repeat(i + 1) }));
const nothing = () => {};

describe("findMissing", () => {
  it("finds each text without a vector once", async () => {
    const { deps, cache } = setUp();
    cache.set("h1", Float32Array.of(1, 2));
    expect(await findMissing(deps, [...texts(3), ...texts(3)])).toEqual({
      missing: [texts(3)[0], texts(3)[2]],
      dimensions: 2,
    });
  });

  it("knows no dimensions when nothing is cached", async () => {
    expect(await findMissing(setUp().deps, texts(2))).toEqual({ missing: texts(2), dimensions: undefined });
    expect(await findMissing(setUp().deps, [])).toEqual({ missing: [], dimensions: undefined });
  });

  it("takes vectors of another length than most for stale", async () => {
    const { deps, cache } = setUp();
    for (const [i, { hash }] of texts(3).entries())
      cache.set(hash, i === 0 ? Float32Array.of(1, 2, 3) : Float32Array.of(1, 2));
    expect(await findMissing(deps, texts(3))).toEqual({ missing: [texts(1)[0]], dimensions: 2 });
  });
});

describe("fillVectors", () => {
  it("embeds in batches and caches each as it returns", async () => {
    const { deps, cache, embeddings } = setUp();
    const progress: number[] = [];
    expect(await fillVectors(deps, texts(300), (done) => progress.push(done))).toEqual({
      dimensions: 2,
      embedded: 300,
    });
    expect(embeddings.calls.map(({ length }) => length)).toEqual([128, 128, 44]);
    expect(progress).toEqual([128, 256, 300]);
    expect(cache.size).toBe(300);
    expect([...(cache.get("h4") ?? [])]).toEqual([5, 1]);
  });

  it("keeps what was embedded before a failure", async () => {
    let calls = 0;
    const { deps, cache } = setUp((batch) => {
      if (++calls === 2) throw new AppError("EMBEDDING_FAILED", { message: "down", retryable: true });
      return batch.map(() => [1, 2]);
    });
    await expect(fillVectors(deps, texts(300), nothing)).rejects.toMatchObject({
      code: "EMBEDDING_FAILED",
      message: "down",
    });
    expect(cache.size).toBe(128);
    expect((await findMissing(deps, texts(300))).missing).toHaveLength(172);
  });

  it("translates a foreign error", async () => {
    const { deps } = setUp(() => {
      throw new TypeError("fetch failed");
    });
    await expect(fillVectors(deps, texts(1), nothing)).rejects.toMatchObject({
      code: "EMBEDDING_FAILED",
      retryable: true,
      cause: expect.any(TypeError),
    });
  });

  it.each([
    ["too few vectors", () => [[1, 2]]],
    [
      "too many vectors",
      () => [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    ],
    ["an empty vector", () => [[], []]],
    [
      "vectors of different lengths",
      () => [
        [1, 2],
        [1, 2, 3],
      ],
    ],
    [
      "a value that is no number",
      () => [
        [1, 2],
        [1, Number.NaN],
      ],
    ],
    [
      "an infinite value",
      () => [
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ],
    ],
    [
      "a value too large to store",
      () => [
        [1, 2],
        [1, 1e300],
      ],
    ],
    [
      "a hole",
      () => [
        [1, 2],
        [1, null],
      ],
    ],
  ])("refuses %s and caches nothing of it", async (_, reply) => {
    const { deps, cache } = setUp(reply);
    await expect(fillVectors(deps, texts(2), nothing)).rejects.toMatchObject({ code: "EMBEDDING_FAILED" });
    expect(cache.size).toBe(0);
  });

  it("embeds only what is missing", async () => {
    const { deps, cache, embeddings } = setUp();
    cache.set("h1", Float32Array.of(1, 2));
    expect(await fillVectors(deps, texts(3), nothing)).toEqual({ dimensions: 2, embedded: 2 });
    expect(embeddings.calls).toEqual([["字", "字字字"]]);
    expect(await fillVectors(deps, texts(3), nothing)).toEqual({ dimensions: 2, embedded: 0 });
    expect(embeddings.calls).toHaveLength(1);
  });

  it("embeds everything anew when the model behind a name gives vectors of another length", async () => {
    const { deps, cache } = setUp();
    for (const { hash } of texts(3)) cache.set(hash, Float32Array.of(1, 2, 3));
    expect(await fillVectors(deps, texts(4), nothing)).toEqual({ dimensions: 2, embedded: 4 });
    expect([...cache.values()].map(({ length }) => length)).toEqual([2, 2, 2, 2]);
  });

  it("refuses a model whose vectors change their length from call to call", async () => {
    let length = 4;
    const { deps, cache } = setUp((batch) => {
      length++;
      return batch.map(() => Array.from({ length }, () => 1));
    });
    cache.set("h0", Float32Array.of(1, 2));
    await expect(fillVectors(deps, texts(2), nothing)).rejects.toThrow(/change their length/);
  });

  it("asks for nothing when there is nothing to embed", async () => {
    const { deps, embeddings } = setUp();
    expect(await fillVectors(deps, [], nothing)).toEqual({ dimensions: undefined, embedded: 0 });
    expect(embeddings.calls).toEqual([]);
  });
});
