import { expect, it } from "vitest";
import { findEnglishFigures } from "./english-figures.js";

it.each([
  ["thirty-nine people", [39]],
  ["58,000 families", [58_000]],
  ["5.8 million", [5_800_000]],
  ["two hundred and five", [205]],
  ["500万元", [5_000_000]],
  ["On February 22, 2023", [2, 22, 2023]],
  ["it doubled", [2]],
  ["the first one of them", []],
  ["", []],
])("finds the figures of %s", (text, values) => {
  expect(findEnglishFigures(text).map(({ value }) => value)).toEqual(values);
});
