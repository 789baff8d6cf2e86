/** What is stored about a person: shown, deleted, and forgotten with time. Implements `PrivacyStore`. */
import type { PersonalData, PrivacyStore } from "../../core/audience-ports.js";
import type { Language, Turn } from "../../core/types.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

interface VoteRow {
  at: number;
  vote: number;
  reasons: string;
  comment: string | null;
}

/** The key of a conversation ends with its asker's. */
const OF_ASKER = "substr(conversation, -length(@asker) - 1) = ':' || @asker";

/** On an open connection, which stays the caller's to close. */
export function createSqlitePrivacy(connection: Connection): PrivacyStore {
  const questions = connection.prepare<{ asker: string }, PersonalData["questions"][number]>(
    `SELECT at, question, json_extract(content, '$.text') AS answer FROM answers
     WHERE asker = @asker AND question IS NOT NULL ORDER BY at`,
  );
  const turns = connection
    .prepare<{ asker: string }, string>(`SELECT turn FROM turns WHERE ${OF_ASKER} ORDER BY id`)
    .pluck();
  const votes = connection.prepare<{ asker: string }, VoteRow>(
    "SELECT at, vote, reasons, comment FROM votes WHERE voter = @asker ORDER BY at",
  );
  const wishes = connection.prepare<{ asker: string }, PersonalData["wishes"][number]>(
    "SELECT at, question FROM wishes WHERE asker = @asker ORDER BY at",
  );
  const requests = connection
    .prepare<{ asker: string }, number>("SELECT at FROM requests WHERE asker = @asker ORDER BY at")
    .pluck();
  const language = connection
    .prepare<{ asker: string }, Language>("SELECT language FROM preferences WHERE asker = @asker")
    .pluck();

  const forgetting = [
    "UPDATE answers SET question = NULL, standalone = NULL, asker = NULL WHERE asker = @asker",
    `DELETE FROM turns WHERE ${OF_ASKER}`,
    "DELETE FROM votes WHERE voter = @asker",
    "DELETE FROM wishes WHERE asker = @asker",
    "DELETE FROM requests WHERE asker = @asker",
    "DELETE FROM told WHERE who = @asker",
    "DELETE FROM preferences WHERE asker = @asker",
  ].map((sql) => connection.prepare<{ asker: string }>(sql));

  const purging = [
    "UPDATE answers SET question = NULL, standalone = NULL, asker = NULL WHERE at < ? AND question IS NOT NULL",
    "DELETE FROM turns WHERE at < ?",
    "UPDATE votes SET comment = NULL WHERE at < ? AND comment IS NOT NULL",
    "DELETE FROM wishes WHERE at < ?",
    "DELETE FROM ignored_gaps WHERE at < ?",
  ].map((sql) => connection.prepare<[number]>(sql));

  return {
    collect(asker) {
      const spoken = language.get({ asker });
      return {
        questions: questions.all({ asker }),
        turns: turns.all({ asker }).map((stored) => {
          const { at, question, answer } = JSON.parse(stored) as Turn;
          return { at, question, answer };
        }),
        votes: votes.all({ asker }).map(({ reasons, comment, ...vote }) => ({
          ...vote,
          reasons: JSON.parse(reasons) as string[],
          ...(comment !== null && { comment }),
        })),
        wishes: wishes.all({ asker }),
        requests: requests.all({ asker }),
        ...(spoken !== undefined && { language: spoken }),
      };
    },
    forget: (asker) =>
      inTransaction(connection, "the forgetting of a person", () => {
        for (const statement of forgetting) statement.run({ asker });
      }),
    purge: (before) =>
      inTransaction(connection, "the forgetting of old questions", () =>
        purging.reduce((texts, statement) => texts + statement.run(before).changes, 0),
      ),
  };
}
