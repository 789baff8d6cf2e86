/**
 * Other names of the same thing, as whoever runs the bot lists them: 晓更 for 北京市晓更助残基金会. Unlike `synonyms` and
 * `related-words`, which are general Chinese, they belong to one collection of articles, and they are exchangeable
 * everywhere: in finding, in refusing and in proof.
 */
import { foldText } from "./normalize.js";

/** Names by groups. All texts that are given and returned are folded, except in `groups`. */
export interface Aliases {
  /** As they were given: each group has two names or more. */
  readonly groups: readonly (readonly string[])[];
  /** Other names of exactly this name; empty when there are none. */
  sameAs: (name: string) => readonly string[];
  /** The names that stand in a text, each once; of names within one another the longest. */
  find: (text: string) => string[];
  /** A text with the names of `found` put for other names of the same things. */
  inWordsOf: (found: readonly string[], text: string) => string;
}

/** None; texts stay as they are. */
export const NO_ALIASES: Aliases = createAliases([]);

/**
 * @param groups no name in two of them; names with something in them that is no blank.
 * @example createAliases([["孤独症", "自闭症"]]).inWordsOf(["自闭症"], "世界孤独症日") // "世界自闭症日"
 */
export function createAliases(groups: readonly (readonly string[])[]): Aliases {
  const groupOf = new Map<string, string[]>();
  for (const group of groups) {
    const names = Array.from(new Set(group.map(foldText)));
    for (const name of names) groupOf.set(name, names);
  }
  const longestFirst = Array.from(groupOf.keys()).toSorted((a, b) => b.length - a.length);
  const pattern = longestFirst.length > 0 ? new RegExp(longestFirst.map(asPattern).join("|"), "gu") : undefined;
  return {
    groups,
    sameAs: (name) => (groupOf.get(name) ?? []).filter((other) => other !== name),
    find: (text) => (pattern ? Array.from(new Set(text.match(pattern))) : []),
    inWordsOf(found, text) {
      if (!pattern || found.length === 0) return text;
      return text.replaceAll(pattern, (name) =>
        found.includes(name) ? name : (found.find((other) => groupOf.get(name)?.includes(other)) ?? name),
      );
    },
  };
}

/** Latin letters and figures are names as whole words only: AI does not stand in said. */
function asPattern(name: string): string {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
  const before = /^[a-z0-9]/u.test(name) ? "(?<![a-z0-9])" : "";
  return `${before}${escaped}${/[a-z0-9]$/u.test(name) ? "(?![a-z0-9])" : ""}`;
}
