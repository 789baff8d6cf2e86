/** What people think of answers, and what they wish to hear of, on SQLite: implements `FeedbackStore`. */
import { type FeedbackStore, VOTE_REASONS, type Vote, type VoteReason } from "../../core/audience-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

interface Row {
  vote: 1 | -1;
  reasons: string;
  comment: string | null;
}

/** Feedback on an open connection, which stays the caller's to close. */
export function createSqliteFeedback(connection: Connection): FeedbackStore {
  const one = connection.prepare<[string, string], Row>(
    "SELECT vote, reasons, comment FROM votes WHERE answer_id = ? AND voter = ?",
  );
  const put = connection.prepare(
    `INSERT INTO votes (answer_id, voter, vote, reasons, at) VALUES (?, ?, ?, '[]', ?)
     ON CONFLICT DO UPDATE SET vote = excluded.vote, reasons = '[]', comment = NULL, at = excluded.at
       WHERE vote <> excluded.vote`,
  );
  const putReasons = connection.prepare("UPDATE votes SET reasons = ? WHERE answer_id = ? AND voter = ?");
  const putComment = connection.prepare(
    `INSERT INTO votes (answer_id, voter, vote, reasons, comment, at) VALUES (?, ?, -1, '[]', ?, ?)
     ON CONFLICT DO UPDATE SET comment = excluded.comment`,
  );
  const insertWish = connection.prepare(
    `INSERT OR IGNORE INTO wishes (answer_id, asker, chat_id, thread_id, language, question, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  const read = (answerId: string, voter: string): Vote | undefined => {
    const row = one.get(answerId, voter);
    return row && toVote(row);
  };

  return {
    read,
    vote(answerId, voter, vote) {
      inTransaction(connection, "a vote", () => put.run(answerId, voter, vote, Date.now()));
    },
    setReason(answerId, voter, reason, isGiven) {
      return inTransaction(connection, "the reason of a vote", () => {
        put.run(answerId, voter, -1, Date.now());
        const given = new Set<VoteReason>(read(answerId, voter)?.reasons);
        if (isGiven) given.add(reason);
        else given.delete(reason);
        const reasons = VOTE_REASONS.filter((known) => given.has(known));
        putReasons.run(JSON.stringify(reasons), answerId, voter);
        return reasons;
      });
    },
    comment(answerId, voter, comment) {
      inTransaction(connection, "a comment", () => putComment.run(answerId, voter, comment, Date.now()));
    },
    addWish({ answerId, asker, chatId, threadId, language, question }) {
      const values = [answerId, asker, chatId, threadId ?? null, language, question, Date.now()];
      return inTransaction(connection, "a wish", () => insertWish.run(...values).changes === 1);
    },
  };
}

function toVote({ vote, reasons, comment }: Row): Vote {
  return { vote, reasons: JSON.parse(reasons) as VoteReason[], ...(comment !== null && { comment }) };
}
