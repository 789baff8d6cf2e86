import type { ArticleStore } from "../../src/core/ports.js";
import type { Article } from "../../src/core/types.js";

/** All current articles with their texts, by source and place in it. */
export function currentArticles(store: Pick<ArticleStore, "listHeads" | "getRevision">): Article[] {
  return store.listHeads().flatMap(({ id, revision }) => store.getRevision(id, revision) ?? []);
}
