/**
 * Words of news that stand for one another in a retelling, chiefly verbs that say little of their own. General: nothing
 * here comes from one article. Words that differ in what is claimed (计划 and 完成, 支持 and 主办) never stand in one line.
 */
import { SYNONYM_GROUPS } from "./synonym-groups.js";

const GROUPS_OF = new Map<string, Set<string>>();
for (const line of SYNONYM_GROUPS.trim().split("\n")) {
  const words = line.split(" ");
  for (const word of words) {
    const known = GROUPS_OF.get(word) ?? new Set<string>();
    for (const other of words) if (other !== word) known.add(other);
    GROUPS_OF.set(word, known);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Words that may stand for this one, itself left out. Not transitive: a word may stand in two groups. */
export function synonymsOf(word: string): ReadonlySet<string> {
  return GROUPS_OF.get(word) ?? NONE;
}
