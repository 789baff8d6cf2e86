import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteAudit, createSqliteGrants } from "./grants.js";

let dataDir: string;
let connection: Connection;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it("knows who was made an admin, by whom, until it is taken back", () => {
  const grants = createSqliteGrants(connection);
  expect(grants.has(7)).toBe(false);
  expect(grants.grant({ telegramId: 7, grantedBy: 1, at: 5 })).toBe(true);
  expect(grants.grant({ telegramId: 7, grantedBy: 2, at: 6 })).toBe(false);
  expect(grants.has(7)).toBe(true);
  expect(grants.list()).toEqual([{ telegramId: 7, grantedBy: 1, at: 5 }]);
  expect(grants.revoke(7)).toBe(true);
  expect(grants.revoke(7)).toBe(false);
  expect(grants.list()).toEqual([]);
});

it("gives the newest entries of the audit log", () => {
  const audit = createSqliteAudit(connection);
  for (let at = 1; at <= 3; at++) audit.note({ at, admin: 7, action: "grant", detail: { telegramId: at } });
  expect(audit.list(2)).toEqual([
    { at: 3, admin: 7, action: "grant", detail: { telegramId: 3 } },
    { at: 2, admin: 7, action: "grant", detail: { telegramId: 2 } },
  ]);
});
