/**
 * The key under which people are known to the database: made at the first start and kept in it, so that a backup holds
 * both. Whoever has a table of it without the key cannot tell who is meant, not even by trying all ids.
 */
import { createHmac, randomBytes } from "node:crypto";
import type { Connection } from "./open-file.js";
import { inTransaction } from "./transaction.js";

/** Characters of an asker's key: 96 bits, beyond any chance of two people sharing one. */
const KEY_CHARS = 16;

/** A random value that is made up once and kept. @param name which one. */
export function readSecret(connection: Connection, name: string): Buffer {
  const read = connection.prepare<[string], Buffer>("SELECT value FROM secrets WHERE name = ?").pluck();
  const write = connection.prepare("INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)");
  return inTransaction(connection, `the secret ${name}`, () => {
    write.run(name, randomBytes(32));
    return read.get(name) ?? Buffer.alloc(0);
  });
}

/** Makes the function that turns a Telegram id (of a person, or of a channel that speaks) into an asker's key. */
export function createAskerKeys(connection: Connection): (telegramId: number) => string {
  const secret = readSecret(connection, "askers");
  return (telegramId) =>
    createHmac("sha256", secret).update(String(telegramId)).digest("base64url").slice(0, KEY_CHARS);
}
