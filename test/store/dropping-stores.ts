/**
 * Opens stores in the folder given, uses them, drops them, and makes garbage until they are collected, over and over. An
 * explicit `gc()` would prove nothing: Node 24 aborts only when an allocation sets off the collection.
 */
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { createSqliteConversations } from "../../src/store/sqlite/conversations.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteInbox } from "../../src/store/sqlite/inbox.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import { createAskerKeys } from "../../src/store/sqlite/secret.js";

const ROUNDS = 20;
const dataDir = process.argv[2] ?? "";

function useStores(): void {
  const connection = openDatabase(dataDir);
  createSqliteArticleStore(connection).countArticles();
  createSqliteConversations(connection).clearTurns("1");
  createSqliteInbox(connection).add([{ updateId: 1, lane: "1", payload: "{}" }]);
  createAskerKeys(connection)(1);
  createIngestLock(dataDir).acquire()();
  connection.close();
}

function makeGarbage(): void {
  let garbage: unknown[] = [];
  for (let i = 0; i < 200_000; i++) {
    garbage.push({ i });
    if (garbage.length > 10_000) garbage = [];
  }
}

for (let round = 0; round < ROUNDS; round++) {
  useStores();
  makeGarbage();
}
process.stdout.write("alive");
