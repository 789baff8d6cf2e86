/**
 * Measures both lists and their fusion through the product's own write path and retriever, with vectors that come from a
 * model server over HTTP: the profile under test is that of an OpenAI-compatible endpoint.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { EmbeddingModel, FusionWeights, Log } from "../../src/core/ports.js";
import { createDraft } from "../../src/ingest/draft.js";
import type { ReadCorpus } from "../../src/ingest/read-corpus.js";
import { createOpenAiEmbeddings } from "../../src/models/openai/embeddings.js";
import { HybridRetriever } from "../../src/retrieve/hybrid-retriever.js";
import { startModelServer } from "../support/model-server.js";
import { createMeaningVectors, type MeaningVectorsOptions } from "../support/model-server-meanings.js";
import type { HybridArticle, HybridQuestion, HybridSet } from "./set.js";
import { MEANINGS } from "./words.js";

/** How good the vectors are. */
export type Quality = Omit<MeaningVectorsOptions, "meanings">;

/** The product over the articles, ready to be asked with any weights. */
export interface HybridRig {
  /** The weights that the product uses with such an endpoint. */
  shipped: FusionWeights;
  /**
   * For each question the place of its article, from 1; undefined when it is not among the first ten.
   * @param weights others than the product's own.
   */
  rank(questions: readonly HybridQuestion[], weights?: FusionWeights): Promise<(number | undefined)[]>;
  close(): Promise<void>;
}

const TOP_K = 10;
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Starts a server, indexes the articles with its vectors. */
export async function startHybridRig(set: HybridSet, quality: Quality): Promise<HybridRig> {
  const server = await startModelServer({ embed: createMeaningVectors({ meanings: MEANINGS, ...quality }) });
  const dataDir = mkdtempSync(join(tmpdir(), "hybrid-"));
  const endpoint = { apiKey: "test-key", baseUrl: server.baseUrl, model: "known-quality" };
  const config = readConfig({
    OPENAI_API_KEY: endpoint.apiKey,
    OPENAI_BASE_URL: endpoint.baseUrl,
    EMBEDDING_MODEL: endpoint.model,
    DATA_DIR: dataDir,
    CORPUS_DIR: join(dataDir, "corpus"),
  });
  const app = await createApp(config, silent, { read: readerOf(set.articles) });
  await app.ingest();
  const model = rememberQuestions(createOpenAiEmbeddings(endpoint));
  const fingerprint = (await app.generations.current())?.fingerprint;
  if (fingerprint !== model.fingerprint) throw new Error(`the index holds vectors of ${fingerprint}`);
  return {
    shipped: model.weights,
    rank: (questions, weights) => rankAll(weights ? retrieverOf(app, { ...model, weights }) : app.retriever, questions),
    async close() {
      await app.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function retrieverOf({ generations, articles }: App, model: EmbeddingModel): HybridRetriever {
  return new HybridRetriever({ generations, articles, modelFor: () => model, log: silent });
}

async function rankAll(retriever: HybridRetriever, questions: readonly HybridQuestion[]) {
  const ranks: (number | undefined)[] = [];
  for (const { text, id } of questions) {
    const found = await retriever.findPassages(text, TOP_K);
    const place = Array.from(new Set(found.map(({ source }) => source))).indexOf(id);
    ranks.push(place < 0 ? undefined : place + 1);
  }
  return ranks;
}

/** One request for each question, however many weights are tried. */
function rememberQuestions(model: EmbeddingModel): EmbeddingModel {
  const known = new Map<string, Promise<number[]>>();
  const embedQuery = model.embeddings.embedQuery.bind(model.embeddings);
  model.embeddings.embedQuery = (text) => {
    const vector = known.get(text) ?? embedQuery(text);
    known.set(text, vector);
    return vector;
  };
  return model;
}

function readerOf(articles: readonly HybridArticle[]): ReadCorpus {
  return async () => ({
    changed: articles.map(({ id, title, paragraphs }) => ({
      source: id,
      drafts: [
        createDraft(
          { title, source: id, ordinal: 0 },
          paragraphs.map((text) => ({ text, kind: "body" })),
        ),
      ],
      joins: [],
      warnings: [],
    })),
    kept: new Set(),
    files: articles.map(({ id, title }) => ({ source: id, hash: createHash("sha256").update(title).digest("hex") })),
    problems: [],
  });
}
