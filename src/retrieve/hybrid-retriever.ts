/**
 * From a question to passages: word search and vector search over the serving generation, fused. A LangChain
 * retriever, so that it fits anything that takes one. It does not decide whether the passages answer the question.
 */

import { setImmediate } from "node:timers/promises";
import { Document, type DocumentInterface } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import { reasonOf } from "../core/errors.js";
import type { Generation, GenerationStore } from "../core/index-ports.js";
import type { ArticleStore, EmbeddingModel, FusionWeights, Log } from "../core/ports.js";
import type { Passage } from "../core/types.js";
import { fuseHits } from "./fuse.js";

/** What a retriever works with. */
export interface RetrieverDeps {
  generations: Pick<GenerationStore, "current">;
  articles: Pick<ArticleStore, "getPassages">;
  /** The model for a generation's fingerprint; undefined when it is not at hand. */
  modelFor(fingerprint: string): EmbeddingModel | undefined;
  log: Log;
}

/** A document of this retriever: `pageContent` is the passage's text. */
export type PassageDocument = DocumentInterface<Passage & Record<string, unknown>>;

const WORDS_ALONE: FusionWeights = { lexical: 1, vector: 0 };

/** Hits asked of each list before fusing; far more than are returned, so that both lists can agree. */
const CANDIDATES = 50;

/** Hybrid retrieval. `topK` passages (default 8), best first, scores 0 to 1; none when nothing is indexed. */
export class HybridRetriever extends BaseRetriever<Passage & Record<string, unknown>> {
  override lc_namespace = ["programme-answers", "retrieve"];
  readonly #deps: RetrieverDeps;
  readonly #topK: number;

  constructor(deps: RetrieverDeps, options: { topK?: number } = {}) {
    super();
    this.#deps = deps;
    this.#topK = options.topK ?? 8;
  }

  override async _getRelevantDocuments(question: string): Promise<PassageDocument[]> {
    const passages = await this.findPassages(question);
    return passages.map(
      (passage) => new Document({ id: String(passage.chunkId), pageContent: passage.text, metadata: { ...passage } }),
    );
  }

  /** The same as plain passages; `topK` instead of the retriever's own. */
  async findPassages(question: string, topK = this.#topK): Promise<Passage[]> {
    const generation = await this.#deps.generations.current();
    if (!generation || generation.lexical.size === 0) return [];
    const candidates = Math.max(CANDIDATES, topK);
    const lexical = generation.lexical.search(question, candidates);
    await setImmediate(); // each search takes milliseconds: others have their turn between them
    const model = this.#deps.modelFor(generation.fingerprint);
    const vector = model ? await this.#searchVectors(generation, model, question, candidates) : [];
    const weights = model && vector.length > 0 ? model.weights : WORDS_ALONE;
    await setImmediate();
    const hits = fuseHits(lexical, vector, weights, generation.lexical.fullScore(question)).slice(0, topK);
    const scores = new Map(hits.map((hit) => [hit.chunkId, hit.score]));
    return this.#deps.articles
      .getPassages(hits.map((hit) => hit.chunkId))
      .map((passage) => ({ ...passage, score: scores.get(passage.chunkId) ?? 0 }));
  }

  /** Word search alone still answers well, so a failing embedding endpoint costs quality, not the answer. */
  async #searchVectors(generation: Generation, model: EmbeddingModel, question: string, topK: number) {
    try {
      const vector = await model.embeddings.embedQuery(question);
      return generation.vectors.search(vector, topK);
    } catch (error) {
      const reason = reasonOf(error);
      this.#deps.log.warn({ reason }, "the question could not be embedded; searching by words alone");
      return [];
    }
  }
}
