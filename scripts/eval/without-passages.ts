/**
 * A retriever to which some passages do not exist: how a question is made unanswerable. They are left out of both
 * lists before these are fused, so that the rest is scored as if it were all there is.
 */
import type { App } from "../../src/app.js";
import type { Generation, Hit } from "../../src/core/index-ports.js";
import { createLog } from "../../src/log.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { HybridRetriever } from "../../src/retrieve/hybrid-retriever.js";

/** Says the source of a chunk. */
export type SourceOf = (chunkId: number) => string;

/** Sources of all chunks: the ids of the passages. */
export function mapSources(app: App): SourceOf {
  const sources = new Map(app.articles.listCurrent().map(({ id, source }) => [id, source]));
  const ofChunk = new Map(
    app.articles.listCurrentChunks().map(({ id, articleId }) => [id, sources.get(articleId) ?? ""]),
  );
  return (chunkId) => ofChunk.get(chunkId) ?? "";
}

/** More hits than a question has passages that answer it: so many are asked for in addition. */
const SPARE = 100;

/** @param isLeftOut by source. */
export function retrieverWithout(
  app: App,
  generation: Generation,
  isLeftOut: (chunkId: number) => boolean,
): HybridRetriever {
  const filter = (hits: readonly Hit[], topK: number) =>
    hits.filter(({ chunkId }) => !isLeftOut(chunkId)).slice(0, topK);
  const { lexical, vectors } = generation;
  const reduced: Generation = {
    ...generation,
    lexical: {
      size: lexical.size,
      idf: (term) => lexical.idf(term),
      fullScore: (query) => lexical.fullScore(query),
      documentFrequency: (term) => lexical.documentFrequency(term),
      search: (query, topK) => filter(lexical.search(query, topK + SPARE), topK),
    },
    vectors: {
      size: vectors.size,
      dimensions: vectors.dimensions,
      search: (vector, topK) => filter(vectors.search(vector, topK + SPARE), topK),
    },
  };
  const embedding = createEmbeddedEmbeddings();
  return new HybridRetriever({
    generations: { current: async () => reduced },
    articles: app.articles,
    modelFor: () => embedding,
    log: createLog("error"),
  });
}
