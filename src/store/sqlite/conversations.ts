/** What was said in each conversation, on SQLite: implements `ConversationStore`. Keeps the newest turns only. */
import type { ConversationStore } from "../../core/ports.js";
import type { Turn } from "../../core/types.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Turns kept per conversation; a follow-up never needs more. */
export const TURNS_KEPT = 20;

/** Conversations on an open connection, which stays the caller's to close. */
export function createSqliteConversations(connection: Connection): ConversationStore {
  const insert = connection.prepare("INSERT INTO turns (conversation, at, turn) VALUES (?, ?, ?)");
  const prune = connection.prepare(
    `DELETE FROM turns WHERE conversation = @conversation AND id NOT IN
       (SELECT id FROM turns WHERE conversation = @conversation ORDER BY id DESC LIMIT ${TURNS_KEPT})`,
  );
  const newest = connection
    .prepare<[string, number], string>("SELECT turn FROM turns WHERE conversation = ? ORDER BY id DESC LIMIT ?")
    .pluck();
  const clear = connection.prepare("DELETE FROM turns WHERE conversation = ?");

  return {
    appendTurn(conversation, turn) {
      const write = () => {
        insert.run(conversation, turn.at, JSON.stringify(turn));
        prune.run({ conversation });
      };
      inTransaction(connection, "a turn of a conversation", write, "lazy");
    },
    listTurns: (conversation, limit) =>
      newest
        .all(conversation, limit)
        .map((turn) => JSON.parse(turn) as Turn)
        .toReversed(),
    clearTurns: (conversation) => clear.run(conversation).changes,
  };
}
