import { expect, it } from "vitest";
import type { StoredChunk } from "../core/types.js";
import { createCurrentChunks } from "./current-chunks.js";
import { createTurns } from "./turns.js";

const chunk = (id: number): StoredChunk => ({
  id,
  articleId: "a",
  revision: 1,
  firstSentence: 0,
  lastSentence: 0,
  start: 0,
  end: 1,
  hash: `h${id}`,
});

/** A store of so many chunks that says how often a page was read. */
function createStore(count: number) {
  const store = {
    stamp: "1",
    pages: 0,
    count,
    onPage: () => {},
    currentStamp: () => store.stamp,
    listCurrentChunks(after = 0, limit = -1) {
      store.pages++;
      store.onPage();
      const last = Math.min(store.count, after + limit);
      return Array.from({ length: Math.max(0, last - after) }, (_, i) => chunk(after + i + 1));
    },
  };
  return store;
}

it("reads all pages once, and again when something else is current", async () => {
  const store = createStore(1200);
  const current = createCurrentChunks(store);
  const first = await current.read(createTurns());
  expect(first.map(({ id }) => id)).toEqual(Array.from({ length: 1200 }, (_, i) => i + 1));
  expect(await current.read(createTurns())).toBe(first);
  expect(store.pages).toBe(3);
  store.stamp = "2";
  store.count = 3;
  expect(await current.read(createTurns())).toHaveLength(3);
});

it("takes what a run has made current without reading it", async () => {
  const store = createStore(2);
  const current = createCurrentChunks(store);
  store.stamp = "2";
  current.remember([chunk(1), chunk(5)]);
  expect((await current.read(createTurns())).map(({ id }) => id)).toEqual([1, 5]);
  expect(store.pages).toBe(0);
});

it("does not keep pages between which something else became current", async () => {
  const store = createStore(600);
  const current = createCurrentChunks(store);
  store.onPage = () => {
    store.stamp = `${store.pages}`;
  };
  await current.read(createTurns());
  store.onPage = () => {};
  const before = store.pages;
  await current.read(createTurns());
  expect(store.pages).toBeGreaterThan(before);
});
