/**
 * The articles as lists show them. Reading all of them costs a moment in which nothing else runs, so the list is kept for
 * a few seconds, whoever presses buttons however fast; texts are not read.
 */
import type { ArticleStore } from "../core/ports.js";
import type { Citation } from "../core/types.js";
import type { ArticleDates } from "./views/answer-view.js";
import type { SourceEntry } from "./views/sources-view.js";

/** How old a list may be. Milliseconds. */
const KEPT_MS = 10_000;

/** What views ask about articles. */
export interface Catalogue {
  /** Current articles, in the store's order; at most ten seconds old. */
  list(): readonly SourceEntry[];
  /** How many there are. */
  count(): number;
  /** Dates of the revision that was cited, also of a removed article. */
  datesOf(citation: Pick<Citation, "articleId" | "revision">): ArticleDates | undefined;
}

/** @param now milliseconds. */
export function createCatalogue(
  articles: Pick<ArticleStore, "listHeads" | "countArticles" | "getRevision">,
  now: () => number = Date.now,
): Catalogue {
  let kept: { entries: SourceEntry[]; at: number } | undefined;
  return {
    list() {
      if (!kept || now() - kept.at > KEPT_MS) {
        const entries = articles.listHeads().map(({ title, author, published, eventDates }) => ({
          title,
          eventDates,
          ...(author === undefined ? {} : { author }),
          ...(published === undefined ? {} : { published }),
        }));
        kept = { entries, at: now() };
      }
      return kept.entries;
    },
    count: () => articles.countArticles(),
    datesOf({ articleId, revision }) {
      const article = articles.getRevision(articleId, revision);
      return (
        article && {
          eventDates: article.eventDates,
          ...(article.published === undefined ? {} : { published: article.published }),
        }
      );
    },
  };
}
