/**
 * Writes groups of aliases into the text of their file so that a person's file stays that person's: groups that stay are
 * not touched, new ones come last, and no comment is lost but the one beside a group that goes.
 */
import { isNode, isSeq, parseDocument } from "yaml";
import { foldText } from "../text/normalize.js";

/** A group as the file has it: the lines above it, which are comments and blanks, and its own. */
interface Entry {
  above: string;
  lines: string;
  names: readonly string[];
}

/** An item of the file's list begins at a dash at the margin. */
const ITEM = /^(?=-(?:[ \t]|$))/mu;
const COMMENTS = /^(?:[ \t]*(?:#.*)?\n)*/u;
/** A line without a name. */
const COMMENT = /^[ \t]*(?:#.*)?\n?$/u;

/**
 * @param former the file's text, which can be read.
 * @param read the groups of such a text.
 */
export function renderAliases(
  groups: readonly (readonly string[])[],
  former: string,
  read: (text: string) => readonly (readonly string[])[],
): string {
  const { entries, below } = entriesOf(former, read);
  const left = new Set(groups);
  const kept = entries.map(({ above, lines, names }) => {
    const next = takeNext(names, left);
    if (!next) return above;
    return above + (isSame(next, names) ? lines : lineOf(next, commentBeside(lines)));
  });
  const text = `${kept.join("")}${below}${Array.from(left, (group) => lineOf(group)).join("")}`;
  return groups.length > 0 ? text : `${text}[]\n`;
}

/** The group that takes an entry's place: the same one, else the first that shares a name with it. */
function takeNext(names: readonly string[], left: Set<readonly string[]>): readonly string[] | undefined {
  const known = new Set(names.map(foldText));
  const all = Array.from(left);
  const next =
    all.find((group) => isSame(group, names)) ?? all.find((group) => group.some((one) => known.has(foldText(one))));
  if (next) left.delete(next);
  return next;
}

function entriesOf(former: string, read: (text: string) => readonly (readonly string[])[]) {
  const text = former === "" || former.endsWith("\n") ? former : `${former}\n`;
  const head = COMMENTS.exec(text)?.[0] ?? "";
  const entries: Entry[] = [];
  let above = head;
  for (const item of text.slice(head.length).split(ITEM)) {
    // A list in another form (`[]`, or all of it in brackets) is written anew.
    if (!item.startsWith("-")) continue;
    const all = item.split(/(?<=\n)/u);
    const last = all.findLastIndex((line) => !COMMENT.test(line));
    const lines = all.slice(0, last + 1).join("");
    entries.push({ above, lines, names: read(lines)[0] ?? [] });
    above = all.slice(last + 1).join("");
  }
  return { entries, below: above };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function lineOf(names: readonly string[], comment = ""): string {
  return `- [${names.map((one) => JSON.stringify(one)).join(", ")}]${comment}\n`;
}

/** The comment at the end of a group's own line. */
function commentBeside(lines: string): string {
  const { contents } = parseDocument(lines, { logLevel: "silent" });
  const [item] = isSeq(contents) ? contents.items : [];
  const comment = isNode(item) ? item.comment : undefined;
  return typeof comment === "string" ? ` #${comment.split("\n")[0]}` : "";
}
