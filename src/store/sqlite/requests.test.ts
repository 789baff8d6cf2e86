import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteRequests } from "./requests.js";
import { createSqliteSpending } from "./spending.js";

const START = Date.UTC(2026, 0, 1);
let dataDir: string;
let connection: Connection;
let now: number;
let lastUpdate: number;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
  now = START;
  lastUpdate = 0;
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const open = () => createSqliteRequests(connection, () => now);
const ask = (limits: [perMinute: number, perDay: number], asker = "k1", at = now) =>
  open().admit({ asker, updateId: ++lastUpdate, at }, { perMinute: limits[0], perDay: limits[1] });

describe("questions", () => {
  it("are let in up to the limit of any minute, and those that were not do not count", () => {
    expect(ask([2, 0])).toBe(0);
    now += 20_000;
    expect(ask([2, 0])).toBe(0);
    now += 10_000;
    expect(ask([2, 0])).toBe(30_000);
    expect(ask([2, 0])).toBe(30_000);
    expect(ask([2, 0], "k2")).toBe(0);
    now += 30_000;
    expect(ask([2, 0])).toBe(0);
    expect(ask([2, 0])).toBe(20_000);
  });

  it("are let in up to the limit of any day, and forgotten after it", () => {
    expect(ask([0, 2])).toBe(0);
    now += 3_600_000;
    expect(ask([0, 2])).toBe(0);
    expect(ask([1, 2])).toBe(82_800_000);
    now += 82_800_001;
    expect(ask([0, 2])).toBe(0);
    expect(connection.prepare("SELECT count(*) AS n FROM requests").get()).toEqual({ n: 2 });
  });

  it("have no limit when it is 0", () => {
    for (let i = 0; i < 101; i++) expect(ask([0, 0])).toBe(0);
  });

  it("are counted once when the same update comes again, also after a restart", () => {
    expect(ask([1, 1])).toBe(0);
    connection.close();
    connection = openDatabase(dataDir);
    lastUpdate = 0;
    expect(ask([1, 1])).toBe(0);
    expect(ask([1, 1])).toBeGreaterThan(0);
  });

  it("count when they were asked, not when the bot came to them", () => {
    const asked = Array.from({ length: 4 }, (_, i) => START - 300_000 + i * 40_000);
    expect(asked.map((at) => ask([2, 0], "k1", at))).toEqual([0, 0, 0, 0]);
  });
});

describe("the telling", () => {
  it("is once in a while for each person and topic, and again for the same update", () => {
    const store = open();
    expect(store.mayTell("limit", "k1", 1, 60_000)).toBe(true);
    expect(store.mayTell("limit", "k1", 2, 60_000)).toBe(false);
    expect(store.mayTell("limit", "k1", 1, 60_000)).toBe(true);
    expect(store.mayTell("limit", "k2", 3, 60_000)).toBe(true);
    expect(store.mayTell("access", "k1", 4, 60_000)).toBe(true);
    now += 60_000;
    expect(store.mayTell("limit", "k1", 5, 60_000)).toBe(true);
  });
});

it("adds up the tokens of a day", () => {
  const spending = createSqliteSpending(connection);
  expect(spending.tokensOn("2026-01-01")).toBe(0);
  spending.add("2026-01-01", 40);
  spending.add("2026-01-01", 2);
  spending.add("2026-01-02", 1);
  expect(spending.tokensOn("2026-01-01")).toBe(42);
});
