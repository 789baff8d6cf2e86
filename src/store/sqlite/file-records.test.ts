import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteEditions } from "./editions.js";
import { createFileRecords } from "./file-records.js";

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

const put = (files: Record<string, string>) =>
  createSqliteEditions(connection).putInPlace(
    { write: [], remove: [], files: Object.entries(files).map(([source, hash]) => ({ source, hash })) },
    { from: undefined, to: "g" },
  );
const stored = () => connection.prepare("SELECT source, hash FROM files ORDER BY source").all();

it("writes what differs, and then gives out what was written without reading it", () => {
  put({ "a.txt": "1", "b.txt": "1", "c.txt": "1" });
  put({ "a.txt": "1", "b.txt": "2", "d.txt": "1" });
  expect(stored()).toEqual([
    { source: "a.txt", hash: "1" },
    { source: "b.txt", hash: "2" },
    { source: "d.txt", hash: "1" },
  ]);
  const files = createFileRecords(connection);
  expect(files.list()).toEqual(stored());
  expect(files.list()).toBe(files.list());
});

it("says what there is now of the files that a list has otherwise", () => {
  put({ "a.txt": "1", "b.txt": "1", "c.txt": "1" });
  const files = createFileRecords(connection);
  const [a] = files.list();
  const wanted = [...(a ? [a] : []), { source: "b.txt", hash: "2" }, { source: "d.txt", hash: "1" }];
  expect(files.findOther(wanted)).toEqual(
    new Map([
      ["b.txt", "1"],
      ["d.txt", null],
      ["c.txt", "1"],
    ]),
  );
  expect(files.findOther([...files.list()].toReversed())).toEqual(new Map());
  expect(files.findOther([...files.list(), ...files.list()])).toEqual(new Map());
});

it("reads the list again when another process has written, and when writing came to nothing", () => {
  put({ "a.txt": "1" });
  const files = createFileRecords(connection);
  expect(files.list()).toHaveLength(1);
  const other = openDatabase(dataDir);
  other.exec("INSERT INTO files (source, hash) VALUES ('b.txt', '1')");
  other.close();
  expect(files.list()).toHaveLength(2);
  connection.exec("CREATE TRIGGER no BEFORE INSERT ON editions BEGIN SELECT RAISE(ABORT, 'no'); END");
  expect(() => put({ "c.txt": "1" })).toThrow();
  expect(files.list()).toEqual(stored());
});
