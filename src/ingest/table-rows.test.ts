import { describe, expect, it } from "vitest";
import { tellRows } from "./table-rows.js";

describe("rows of a table", () => {
  it("are told with the heads of their columns, and the unit behind the number", () => {
    const rows = [
      ["省份", "图书（万册）", "书屋(间)", "负责人"],
      ["甘肃", "31.2", "452", "周立"],
      ["云南", "28.8", "-", "方晓"],
    ];
    expect(tellRows(rows)).toEqual([
      "甘肃：图书31.2万册，书屋452间，负责人为周立。",
      "云南：图书28.8万册，负责人为方晓。",
    ]);
  });

  it("leave out what only counts them", () => {
    expect(
      tellRows([
        ["序号", "学校", "学生"],
        ["1", "青河小学", "120名"],
      ]),
    ).toEqual(["青河小学：学生120名。"]);
  });

  it.each([
    [
      "a table without a head",
      [
        ["甘肃", "31.2"],
        ["云南", "28.8"],
      ],
    ],
    [
      "a layout",
      [
        ["导航", "正文"],
        ["首页", "县民政局公布了食堂的名单。全县共有31个食堂。"],
      ],
    ],
    [
      "rows of different length",
      [
        ["省份", "图书"],
        ["甘肃", "31.2", "452"],
      ],
    ],
  ])("stay as they are in %s", (_, rows) => {
    expect(tellRows(rows)).toEqual(rows.map((row) => row.join(" | ")));
  });
});
