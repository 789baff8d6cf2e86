/** The words of /aliases: names that mean the same, for admins. Plain text. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. Numbers count from 1. */
export interface AliasWords {
  heading(groups: number): string;
  none: string;
  /** How to add. */
  hint: string;
  page(page: number, pages: number): string;
  /** Names of one group, side by side. */
  group(names: readonly string[]): string;
  groupHeading: string;
  added(group: string): string;
  known(group: string): string;
  confirmGroup(group: string): string;
  confirmName(name: string, group: string): string;
  removedGroup(group: string): string;
  removedName(name: string, group: string): string;
  /** The group of a button is not there any more. */
  changed: string;
  problems: {
    tooFew: string;
    tooShort(name: string): string;
    tooLong(name: string, max: number): string;
    tooManyNames(max: number): string;
    tooManyGroups(max: number): string;
    twoGroups(one: string, other: string): string;
    /** Somebody is mending the file by hand. */
    fileBroken: string;
    notSaved: string;
  };
  buttons: Record<"previous" | "next" | "list" | "removeGroup" | "confirm" | "keep", string> & {
    removeName(name: string): string;
  };
}

const zh: AliasWords = {
  heading: (groups) => `同义词和简称：${groups} 组`,
  none: "还没有同义词。",
  hint: "点数字修改一组。增加：/aliases 自闭症 = 孤独症\n下一个问题就生效，不用更新索引。",
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  group: (names) => names.join(" = "),
  groupHeading: "这些说法是一回事：",
  added: (group) => `已加上，下一个问题就生效：\n${group}`,
  known: (group) => `已经有了：\n${group}`,
  confirmGroup: (group) => `要删掉整组吗？\n${group}`,
  confirmName: (name, group) => `要从这一组里删掉“${name}”吗？\n${group}`,
  removedGroup: (group) => `已删掉整组：\n${group}`,
  removedName: (name, group) => `已删掉“${name}”，还剩：\n${group}`,
  changed: "这一组已经改过了，请看现在的列表。",
  problems: {
    tooFew: "请写上两个或更多的说法，用等号隔开，例如：/aliases 自闭症 = 孤独症",
    tooShort: (name) => `“${name}”太短：一个说法至少两个字，不然会和别的词混在一起。`,
    tooLong: (name, max) => `“${name}”太长：最多 ${max} 个字。`,
    tooManyNames: (max) => `一组最多 ${max} 个说法。`,
    tooManyGroups: (max) => `最多 ${max} 组。`,
    twoGroups: (one, other) => `“${one}”和“${other}”在不同的组里。同一个说法只能在一组里：请先从其中一组删掉，再加。`,
    fileBroken: "corpus/aliases.yaml 现在读不了，可能有人正在手工修改。没有改动，请先把文件改好。",
    notSaved: "没能写进 corpus/aliases.yaml，没有改动。请检查文件夹的权限。",
  },
  buttons: {
    previous: "‹ 上一页",
    next: "下一页 ›",
    list: "返回列表",
    removeGroup: "删掉整组",
    confirm: "确定删掉",
    keep: "不删",
    removeName: (name) => `删掉 ${name}`,
  },
};

const en: AliasWords = {
  heading: (groups) => `Synonyms and abbreviations: ${groups} groups`,
  none: "There are no synonyms yet.",
  hint: "Tap a number to change a group. Add: /aliases 自闭症 = 孤独症\nIn force with the next question; nothing is indexed anew.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  group: (names) => names.join(" = "),
  groupHeading: "These names mean the same:",
  added: (group) => `Added, in force with the next question:\n${group}`,
  known: (group) => `This is there already:\n${group}`,
  confirmGroup: (group) => `Delete the whole group?\n${group}`,
  confirmName: (name, group) => `Delete “${name}” from this group?\n${group}`,
  removedGroup: (group) => `The group is deleted:\n${group}`,
  removedName: (name, group) => `“${name}” is deleted. Left are:\n${group}`,
  changed: "This group has changed. Here is the list as it is now.",
  problems: {
    tooFew: "Please write two names or more with an equals sign between them, as in /aliases 自闭症 = 孤独症",
    tooShort: (name) => `“${name}” is too short: a name has two characters or more, or it would stand in other words.`,
    tooLong: (name, max) => `“${name}” is too long: ${max} characters at most.`,
    tooManyNames: (max) => `A group has ${max} names at most.`,
    tooManyGroups: (max) => `There can be ${max} groups at most.`,
    twoGroups: (one, other) =>
      `“${one}” and “${other}” are in different groups. A name can be in one group only: delete it from one of them first.`,
    fileBroken:
      "corpus/aliases.yaml cannot be read now; perhaps somebody is editing it. Nothing was changed: mend the file first.",
    notSaved: "corpus/aliases.yaml could not be written, nothing was changed. Check the folder's rights.",
  },
  buttons: {
    previous: "‹ Back",
    next: "Next ›",
    list: "Back to the list",
    removeGroup: "Delete the group",
    confirm: "Yes, delete",
    keep: "Keep it",
    removeName: (name) => `Delete ${name}`,
  },
};

/**
 * What stands in front of the names when somebody writes that they are to be added: in any language, since one may write in
 * another. Before `=` it is a name itself.
 */
export const ASKS_TO_ADD = /^(?:add|[加添增]|添加|增加|新增|加上)(?:\s*[:：]\s*|\s+)(?![=＝])/iu;

/** The words of one language. */
export function aliasWords(language: Language): AliasWords {
  return pickWords({ zh, en }, language);
}
