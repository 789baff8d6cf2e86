import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { isAppError } from "../core/errors.js";
import type { InboxStore, Log } from "../core/ports.js";
import { createInboxWrites } from "./inbox-writes.js";

const quiet = () => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The writes, and what reached the store: one list for each transaction, its durability first. */
function open(isBroken = false) {
  const written: string[][] = [];
  const note = (what: string) => (id: number) => void written.at(-1)?.push(`${what} ${id}`);
  const store: Pick<InboxStore, "beginAttempt" | "revokeAttempt" | "saveProgress" | "finish" | "inOneWrite"> = {
    beginAttempt: note("begin"),
    revokeAttempt: note("revoke"),
    saveProgress: note("progress"),
    finish: note("finish"),
    inOneWrite(changes, durability = "full") {
      if (isBroken) throw new Error("the disk is full");
      written.push([durability]);
      changes();
    },
  };
  return { writes: createInboxWrites(store as InboxStore, log), written };
}

it("shares one transaction in one turn, and waits for the disk only when somebody relies on it", async () => {
  const { writes, written } = open();
  await Promise.all([writes.begin(1), writes.begin(2)]);
  await Promise.all([writes.begin(3), writes.progress(1, "{}", "full"), writes.progress(2, "{}", "lazy")]);
  await writes.progress(1, "{}", "lazy");
  expect(written).toEqual([
    ["lazy", "begin 1", "begin 2"],
    ["full", "begin 3", "progress 1", "progress 2"],
    ["lazy", "progress 1"],
  ]);
});

it("lets an end wait for the next write to the disk, but not for long", async () => {
  const { writes, written } = open();
  const finished = writes.finish(1);
  await writes.begin(2);
  expect(written).toEqual([["lazy", "begin 2"]]);
  await writes.progress(2, "{}", "full");
  await finished;
  expect(written[1]).toEqual(["full", "progress 2", "finish 1"]);
  await Promise.race([writes.finish(2), pause(5000)]);
  expect(written[2]).toEqual(["full", "finish 2"]);
});

it("tells all of a transaction that failed, and goes on", async () => {
  const { writes } = open(true);
  const outcomes = await Promise.allSettled([writes.begin(1), writes.progress(2, "{}", "full")]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

it("writes what waits when it is closed, and nothing after", async () => {
  const { writes, written } = open();
  const waiting = [writes.finish(1), writes.begin(2)];
  writes.close();
  await Promise.all(waiting);
  expect(written).toEqual([["full", "begin 2", "finish 1"]]);
  const refused: unknown = await writes.begin(3).catch((error: unknown) => error);
  expect(isAppError(refused, "STORE_FAILED")).toBe(true);
  await nextTurn();
  expect(written).toHaveLength(1);
});
