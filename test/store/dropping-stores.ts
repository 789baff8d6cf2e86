/**
 * Opens stores in the folder given, uses them, drops them all, and makes garbage until it has been collected. An explicit
 * `gc()` would prove nothing: it runs inside JavaScript, where Node 24 does not abort.
 */
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { createSqliteConversations } from "../../src/store/sqlite/conversations.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteInbox } from "../../src/store/sqlite/inbox.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";

const dataDir = process.argv[2] ?? "";
const collected = new Set<string>();
const registry = new FinalizationRegistry<string>((what) => collected.add(what));

function useStores(): void {
  const connection = openDatabase(dataDir);
  const stores = [createSqliteArticleStore(connection), createSqliteConversations(connection)];
  const inbox = createSqliteInbox(connection);
  inbox.add([{ updateId: 1, lane: "1", payload: "{}" }]);
  createIngestLock(dataDir).acquire()();
  connection.close();
  registry.register(inbox, "inbox");
  for (const store of stores) registry.register(store, "store");
}

useStores();
let garbage: unknown[] = [];
for (const end = Date.now() + 20_000; collected.size < 2 && Date.now() < end; ) {
  for (let i = 0; i < 100_000; i++) garbage.push({ i });
  garbage = [];
  await new Promise((resolve) => setImmediate(resolve));
}
process.stdout.write([...collected].toSorted().join(" "));
