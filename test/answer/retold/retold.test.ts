/**
 * Statements by people who did not know the checks, in their own words, against what the prompt asks a model for. The rules
 * were made with `free`, later with `first` and `second`; `unread` was only ever counted. What passes or is dropped may only
 * become less.
 */
import { expect, it } from "vitest";
import { playRetold } from "./retold.js";

it.each([
  { name: "free.json", most: 0, dropped: 37 },
  { name: "first.json", most: 0, dropped: 45 },
  { name: "second.json", most: 0, dropped: 57 },
  { name: "unread.json", most: 9, dropped: 69 },
])("shows at most $most lies of $name, and drops no more truths", ({ name, most, dropped }) => {
  const played = playRetold(name);
  expect(played.truths).toBeGreaterThanOrEqual(48);
  expect(played.lies).toBeGreaterThanOrEqual(48);
  expect(played.through.length).toBeLessThanOrEqual(most);
  expect(played.dropped.length).toBeLessThanOrEqual(dropped);
});
