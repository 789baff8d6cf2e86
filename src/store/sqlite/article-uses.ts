/** How often an article was cited and how that was liked, on SQLite: implements `ArticleUseStore`. */
import type { ArticleUseStore } from "../../core/admin-ports.js";
import type { Connection } from "./database.js";

/** On an open connection, which stays the caller's to close. */
export function createSqliteArticleUses(connection: Connection): ArticleUseStore {
  const count = connection.prepare<[string], { answers: number; badVotes: number }>(
    `SELECT count(DISTINCT c.answer_id) AS answers, count(v.voter) AS "badVotes"
     FROM cited c LEFT JOIN votes v ON v.answer_id = c.answer_id AND v.vote = -1
     WHERE c.article_id = ?`,
  );
  return { usesOf: (articleId) => count.get(articleId) ?? { answers: 0, badVotes: 0 } };
}
