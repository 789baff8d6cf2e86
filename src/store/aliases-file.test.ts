import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Log } from "../core/ports.js";
import { openAliasesFile } from "./aliases-file.js";

let folder: string;
let path: string;
let warnings: string[];
const log: Log = {
  debug() {},
  info() {},
  warn: (fields) => void warnings.push(JSON.stringify(fields)),
  error() {},
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aliases-"));
  path = join(folder, "aliases.yaml");
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const groupsOf = (text: string) => {
  writeFileSync(path, text);
  return openAliasesFile(path, log).current().groups;
};

describe("openAliasesFile", () => {
  it.each([
    ["nothing", "", []],
    ["comments alone", "# 别名\n", []],
    ["an empty list", "[]\n", []],
    [
      "groups",
      "- [孤独症, 自闭症]\n- \n  - 晓更\n  - 晓更基金会\n",
      [
        ["孤独症", "自闭症"],
        ["晓更", "晓更基金会"],
      ],
    ],
    ["empty groups and names", "- []\n-\n- [晓更]\n- [晓更基金会, ~, ' ', 晓更助残]\n", [["晓更基金会", "晓更助残"]]],
    ["repeats, in both scripts", "- [孤独症, 孤獨症, 自闭症, 孤独症]\n", [["孤独症", "自闭症"]]],
    ["figures as names", "- [4.2, 蓝色行动]\n", [["4.2", "蓝色行动"]]],
  ])("reads %s", (_, text, groups) => {
    expect(groupsOf(text)).toEqual(groups);
  });

  it.each([
    ["no YAML", "- [孤独症, 自闭症\n", "no YAML"],
    ["a mapping", "孤独症: 自闭症\n", "a list of groups"],
    ["a list of names", "- 孤独症\n- 自闭症\n", "a list of names"],
    ["a name in two groups", "- [民大, 中央民族大学]\n- [民大, 云南民族大学]\n", "民大 stands in two groups"],
    ["a name of one character", "- [京, 北京]\n", "京 is too short"],
    ["a reference to nothing", "- [*nothing, 自闭症]\n", "cannot be used"],
  ])("refuses %s, with the file and the reason", (_, text, reason) => {
    const message = expect.stringMatching(new RegExp(`aliases\\.yaml.*${reason}`, "u"));
    expect(() => groupsOf(text)).toThrow(expect.objectContaining({ code: "ALIASES_INVALID", message }));
  });

  it("takes changes over, and warns once of each that it cannot", () => {
    const file = openAliasesFile(path, log);
    expect(file.current().groups).toEqual([]);
    writeFileSync(path, "- [孤独症, 自闭症]\n");
    expect(file.current().sameAs("自闭症")).toEqual(["孤独症"]);
    writeFileSync(path, "- [孤独症,");
    expect(file.current().sameAs("自闭症")).toEqual(["孤独症"]);
    file.current();
    expect(warnings).toHaveLength(1);
  });

  it("saves what it gives back, keeps the comment, and changes nothing when it may not", () => {
    writeFileSync(path, "# 请按拼音排列\n\n- [孤独症, 自闭症] # 常见\n");
    const file = openAliasesFile(path, log);
    const groups = [
      ["晓更", "晓更: “基金会”"],
      ["# 号", "- 横线"],
    ];
    file.save(groups);
    expect(file.current().groups).toEqual(groups);
    expect(openAliasesFile(path, log).current().groups).toEqual(groups);
    const text = readFileSync(path, "utf8");
    expect(text.startsWith("# 请按拼音排列\n\n- ")).toBe(true);
    expect(() => file.save([["京", "北京"]])).toThrow(expect.objectContaining({ code: "ALIASES_INVALID" }));
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(file.current().groups).toEqual(groups);
  });
});
