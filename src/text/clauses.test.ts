import { expect, it } from "vitest";
import { splitClauses } from "./clauses.js";

it.each([
  ["产量大但知名度低;收购价高", ["0 产量大", "0 但知名度低", "1 收购价高"]],
  ["发布《商业向善:百万商家,报告》,会后", ["0 发布《商业向善:百万商家,报告》", "0 会后"]],
  ["共5,000元,超过去年", ["0 共5,000元", "0 超过去年"]],
  ["而且很好", ["0 而且很好"]],
  [",;。", []],
  ["", []],
])("cuts %j", (text, clauses) => {
  expect(splitClauses(text).map(({ start, end, section }) => `${section} ${text.slice(start, end)}`)).toEqual(clauses);
});
