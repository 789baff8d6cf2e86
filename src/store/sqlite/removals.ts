/** Articles that admins took out, on SQLite: implements `RemovalStore`. A row is what keeps the article out, so none expires. */
import type { RemovalStore, RemovedArticle } from "../../core/admin-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Removals on an open connection, which stays the caller's to close. */
export function createSqliteRemovals(connection: Connection): RemovalStore {
  const all = connection.prepare<[], RemovedArticle>(
    `SELECT article_id AS "articleId", title, admin, at FROM removals ORDER BY at DESC, article_id`,
  );
  const insert = connection.prepare(
    "INSERT OR IGNORE INTO removals (article_id, title, admin, at) VALUES (?, ?, ?, ?)",
  );
  const remove = connection.prepare("DELETE FROM removals WHERE article_id = ? AND at >= ?");

  return {
    list: () => all.all(),
    add: ({ articleId, title, admin, at }) =>
      inTransaction(connection, "a removal", () => insert.run(articleId, title, admin, at).changes === 1),
    undo: (articleId, since) =>
      inTransaction(connection, "the end of a removal", () => remove.run(articleId, since).changes === 1),
  };
}
