/** Tokens spent by day, on SQLite: implements `SpendingStore`. */
import type { SpendingStore } from "../../core/audience-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Spending on an open connection, which stays the caller's to close. */
export function createSqliteSpending(connection: Connection): SpendingStore {
  const read = connection.prepare<[string], number>("SELECT tokens FROM spending WHERE day = ?").pluck();
  const add = connection.prepare(
    `INSERT INTO spending (day, tokens) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET tokens = tokens + excluded.tokens`,
  );
  return {
    tokensOn: (day) => read.get(day) ?? 0,
    add(day, tokens) {
      inTransaction(connection, "spent tokens", () => add.run(day, tokens), "lazy");
    },
  };
}
