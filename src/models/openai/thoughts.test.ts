import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createThoughtFilter } from "./thoughts.js";

function filter(pieces: string[]): string {
  const dropThoughts = createThoughtFilter();
  return pieces.map((piece) => dropThoughts(piece)).join("");
}

describe("createThoughtFilter", () => {
  it.each([
    ["<think>也许是300?</think>\n\n339名。[1]", "339名。[1]"],
    ["\n<think>\n</think>答案", "答案"],
    ["339名。[1]", "339名。[1]"],
    ["先说<think>再</think>", "先说<think>再</think>"],
    ["<thing>", "<thing>"],
    ["<think>没有想完", ""],
  ])("turns %j into %j, however it is cut into pieces", (reply, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(reply.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), reply.length];
        expect(filter(places.map((place, i) => reply.slice(places[i - 1] ?? 0, place)))).toBe(expected);
      }),
    );
  });
});
