import { expect, it } from "vitest";
import { keepResults } from "./keep-results.js";

/** A function that counts how often it is asked about each text. */
function createCounted<Result>(read: (text: string) => Result, count: number) {
  const asked: string[] = [];
  const kept = keepResults((text) => {
    asked.push(text);
    return read(text);
  }, count);
  return { kept, asked };
}

it("asks once about a text, whatever comes of it", () => {
  const { kept, asked } = createCounted((text) => (text === "无" ? undefined : [text]), 10);
  expect(kept("甲")).toBe(kept("甲"));
  expect([kept("无"), kept("无")]).toEqual([undefined, undefined]);
  expect(asked).toEqual(["甲", "无"]);
});

it("keeps the last ones and those that are asked for again", () => {
  const { kept, asked } = createCounted((text) => text.length, 2);
  for (const text of ["a", "b", "c", "a", "d", "a"]) kept(text);
  expect(asked).toEqual(["a", "b", "c", "d"]);
  for (let i = 0; i < 10; i++) kept(`${i}`);
  kept("a");
  expect(asked.filter((text) => text === "a")).toHaveLength(2);
});

it("does not keep whole articles", () => {
  const { kept, asked } = createCounted((text) => text.length, 10);
  const article = "文".repeat(2000);
  expect([kept(article), kept(article)]).toEqual([2000, 2000]);
  expect(asked).toHaveLength(2);
});
