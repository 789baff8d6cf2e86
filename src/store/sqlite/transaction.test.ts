import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { inTransaction } from "./transaction.js";

let dataDir: string;
let connection: Connection;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "transaction-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const FULL = 2;
const NORMAL = 1;
const waitsForDisk = () => connection.prepare("PRAGMA synchronous").pluck().get();
const insert = () => connection.prepare("INSERT INTO spending (day, tokens) VALUES ('2026-11-25', 1)").run();

it("waits for the disk unless it may be lazy, and the next one does again", () => {
  expect(inTransaction(connection, "x", waitsForDisk)).toBe(FULL);
  expect(inTransaction(connection, "x", waitsForDisk, "lazy")).toBe(NORMAL);
  expect(inTransaction(connection, "x", waitsForDisk)).toBe(FULL);
});

it("waits for the disk again after a lazy one has failed, of which nothing stays", () => {
  const fail = () => {
    insert();
    insert();
  };
  expect(() => inTransaction(connection, "the spending", fail, "lazy")).toThrow(/the spending could not be written/);
  expect(waitsForDisk()).toBe(FULL);
  expect(connection.prepare("SELECT * FROM spending").all()).toEqual([]);
});

it("inside another one is as durable as that", () => {
  inTransaction(connection, "outer", () => {
    expect(inTransaction(connection, "inner", waitsForDisk, "lazy")).toBe(FULL);
  });
});

it("is seen by another process at once when it is lazy", () => {
  inTransaction(connection, "the spending", insert, "lazy");
  const other = openDatabase(dataDir);
  expect(other.prepare("SELECT tokens FROM spending").pluck().all()).toEqual([1]);
  other.close();
});
