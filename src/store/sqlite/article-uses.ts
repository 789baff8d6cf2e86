/** How often an article was cited and how that was liked, on SQLite: implements `ArticleUseStore`. Reads all answers. */
import type { ArticleUseStore } from "../../core/admin-ports.js";
import type { Connection } from "./database.js";

/** On an open connection, which stays the caller's to close. */
export function createSqliteArticleUses(connection: Connection): ArticleUseStore {
  const count = connection.prepare<[string], { answers: number; badVotes: number }>(
    `SELECT count(DISTINCT a.id) AS answers, count(v.voter) AS "badVotes"
     FROM answers a LEFT JOIN votes v ON v.answer_id = a.id AND v.vote = -1
     WHERE instr(a.content, ?) > 0`,
  );
  return {
    // Within any text of the JSON these quotes are escaped, so nothing but a citation looks like this.
    usesOf: (articleId) => count.get(`"articleId":${JSON.stringify(articleId)}`) ?? { answers: 0, badVotes: 0 },
  };
}
