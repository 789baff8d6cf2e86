import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createEditedText } from "./edited-text.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("shows the newest text after each pause, the same one once, and nothing after its end", async () => {
  const edits: string[] = [];
  const text = createEditedText(async (said) => void edits.push(said), 3000);
  text.show("1");
  text.show("2");
  await vi.advanceTimersByTimeAsync(2999);
  expect(edits).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(edits).toEqual(["2"]);
  text.show("2");
  await vi.advanceTimersByTimeAsync(9000);
  text.show("3");
  await vi.advanceTimersByTimeAsync(3000);
  expect(edits).toEqual(["2", "3"]);
  text.show("4");
  await text.end();
  await vi.advanceTimersByTimeAsync(9000);
  expect(edits).toEqual(["2", "3"]);
});

it("goes on after an edit that failed, never has two on their way, and ends when none is", async () => {
  const edits: { said: string; settle: (isGood: boolean) => void }[] = [];
  const edit = (said: string) =>
    new Promise<void>((resolve, reject) => {
      edits.push({ said, settle: (isGood) => (isGood ? resolve() : reject(new Error("429"))) });
    });
  const text = createEditedText(edit, 3000);
  text.show("1");
  await vi.advanceTimersByTimeAsync(3000);
  text.show("2");
  await vi.advanceTimersByTimeAsync(9000);
  expect(edits.map(({ said }) => said)).toEqual(["1"]);
  edits[0]?.settle(false);
  await vi.advanceTimersByTimeAsync(3000);
  expect(edits.map(({ said }) => said)).toEqual(["1", "2"]);
  let hasEnded = false;
  const ending = text.end().then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(9000);
  expect(hasEnded).toBe(false);
  edits[1]?.settle(true);
  await ending;
});
