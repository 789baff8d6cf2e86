import type { Update } from "grammy/types";
import { expect, it, vi } from "vitest";
import { createInlineQueue } from "./inline-queue.js";

const silent = { debug() {}, info() {}, warn() {}, error: vi.fn() };
const query = (updateId: number, userId: unknown) => ({ update_id: updateId, inline_query: { from: { id: userId } } });

/** A queue whose queries end when the test says so. */
function start() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const handle = ({ update_id }: Update) =>
    new Promise<void>((resolve, reject) => {
      begun.push(update_id);
      ends.push(() => (update_id === 666 ? reject(new Error("broken")) : resolve()));
    });
  const end = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue: createInlineQueue({ handle, log: silent }), begun, end };
}

it("handles one query of a person at a time, and of those that wait the newest", async () => {
  const { queue, begun, end } = start();
  queue.accept([query(1, 7), query(2, 8)]);
  queue.accept([query(3, 7), query(4, 7)]);
  expect(begun).toEqual([1, 2]);
  expect([queue.isOutdated(7), queue.isOutdated(8)]).toEqual([true, false]);
  await end();
  expect(begun).toEqual([1, 2, 4]);
  expect(queue.isOutdated(7)).toBe(false);
});

it("handles twenty at once, and goes on when one fails", async () => {
  const { queue, begun, end } = start();
  queue.accept([query(666, 1), ...Array.from({ length: 24 }, (_, i) => query(i, 100 + i))]);
  expect(begun).toHaveLength(20);
  await end();
  expect(begun).toHaveLength(21);
  expect(silent.error).toHaveBeenCalledTimes(1);
});

it("gives back everything else as it is, and begins nothing more once closed", async () => {
  const { queue, begun, end } = start();
  const others = [
    null,
    1,
    {},
    { update_id: 4 },
    { update_id: 5, message: { from: { id: 7 } } },
    query(6, "7"),
    { inline_query: [] },
  ];
  expect(queue.accept([...others, query(1, 7)])).toEqual(others);
  queue.accept([query(2, 7)]);
  queue.close();
  await end();
  expect(begun).toEqual([1]);
});
