import { expect, it } from "vitest";
import type { Generation } from "../core/index-ports.js";
import type { EmbeddingModel, Log } from "../core/ports.js";
import { HybridRetriever } from "./hybrid-retriever.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

it("lets others have their turn between its two searches, and before what comes of them is used", async () => {
  const done: string[] = [];
  const generation: Generation = {
    id: "g",
    fingerprint: "f",
    lexical: {
      size: 1,
      search: () => {
        done.push("words");
        setImmediate(() => done.push("somebody else"));
        return [{ chunkId: 1, score: 1 }];
      },
      fullScore: () => 1,
      idf: () => 1,
      documentFrequency: () => 1,
    },
    vectors: {
      size: 1,
      dimensions: 1,
      search: () => {
        done.push("vectors");
        setImmediate(() => done.push("somebody else"));
        return [{ chunkId: 1, score: 1 }];
      },
    },
    holds: () => true,
  };
  const model = {
    fingerprint: "f",
    weights: { lexical: 1, vector: 1 },
    embeddings: { embedQuery: async () => [1] },
  } as unknown as EmbeddingModel;
  const retriever = new HybridRetriever({
    generations: { current: async () => generation },
    articles: {
      getPassages: () => {
        done.push("passages");
        return [];
      },
    },
    modelFor: () => model,
    log: silent,
  });
  await retriever.findPassages("食堂在哪");
  expect(done).toEqual(["words", "somebody else", "vectors", "somebody else", "passages"]);
});
