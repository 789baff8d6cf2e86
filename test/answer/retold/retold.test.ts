/**
 * Statements by somebody who did not know the checks: `free.json` in the writer's own words, against what the prompt asks a
 * model for. What may be dropped is what was dropped when the rules were made; it may only become less.
 */
import { expect, it } from "vitest";
import { playRetold } from "./retold.js";

it.each([["free.json", 45]])("shows no lie of %s, and drops no more truths", (name, dropped) => {
  const played = playRetold(name);
  expect(played.truths).toBeGreaterThan(80);
  expect(played.lies).toBeGreaterThan(40);
  expect(played.through).toEqual([]);
  expect(played.dropped.length).toBeLessThanOrEqual(dropped);
});
