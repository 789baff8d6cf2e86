import { expect, it } from "vitest";
import { findTitles, isSameTitle } from "./titles.js";

it.each([
  ["秘书长", "秘书长", true],
  ["副秘书长", "秘书长", false],
  ["秘书长", "副秘书长", false],
  ["副秘书长", "常务副秘书长", true],
  ["名誉会长", "会长", false],
  ["总监", "总经理", false],
])("knows whether %s may be said of a %s", (claim, proof, expected) => {
  const [a, b] = [findTitles(claim)[0], findTitles(proof)[0]];
  expect(a && b && isSameTitle(a, b)).toBe(expected);
});
