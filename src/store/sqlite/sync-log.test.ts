import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteInbox } from "./inbox.js";
import { syncLog } from "./sync-log.js";

let dataDir: string;
let connection: Connection;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "sync-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const log = () => `${connection.name}-wal`;

it("waits for the file that holds what was committed last", async () => {
  createSqliteInbox(connection).add([{ updateId: 1, lane: "1", payload: "{}" }]);
  expect(existsSync(log())).toBe(true);
  const opening = vi.fn(open);
  await syncLog(connection, opening);
  expect(opening.mock.calls.map(([path]) => path)).toEqual([log()]);
});

it("leaves the database's locks alone: it can still be written while others write", async () => {
  const other = openDatabase(dataDir);
  const entry = (updateId: number) => ({ updateId, lane: "1", payload: "{}" });
  const [inbox, otherInbox] = [createSqliteInbox(connection), createSqliteInbox(other)];
  for (let i = 0; i < 40; i++) {
    inbox.add([entry(2 * i)]);
    const synced = inbox.sync();
    otherInbox.add([entry(2 * i + 1)]);
    await synced;
  }
  expect(inbox.listUnfinished()).toHaveLength(80);
  other.close();
});

it("has nothing to do once the database is closed", async () => {
  connection.close();
  await syncLog(connection);
  expect(existsSync(log())).toBe(false);
});

it("says so when the disk does not take it", async () => {
  const full = Object.assign(new Error("no space left"), { code: "ENOSPC" });
  await expect(syncLog(connection, () => Promise.reject(full))).rejects.toMatchObject({ code: "STORE_FAILED" });
});
