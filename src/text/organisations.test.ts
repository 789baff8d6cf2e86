import { expect, it } from "vitest";
import { findOrganisations, isShortFor } from "./organisations.js";

it.each([
  ["由水滴公益和深圳国际公益学院联合主办", ["水滴公益", "深圳国际公益学院"]],
  ["中国乡村发展基金会秘书长陈红涛", ["中国乡村发展基金会"]],
  ["从事公益事业的公司", []],
  ["该公司表示", []],
  ["", []],
])("finds the organisations of %s", (text, names) => {
  expect(findOrganisations(text)).toEqual(names);
});

it.each([
  ["北师大", "北京师范大学", true],
  ["壹基金", "深圳壹基金公益基金会", true],
  ["阿里公益", "阿里巴巴公益", true],
  ["水滴公司", "水滴公益", false],
  ["清华大学", "北京大学", false],
])("knows whether %s is short for %s", (short, name, expected) => {
  expect(isShortFor(short, name)).toBe(expected);
});
