/** How aliases stand in their file: a YAML list of groups, each a list of names. Checked whole, refused with the reason. */
import { parseDocument } from "yaml";
import { z } from "zod";
import { AppError } from "../core/errors.js";
import { foldText } from "../text/normalize.js";

const name = z.union([z.string(), z.number(), z.null()]).transform((value) =>
  String(value ?? "")
    .replaceAll(/\s+/gu, " ")
    .trim(),
);
const Groups = z
  .array(z.union([z.array(name), z.null()], "each group must be a list of names, as - [孤独症, 自闭症]"), {
    error: "it must be a list of groups, as - [孤独症, 自闭症]",
  })
  .nullable();

/** One character stands in too many words to be a name. */
const MIN_LENGTH = 2;

/**
 * The groups of a file. Empty names, names that stand twice in a group, and groups of fewer than two names are left out.
 * @param path for messages.
 * @throws AppError ALIASES_INVALID for anything else that cannot be: no YAML, no list of lists, a name of one character, a
 * name in two groups, since names are exchanged both ways.
 */
export function parseAliases(text: string, path: string): string[][] {
  const refuse = (why: string, cause?: unknown) =>
    new AppError("ALIASES_INVALID", { message: `the aliases in ${path} cannot be used: ${why}`, cause });
  const document = parseDocument(text, { schema: "core", version: "1.2", logLevel: "silent" });
  const [error] = document.errors;
  if (error) throw refuse(`they are no YAML: ${error.message.split("\n")[0]}`, error);
  const checked = Groups.safeParse(toPlain(() => document.toJS({ maxAliasCount: 20 })));
  if (!checked.success) throw refuse(z.prettifyError(checked.error).replaceAll(/\s*\n\s*/gu, " "));
  const groups = (checked.data ?? []).map((group) => withoutRepeats(group ?? [])).filter((group) => group.length > 1);
  const seen = new Set<string>();
  for (const one of groups.flat()) {
    if (Array.from(one).length < MIN_LENGTH) throw refuse(`${one} is too short: a name has two characters or more`);
    if (seen.has(foldText(one))) throw refuse(`${one} stands in two groups: join them, or use a fuller name`);
    seen.add(foldText(one));
  }
  return groups;
}

/** The same groups as text; the comment at the beginning of `former` is kept. */
export function renderAliases(groups: readonly (readonly string[])[], former: string): string {
  const comment = /^(?:(?:#.*)?\n)*/u.exec(former)?.[0] ?? "";
  const lines = groups.map((group) => `- [${group.map((one) => JSON.stringify(one)).join(", ")}]\n`);
  return `${comment}${lines.length > 0 ? lines.join("") : "[]\n"}`;
}

/** A reference to what is not there, or too many of them, is no list either. */
function toPlain(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function withoutRepeats(names: readonly string[]): string[] {
  const seen = new Set([""]);
  return names.filter((one) => {
    const isNew = !seen.has(foldText(one));
    seen.add(foldText(one));
    return isNew;
  });
}
