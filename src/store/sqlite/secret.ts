/**
 * The key under which people are known to the database: made at the first start and kept in it, so that a backup holds
 * both. Whoever has a table of it without the key cannot tell who is meant, not even by trying all ids.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Characters of an asker's key: 96 bits, beyond any chance of two people sharing one. */
const KEY_CHARS = 16;

/** Makes the function that turns a Telegram id (of a person, or of a channel that speaks) into an asker's key. */
export function createAskerKeys(connection: Connection): (telegramId: number) => string {
  const read = connection.prepare<[], Buffer>("SELECT value FROM secrets WHERE name = 'askers'").pluck();
  const write = connection.prepare("INSERT OR IGNORE INTO secrets (name, value) VALUES ('askers', ?)");
  inTransaction(connection, "the key of the askers", () => write.run(randomBytes(32)));
  const secret = read.get() ?? randomBytes(32);
  return (telegramId) =>
    createHmac("sha256", secret).update(String(telegramId)).digest("base64url").slice(0, KEY_CHARS);
}
