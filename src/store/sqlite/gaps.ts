/** Questions without an answer that helped, and open wishes, on SQLite: implements `GapStore` and `WishStore`. */
import type { Wish } from "../../core/audience-ports.js";
import type { GapStore, UnhelpedQuestion, WishStore } from "../../core/gap-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

interface UnhelpedRow extends Pick<UnhelpedQuestion, "question" | "at" | "waiting"> {
  isRefused: 0 | 1;
  isDisliked: 0 | 1;
}

type WishRow = Omit<Wish, "threadId"> & { threadId: number | null };

/** Of a wish whose answer was forgotten only the wish itself still knows the question. */
const UNHELPED = `
  WITH asked AS (
    SELECT id, at, kind, coalesce(standalone, question) AS question FROM answers WHERE question IS NOT NULL
  ), answered AS MATERIALIZED (
    SELECT question, max(at) AS at FROM asked WHERE kind IN ('grounded', 'extractive') GROUP BY question
  ), unhelped AS (
    SELECT id, at, question, kind = 'refused' AND at > coalesce(
        (SELECT answered.at FROM answered WHERE answered.question = asked.question), 0) AS "isRefused",
      EXISTS (SELECT 1 FROM votes WHERE answer_id = id AND vote = -1) AS "isDisliked"
    FROM asked WHERE kind <> 'smalltalk'
  )
  SELECT question, at, "isRefused", "isDisliked",
    (SELECT count(*) FROM wishes WHERE answer_id = id AND told_at IS NULL) AS waiting
  FROM unhelped WHERE "isRefused" OR "isDisliked"
  UNION ALL
  SELECT w.question, min(w.at), 1, 0, count(*) FROM wishes w JOIN answers a ON a.id = w.answer_id
  WHERE a.question IS NULL AND w.told_at IS NULL GROUP BY w.answer_id
  ORDER BY at DESC LIMIT ?`;

/** Gaps on an open connection, which stays the caller's to close. */
export function createSqliteGaps(connection: Connection): GapStore {
  const unhelped = connection.prepare<[number], UnhelpedRow>(UNHELPED);
  const ignored = connection.prepare<[], string>("SELECT question FROM ignored_gaps ORDER BY question").pluck();
  const insert = connection.prepare("INSERT OR IGNORE INTO ignored_gaps (question, admin, at) VALUES (?, ?, ?)");

  return {
    listUnhelped: (limit) =>
      unhelped.all(limit).map(({ isRefused, isDisliked, ...row }) => ({
        ...row,
        isRefused: isRefused === 1,
        isDisliked: isDisliked === 1,
      })),
    listIgnored: () => ignored.all(),
    ignore: (key, admin) =>
      inTransaction(connection, "an ignored question", () => insert.run(key, admin, Date.now()).changes === 1),
  };
}

/** Open wishes on an open connection, which stays the caller's to close. */
export function createSqliteWishes(connection: Connection): WishStore {
  const open = connection.prepare<[], WishRow>(
    `SELECT answer_id AS "answerId", asker, chat_id AS "chatId", thread_id AS "threadId", language, question
     FROM wishes WHERE told_at IS NULL ORDER BY at, answer_id, asker`,
  );
  const close = connection.prepare(
    "UPDATE wishes SET told_at = ? WHERE answer_id = ? AND asker = ? AND told_at IS NULL",
  );
  const reopen = connection.prepare("UPDATE wishes SET told_at = NULL WHERE answer_id = ? AND asker = ?");

  return {
    listOpen: () => open.all().map(({ threadId, ...wish }) => ({ ...wish, ...(threadId !== null && { threadId }) })),
    close: ({ answerId, asker }) =>
      inTransaction(connection, "a wish that is told", () => close.run(Date.now(), answerId, asker).changes === 1),
    reopen: ({ answerId, asker }) =>
      inTransaction(connection, "a wish to be told again", () => void reopen.run(answerId, asker)),
  };
}
