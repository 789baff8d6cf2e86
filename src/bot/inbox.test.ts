import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InboxStore, Log } from "../core/ports.js";
import { type Connection, openDatabase } from "../store/sqlite/database.js";
import { createSqliteInbox } from "../store/sqlite/inbox.js";
import { createInbox, type InboxDeps, type InboxOptions, RetryLater } from "./inbox.js";

let dataDir: string;
let connection: Connection;
let store: InboxStore;
let complaints: string[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "inbox-"));
  connection = openDatabase(dataDir);
  store = createSqliteInbox(connection);
  complaints = [];
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const complain = (_: object, message: string) => void complaints.push(message);
const log: Log = { debug: () => undefined, info: () => undefined, warn: complain, error: complain };
const say = (update_id: number, chat: number) => ({ update_id, message: { chat: { id: chat } } });
const never = () => new Promise<never>(() => undefined);

/** An inbox that notes what reaches the handler; the handler does what the test says. */
function open(handle: InboxDeps["handle"] = async () => undefined, options: InboxOptions = {}) {
  const handled: number[] = [];
  const told: [number, string][] = [];
  const inbox = createInbox(
    {
      store,
      handle: (update, delivery) => {
        handled.push(update.update_id);
        return handle(update, delivery);
      },
      apologise: async (update, reason) => void told.push([update.update_id, reason]),
      log,
    },
    options,
  );
  const done = () => vi.waitFor(() => expect(store.listUnfinished()).toEqual([]), 5000);
  return { inbox, handled, told, done };
}

it("handles one lane in order and keeps the others going", async () => {
  const { inbox, handled, done } = open(async ({ update_id }) => {
    if (update_id === 1) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  inbox.accept([say(1, 10), say(2, 10), say(3, 20), say(4, 20)]);
  await done();
  expect(handled).toEqual([1, 3, 4, 2]);
});

it("lets nobody wait behind a chat that floods", async () => {
  const { inbox, handled, done } = open(undefined, { maxConcurrent: 4 });
  const flood = Array.from({ length: 1500 }, (_, i) => say(i + 1, 10));
  const others = Array.from({ length: 80 }, (_, i) => say(5000 + i, 100 + i));
  inbox.accept([...flood, ...others]);
  await done();
  const lastOther = Math.max(...others.map(({ update_id }) => handled.indexOf(update_id)));
  // Taking turns, 80 lanes in 4 places are through after about 20 rounds, each with at most a few of the flood.
  expect(lastOther).toBeLessThan(80 + 100);
  expect(handled.filter((id) => id <= 1500)).toEqual(flood.map(({ update_id }) => update_id));
});

it("handles no more at once than it may, and each lane one at a time", async () => {
  let underWay = 0;
  let most = 0;
  const { inbox, done } = open(
    async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underWay--;
    },
    { maxConcurrent: 7 },
  );
  inbox.accept(Array.from({ length: 60 }, (_, i) => say(i, i % 30)));
  await done();
  expect(most).toBe(7);
});

it("handles an update once that comes twice", async () => {
  const { inbox, handled, done } = open();
  inbox.accept([say(1, 10), say(1, 10)]);
  await done();
  inbox.accept([say(1, 10), say(2, 10)]);
  await done();
  expect(handled).toEqual([1, 2]);
});

it("drops what has no id, and ends what the handler cannot bear", async () => {
  const { inbox, handled, told, done } = open(async ({ update_id }) => {
    if (update_id === 1) throw new TypeError("a bug");
  });
  inbox.accept([null, { message: {} }, say(1, 10), say(2, 10), { update_id: 3 }]);
  await done();
  expect(new Set(handled)).toEqual(new Set([1, 2, 3]));
  expect(complaints).toContain("something without an update id came in and is dropped");
  expect(complaints).toContain("an update could not be handled");
  expect(told).toEqual([[1, "broke"]]);
});

describe("after a crash", () => {
  it("takes up what was not finished, in order, and nothing else", async () => {
    const first = open(async ({ update_id }) => (update_id === 1 ? undefined : never()));
    first.inbox.accept([say(1, 10), say(2, 10), say(3, 10), say(4, 20)]);
    await vi.waitFor(() => expect(store.listUnfinished().map(({ attempts }) => attempts)).toEqual([1, 0, 1]));
    const second = open();
    second.inbox.resume();
    await second.done();
    expect(second.handled).toEqual([2, 4, 3]);
  });

  it("gives an update up that never comes to an end, with one apology, and spares those beside it", async () => {
    const updates = [say(1, 10), say(2, 20), say(3, 30)];
    open(never).inbox.accept(updates);
    await vi.waitFor(() => expect(store.listUnfinished().map(({ attempts }) => attempts)).toEqual([1, 1, 1]));
    open(never).inbox.resume();
    await vi.waitFor(() => expect(store.listUnfinished().map(({ attempts }) => attempts)).toEqual([2, 2, 2]));
    // Two crashes: any of the three may be the one. From here on they go one at a time, so that only it counts on.
    open(never).inbox.resume();
    await vi.waitFor(() => expect(store.listUnfinished().map(({ attempts }) => attempts)).toEqual([3, 2, 2]));
    const last = open();
    last.inbox.resume();
    await last.done();
    expect(last.handled).toEqual([2, 3]);
    expect(last.told).toEqual([[1, "gaveUp"]]);
  });

  it("does not run a handler again whose message may have arrived, but says so once", async () => {
    store.add([{ updateId: 1, lane: "10", payload: JSON.stringify(say(1, 10)) }]);
    store.saveProgress(1, '{"v":1,"sent":[],"isSending":true}');
    const second = open();
    second.inbox.resume();
    await second.done();
    expect(second.handled).toEqual([]);
    expect(second.told).toEqual([[1, "interrupted"]]);
  });

  it.each([true, false])("does not say it again when the crash came after that (%s)", async (isSending) => {
    store.add([{ updateId: 1, lane: "10", payload: JSON.stringify(say(1, 10)) }]);
    store.saveProgress(1, JSON.stringify({ v: 1, sent: [], isSending, isTold: true }));
    const third = open();
    third.inbox.resume();
    await third.done();
    expect([third.handled, third.told]).toEqual([[], []]);
  });

  it("ends what it cannot read", async () => {
    store.add([{ updateId: 1, lane: "10", payload: '{"update_id":1,"mess' }]);
    const { inbox, handled, done } = open();
    inbox.resume();
    await done();
    expect(handled).toEqual([]);
    expect(complaints).toContain("an update could not be handled");
  });
});

describe("an update that is put off", () => {
  it("is handled later, before what follows in its lane, and does not count as begun", async () => {
    let failures = 2;
    const attempts: number[] = [];
    const { inbox, handled, done } = open(async ({ update_id }) => {
      if (update_id !== 1) return;
      attempts.push(store.read(1)?.attempts ?? -1);
      if (failures-- > 0) throw new RetryLater(5, new Error("no network"));
    });
    inbox.accept([say(1, 10), say(2, 10), say(3, 20)]);
    await done();
    expect(handled).toEqual([1, 3, 1, 1, 2]);
    expect(attempts).toEqual([1, 1, 1]);
  });

  it("is given up in the end", async () => {
    const handle = async () => {
      throw new RetryLater(1, new Error("no network"));
    };
    const { inbox, handled, done } = open(handle, { maxRetries: 3 });
    inbox.accept([say(1, 10)]);
    await done();
    expect(handled).toEqual([1, 1, 1, 1]);
    expect(complaints).toContain("an update is given up: Telegram could not be reached");
  });
});

describe("an orderly end", () => {
  it("finishes what is under way and begins nothing more", async () => {
    const finish: (() => void)[] = [];
    const { inbox, handled } = open(() => new Promise((resolve) => finish.push(resolve)));
    inbox.accept([say(1, 10), say(2, 10), say(3, 20)]);
    await vi.waitFor(() => expect(handled).toEqual([1, 3]));
    const drained = inbox.drain(5000);
    for (const resolve of finish) resolve();
    await drained;
    inbox.close();
    expect(handled).toEqual([1, 3]);
    expect(store.listUnfinished()).toEqual([{ updateId: 2, lane: "10", attempts: 0 }]);
  });

  it("does not hold it against an update that it was broken off", async () => {
    const { inbox, handled } = open(never);
    inbox.accept([say(1, 10)]);
    await vi.waitFor(() => expect(handled).toEqual([1]));
    await inbox.drain(10);
    inbox.close();
    expect(store.listUnfinished()).toEqual([{ updateId: 1, lane: "10", attempts: 0 }]);
  });
});

it("stores what it cannot handle yet, and handles it when the disk is back", async () => {
  const { inbox } = open();
  connection.exec("PRAGMA query_only = ON");
  expect(() => inbox.accept([say(1, 10)])).toThrow(/STORE_FAILED|nothing was changed/);
  connection.exec("PRAGMA query_only = OFF");
  inbox.accept([say(1, 10)]);
  await vi.waitFor(() => expect(store.listUnfinished()).toEqual([]));
});

it("keeps a hundred thousand waiting updates as ids only", async () => {
  const text = "长".repeat(500);
  const entries = Array.from({ length: 100_000 }, (_, i) => {
    const update = { update_id: i, message: { chat: { id: i % 1000 }, text } };
    return { updateId: i, lane: String(i % 1000), payload: JSON.stringify(update) };
  });
  store.add(entries);
  entries.length = 0;
  let parsed = 0;
  const first = { id: -1 };
  const { inbox } = open(
    async (update: Update) => {
      if (first.id < 0) first.id = update.update_id;
      parsed++;
      return never();
    },
    { maxConcurrent: 100 },
  );
  const before = process.memoryUsage().heapUsed;
  inbox.resume();
  await vi.waitFor(() => expect(parsed).toBe(100));
  // Their JSON alone is 160 MB as strings; the ids and lanes are a tenth of that at most.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(60e6);
  expect(first.id).toBe(0);
});
