import { expect, it } from "vitest";
import { createTermTable } from "./term-table.js";

it("gives each of very many terms one ordinal of its own, in order of appearance", () => {
  const table = createTermTable();
  const terms: string[] = [];
  for (let i = 0; i < 60_000; i++) {
    terms.push(String.fromCodePoint(0x4e00 + (i % 20_000), 0x4e00 + Math.floor(i / 20_000)), String(i));
  }
  expect(terms.every((term, i) => table.ordinalOf(term) === i)).toBe(true);
  expect(terms.every((term, i) => table.ordinalOf(term) === i)).toBe(true);
  expect(table.size).toBe(terms.length);
  const { slots, hashOf } = table.finish();
  expect(slots.filter((slot) => slot > 0)).toHaveLength(terms.length);
  expect(new Set(terms.map((_, i) => `${hashOf(i).low},${hashOf(i).high}`)).size).toBe(terms.length);
});
