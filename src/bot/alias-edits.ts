/**
 * What an admin may do to the groups of aliases, and why not. Pure: groups in, groups out. Groups are known by a key made
 * of their names, so that a button of an old message never hits another group.
 */
import { createHash } from "node:crypto";
import { foldText } from "../text/normalize.js";

/** A group of names that mean the same. */
export type Group = readonly string[];

/** Why names cannot be added. */
export type AliasProblem =
  | { kind: "tooFew" }
  | { kind: "tooShort"; name: string }
  | { kind: "tooLong"; name: string; max: number }
  | { kind: "tooManyNames"; max: number }
  | { kind: "tooManyGroups"; max: number }
  | { kind: "twoGroups"; names: readonly [string, string] };

/** What adding came to: all groups, and the one that the names are in now. */
export interface Added {
  groups: readonly Group[];
  group: Group;
  isNew: boolean;
}

/** One character stands in too many words to be a name. */
const MIN_CHARS = 2;
export const MAX_CHARS = 40;
/** A button and a line must hold a group. */
export const MAX_NAMES = 20;
const MAX_GROUPS = 1000;

/** The names of `自闭症 = 孤独症`, each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[=\uFF1D\n]/u).map((name) => name.replace(/\s+/gu, " ").trim());
  const seen = new Set([""]);
  return names.filter((name) => {
    const isNew = !seen.has(foldText(name));
    seen.add(foldText(name));
    return isNew;
  });
}

/** Makes a group of the names, or adds them to the one group that has some of them. */
export function addNames(groups: readonly Group[], names: readonly string[]): Added | AliasProblem {
  if (names.length < 2) return { kind: "tooFew" };
  for (const name of names) {
    const length = Array.from(foldText(name)).length;
    if (length < MIN_CHARS) return { kind: "tooShort", name };
    if (length > MAX_CHARS) return { kind: "tooLong", name, max: MAX_CHARS };
  }
  const homes = names.flatMap((name) => {
    const home = groups.find((group) => has(group, name));
    return home ? [{ name, home }] : [];
  });
  const [first] = homes;
  const other = homes.find(({ home }) => home !== first?.home);
  if (first && other) return { kind: "twoGroups", names: [first.name, other.name] };
  const former = first?.home ?? [];
  const group = [...former, ...names.filter((name) => !has(former, name))];
  if (group.length > MAX_NAMES) return { kind: "tooManyNames", max: MAX_NAMES };
  if (group.length === former.length) return { groups, group: former, isNew: false };
  if (!first && groups.length >= MAX_GROUPS) return { kind: "tooManyGroups", max: MAX_GROUPS };
  const changed = first ? groups.map((one) => (one === first.home ? group : one)) : [...groups, group];
  return { groups: changed, group, isNew: true };
}

/** Without one name of a group that has three or more; without the group when `name` is absent. */
export function without(groups: readonly Group[], group: Group, name?: string): Group[] {
  if (name === undefined) return groups.filter((one) => one !== group);
  return groups.map((one) => (one === group ? one.filter((other) => other !== name) : one));
}

/** A group's key: 12 characters. */
export function keyOf(group: Group): string {
  return createHash("sha256").update(JSON.stringify(group)).digest("hex").slice(0, 12);
}

function has(group: Group, name: string): boolean {
  return group.some((one) => foldText(one) === foldText(name));
}
