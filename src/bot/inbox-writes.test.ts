import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { isAppError } from "../core/errors.js";
import type { InboxStore, Log } from "../core/ports.js";
import { createInboxWrites } from "./inbox-writes.js";

const quiet = () => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The writes, and what reached the store: one list for each transaction, and `sync` when the disk was waited for. */
function open(isBroken = false) {
  const written: (string[] | "sync")[] = [];
  const note = (what: string) => (id: number) => {
    const last = written.at(-1);
    if (Array.isArray(last)) last.push(`${what} ${id}`);
  };
  const store: Omit<InboxStore, "add" | "listUnfinished" | "read"> = {
    beginAttempt: note("begin"),
    revokeAttempt: note("revoke"),
    saveProgress: note("progress"),
    finish: note("finish"),
    inOneWrite(changes) {
      if (isBroken) throw new Error("the disk is full");
      written.push([]);
      changes();
    },
    async sync() {
      written.push("sync");
    },
  };
  return { writes: createInboxWrites(store as InboxStore, log), written };
}

it("shares one transaction in one turn, in the order in which they were asked for, and waits for no disk", async () => {
  const { writes, written } = open();
  await Promise.all([writes.begin(1), writes.begin(2)]);
  await Promise.all([writes.begin(3), writes.progress(1, "{}"), writes.progress(2, "{}")]);
  await writes.revoke(3);
  expect(written).toEqual([["begin 1", "begin 2"], ["begin 3", "progress 1", "progress 2"], ["revoke 3"]]);
});

it("makes sure of the disk once, a moment after updates have ended", async () => {
  const { writes, written } = open();
  await writes.finish(1);
  await writes.finish(2);
  expect(written).toEqual([["finish 1"], ["finish 2"]]);
  await expect.poll(() => written.at(-1)).toBe("sync");
  await writes.begin(3);
  expect(written.filter((one) => one === "sync")).toHaveLength(1);
});

it("tells all of a transaction that failed", async () => {
  const { writes } = open(true);
  const outcomes = await Promise.allSettled([writes.begin(1), writes.progress(2, "{}")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

it("writes what waits when it is closed, and nothing after", async () => {
  const { writes, written } = open();
  const waiting = [writes.begin(2), writes.finish(1)];
  writes.close();
  await Promise.all(waiting);
  expect(written).toEqual([["begin 2", "finish 1"]]);
  const refused: unknown = await writes.begin(3).catch((error: unknown) => error);
  expect(isAppError(refused, "STORE_FAILED")).toBe(true);
  await nextTurn();
  expect(written).toHaveLength(1);
});
