import { expect, it } from "vitest";
import { clip, clipLine } from "./paging.js";

it.each([
  ["食堂开张", 4, "食堂开张"],
  ["食堂开张了", 4, "食堂开张…"],
  ["🈵🈵", 2, "🈵🈵"],
  ["🈵🈵🈵", 2, "🈵🈵…"],
  ["a🈵b", 2, "a🈵…"],
  ["🈵🈵🈵🈵🈵🈵🈵🈵🈵", 1, "🈵…"],
  ["", 3, ""],
])("clips %s to %i characters, none of them cut in two", (text, maxChars, clipped) => {
  expect(clip(text, maxChars)).toBe(clipped);
});

it("clips a line to units as Telegram counts them", () => {
  expect(clipLine("一行\n 两行", 10)).toBe("一行 两行");
  expect(clipLine("🈵🈵🈵", 4)).toBe("🈵…");
});
