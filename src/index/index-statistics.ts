/** What is searched right now, in numbers. */
import type { GenerationStore } from "../core/index-ports.js";
import type { ArticleStore } from "../core/ports.js";
import type { IndexStatistics } from "../core/statistics-port.js";

/** Looks at what serves whenever it is called; cheap enough for every few seconds. */
export function createIndexStatistics(
  generations: Pick<GenerationStore, "current">,
  articles: Pick<ArticleStore, "countArticles">,
): () => Promise<IndexStatistics> {
  return async () => {
    const serving = await generations.current();
    return {
      ...(serving && { generation: serving.id }),
      articles: articles.countArticles(),
      chunks: serving?.lexical.size ?? 0,
    };
  };
}
