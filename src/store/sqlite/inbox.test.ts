import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isAppError } from "../../core/errors.js";
import type { InboxStore } from "../../core/ports.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteInbox, DAYS_REMEMBERED } from "./inbox.js";

let dataDir: string;
let connection: Connection;
let inbox: InboxStore;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "inbox-"));
  connection = openDatabase(dataDir);
  inbox = createSqliteInbox(connection);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const update = (updateId: number, lane = "1001") => ({ updateId, lane, payload: JSON.stringify({ n: updateId }) });
const ids = (tickets: readonly { updateId: number }[]) => tickets.map(({ updateId }) => updateId);

/** The same database as a process sees it that starts after a crash. */
function reopen(now?: () => number): InboxStore {
  connection.close();
  connection = openDatabase(dataDir);
  return createSqliteInbox(connection, now ? { now } : {});
}

it("returns what is new, in the order given, and drops what it knows", () => {
  expect(inbox.add([update(7), update(5), update(7)])).toEqual([
    { updateId: 7, lane: "1001", attempts: 0 },
    { updateId: 5, lane: "1001", attempts: 0 },
  ]);
  inbox.finish(5);
  expect(inbox.add([update(5), update(6), update(7)])).toEqual([{ updateId: 6, lane: "1001", attempts: 0 }]);
});

it("gives after a restart what was not finished, with attempts and progress", () => {
  inbox.add([update(3), update(1), update(2)]);
  inbox.beginAttempt(2);
  inbox.beginAttempt(2);
  inbox.saveProgress(2, '{"sent":[9]}');
  inbox.finish(1);
  inbox = reopen();
  expect(inbox.listUnfinished()).toEqual([
    { updateId: 2, lane: "1001", attempts: 2 },
    { updateId: 3, lane: "1001", attempts: 0 },
  ]);
  expect(inbox.read(2)).toEqual({ ...update(2), attempts: 2, progress: '{"sent":[9]}' });
  expect(inbox.read(3)?.progress).toBeUndefined();
});

it("takes an attempt back, never below none", () => {
  inbox.add([update(1)]);
  inbox.beginAttempt(1);
  inbox.revokeAttempt(1);
  inbox.revokeAttempt(1);
  expect(inbox.read(1)?.attempts).toBe(0);
});

it("keeps nothing of a finished update but its id", () => {
  inbox.add([update(1)]);
  inbox.saveProgress(1, "{}");
  inbox.finish(1);
  inbox.saveProgress(1, '{"late":true}');
  expect(inbox.read(1)).toBeUndefined();
  expect(inbox.listUnfinished()).toEqual([]);
  expect(connection.prepare("SELECT payload, progress FROM inbox").all()).toEqual([{ payload: null, progress: null }]);
});

it("forgets finished ids after a month, unfinished ones never", () => {
  inbox.add([update(1), update(2)]);
  inbox.finish(1);
  const days = (count: number) => () => Date.now() + count * 86_400_000;
  expect(ids(reopen(days(DAYS_REMEMBERED - 1)).add([update(1)]))).toEqual([]);
  inbox = reopen(days(DAYS_REMEMBERED + 1));
  expect(ids(inbox.listUnfinished())).toEqual([2]);
  expect(ids(inbox.add([update(1)]))).toEqual([1]);
});

it("writes several changes as one, all or nothing", () => {
  inbox.add([update(1), update(2)]);
  const failing = () =>
    inbox.inOneWrite(() => {
      inbox.beginAttempt(1);
      inbox.finish(2);
      throw new Error("power cut");
    });
  expect(failing).toThrow("power cut");
  expect(inbox.listUnfinished().map(({ attempts }) => attempts)).toEqual([0, 0]);
  inbox.inOneWrite(() => {
    inbox.beginAttempt(1);
    inbox.finish(2);
  });
  expect(inbox.listUnfinished()).toEqual([{ updateId: 1, lane: "1001", attempts: 1 }]);
});

it("takes any 64-bit group id, any string and an empty batch", () => {
  expect(inbox.add([])).toEqual([]);
  inbox.add([{ updateId: 2 ** 31, lane: "-1009999999999", payload: '{"text":"\u0000𠮷\\""}' }]);
  expect(inbox.read(2 ** 31)).toMatchObject({ lane: "-1009999999999", payload: '{"text":"\u0000𠮷\\""}' });
});

it("says STORE_FAILED when the disk refuses", () => {
  connection.exec("PRAGMA query_only = ON");
  const refused = () => inbox.add([update(1)]);
  expect(refused).toThrow(/nothing was changed/);
  try {
    refused();
  } catch (error) {
    expect(isAppError(error, "STORE_FAILED")).toBe(true);
  }
});
