/** The notation of the data: `句子。{words of the cited sentence}` and, for lies, `«true→false»` inside the sentence. */
import { isInArticles } from "./articles.js";
import { bare } from "./cases.js";

/** A statement and the sentences that it cites, each named by a part of its text. */
export interface Template {
  statement: string;
  parts: string[];
}

/** @example parseTemplate("共派驻27名。{27名乡村特派员}") // { statement: "共派驻27名。", parts: ["27名乡村特派员"] } */
export function parseTemplate(template: string): Template {
  const at = template.indexOf("{");
  if (at < 0) throw new Error(`no sentence is cited: ${template}`);
  const parts = Array.from(template.slice(at).matchAll(/\{([^}]+)\}/gu), ([, part = ""]) => part);
  return { statement: template.slice(0, at), parts };
}

/** The notation of a statement that cites these sentences. */
export function renderTemplate({ statement, parts }: Template): string {
  return `${statement}${parts.map((part) => `{${part}}`).join("")}`;
}

/** A false statement, what it was made from, and the words in it that must not be shown. */
export interface Falsehood {
  truth: string;
  statement: string;
  parts: string[];
  lie: string[];
}

const EDIT = /«(?<from>[^→»]*)→(?<to>[^»]*)»/gu;

/**
 * Reads an edited statement. What must not be shown is each clause that an edit has changed, or the whole statement
 * where such a clause alone is true (a limit left out at its beginning, 今年 for 三年来).
 * @throws Error when nothing false would be looked for.
 */
export function parseEdit(edited: string): Falsehood {
  const { statement: notation, parts } = parseTemplate(edited);
  const truth = notation.replaceAll(EDIT, "$1");
  const statement = notation.replaceAll(EDIT, "$2");
  const isTrue = (words: string) => bare(truth).includes(bare(words)) || isInArticles(words);
  const whole = statement.replace(/[。.]$/u, "");
  const lie = Array.from(new Set(changedClauses(notation).map((clause) => (isTrue(clause) ? whole : clause))));
  if (lie.length === 0 || lie.some(isTrue)) {
    throw new Error(`nothing false is left to look for: ${edited}`);
  }
  return { truth, statement, parts, lie };
}

/** Clauses of the edited statement that hold an edit, after it. */
function changedClauses(notation: string): string[] {
  const marked = notation.replaceAll(EDIT, "\u0000$2\u0000");
  return marked
    .split(/(?<![\d])[,，]|[,，](?!\d)|[;；。!！?？]/u)
    .filter((clause) => clause.includes("\u0000"))
    .map((clause) => clause.replaceAll("\u0000", ""));
}
