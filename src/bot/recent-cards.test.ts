import { expect, it } from "vitest";
import { createRecentCards } from "./recent-cards.js";

const tap = { chatId: -5, messageId: 7, n: 1, asker: "k1", updateId: 100 };

it("knows the second of two taps, for a moment", () => {
  let now = 0;
  const recent = createRecentCards(() => now);
  expect(recent.isRepeated(tap)).toBe(false);
  recent.opened(tap, 70);
  expect(recent.isRepeated({ ...tap, updateId: 101 })).toBe(true);
  now = 3000;
  expect(recent.isRepeated({ ...tap, updateId: 102 })).toBe(false);
});

it("takes for no repetition: the same update again, another source, another person, a closed card", () => {
  const recent = createRecentCards(() => 0);
  recent.opened(tap, 70);
  expect(recent.isRepeated(tap)).toBe(false);
  expect(recent.isRepeated({ ...tap, n: 2, updateId: 101 })).toBe(false);
  expect(recent.isRepeated({ ...tap, asker: "k2", updateId: 101 })).toBe(false);
  recent.closed(-6, 70);
  expect(recent.isRepeated({ ...tap, updateId: 101 })).toBe(true);
  recent.closed(-5, 70);
  expect(recent.isRepeated({ ...tap, updateId: 101 })).toBe(false);
});
