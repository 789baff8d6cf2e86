import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteRemovals } from "./removals.js";

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "removals-"));
  connection = openDatabase(folder);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

it("remembers a removal once, newest first, and takes back only what is not too old", () => {
  const removals = createSqliteRemovals(connection);
  const of = (articleId: string, at: number) => ({ articleId, title: `《${articleId}》`, admin: 1, at });
  expect([removals.add(of("a", 10)), removals.add(of("b", 20)), removals.add(of("a", 30))]).toEqual([
    true,
    true,
    false,
  ]);
  expect(removals.list()).toEqual([of("b", 20), of("a", 10)]);
  expect([removals.undo("a", 11), removals.undo("a", 10), removals.undo("a", 0)]).toEqual([false, true, false]);
  expect(removals.list()).toEqual([of("b", 20)]);
});
