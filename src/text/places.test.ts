import { expect, it } from "vitest";
import { findPlaces, namesPlace } from "./places.js";

it.each([
  ["白沙县茶园项目", ["白沙"]],
  ["云南省的项目", ["云南"]],
  ["青龙县有多少人口", ["青龙"]],
  ["北京举办的研讨会", ["北京"]],
  ["激活县域发展,助力乡村振兴", []],
  ["贫困县有哪些变化", []],
  ["派驻到了几个省、多少个县区", []],
  ["全国城市资源中心", []],
  ["公益宝贝的单笔捐赠额", []],
  ["", []],
])("finds the places of %s", (text, places) => {
  expect(findPlaces(text)).toEqual(places);
});

it("knows a municipality by its short name", () => {
  expect(namesPlace("研讨会在京举办", "北京")).toBe(true);
  expect(namesPlace("研讨会在京举办", "上海")).toBe(false);
});
