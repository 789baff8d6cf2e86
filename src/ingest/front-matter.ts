/**
 * Front matter of a Markdown file: YAML between two lines of `---`, split by hand and parsed as plain data, so that
 * nothing in it can be executed. Known keys are checked, unknown ones are ignored. It knows nothing about the body.
 */
import { parseDocument } from "yaml";
import { z } from "zod";
import { AppError, reasonOf } from "../core/errors.js";

const words = z
  .union([z.string(), z.number(), z.null()])
  .transform((value) => (value === null ? undefined : String(value).replace(/\s+/gu, " ").trim() || undefined))
  .optional();
const wordsOrList = z
  .union([words, z.array(words)])
  .transform((value) =>
    Array.isArray(value) ? value.flatMap((one) => one ?? []) : value === undefined ? [] : [value],
  );
const emptyAsAbsent = (value: unknown) => (value === null || value === "" ? undefined : value);

const frontMatterSchema = z
  .object({
    title: words,
    subtitle: words,
    author: wordsOrList,
    published: z.preprocess(emptyAsAbsent, z.iso.date("must be a day as YYYY-MM-DD").optional()),
    source: words,
    url: z.preprocess(emptyAsAbsent, z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional()),
    programme: words,
    language: z.preprocess(
      emptyAsAbsent,
      z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be like zh or en")
        .optional(),
    ),
    aliases: wordsOrList,
  })
  .partial();

/** What a file's front matter may give. Absent keys are absent or empty. */
export type FrontMatter = z.output<typeof frontMatterSchema>;

const FENCE = /^---[ \t]*$/;
const END = /^(?:---|\.\.\.)[ \t]*$/;

/** A header says a few things of one article; a longer one is no header. UTF-16 units. */
const LONGEST = 16 * 1024;
/** Known keys need two. The parser takes half a minute for 500, and may take the whole process down. */
const DEEPEST = 20;
/** A line that begins so many lists or mappings inside each other, or is set in so far that other lines may have. */
const NESTED_LINE = new RegExp(`^ {${2 * DEEPEST}}|(?:[-?:][ \\t]+){${DEEPEST}}`, "mu");

/**
 * Takes the front matter off a text with `\n` line ends. A text without any gives `{}` and itself.
 * @throws AppError FRONT_MATTER_INVALID when it is not closed, no YAML mapping, or a known key has a bad value.
 * @example splitFrontMatter("---\ntitle: 标题\n---\n正文", "a.md") // { meta: { title: "标题" }, body: "正文" }
 */
export function splitFrontMatter(text: string, source: string): { meta: FrontMatter; body: string } {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const first = lines[0] ?? "";
  if (/^---[a-z]+/i.test(first)) throw refuse(source, `it begins with ${first.slice(0, 12)}: only YAML is read`);
  if (!FENCE.test(first)) return { meta: {}, body: text };
  const end = lines.findIndex((line, i) => i > 0 && END.test(line));
  // Without an end it may be a thematic break above ordinary text.
  if (end < 0) {
    if (!/^[\w-]+:(?:\s|$)/.test(lines[1] ?? "")) return { meta: {}, body: text };
    throw refuse(source, "it is not closed by a line of ---");
  }
  return { meta: parseMeta(lines.slice(1, end).join("\n"), source), body: lines.slice(end + 1).join("\n") };
}

/** What the parser is slow at is refused before it. */
function refuseHostile(yaml: string, source: string): void {
  if (yaml.length > LONGEST) throw refuse(source, `it has more than ${LONGEST} characters`);
  let depth = 0;
  let deepest = 0;
  for (const [character] of yaml.matchAll(/[[\]{}]/gu)) {
    depth = Math.max(0, depth + (character === "[" || character === "{" ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  if (deepest > DEEPEST || NESTED_LINE.test(yaml)) throw refuse(source, "it is nested too deeply");
}

function parseMeta(yaml: string, source: string): FrontMatter {
  refuseHostile(yaml, source);
  let data: unknown;
  try {
    const document = parseDocument(yaml, { schema: "core", version: "1.2", logLevel: "silent" });
    const [error] = document.errors;
    if (error) throw error;
    data = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (cause) {
    throw refuse(source, `it is no YAML: ${firstLineOf(cause)}`, cause);
  }
  const checked = frontMatterSchema.safeParse(data);
  if (!checked.success) throw refuse(source, z.prettifyError(checked.error).replace(/\s*\n\s*/g, " "));
  return checked.data;
}

function firstLineOf(cause: unknown): string {
  return reasonOf(cause).split("\n")[0] ?? "";
}

function refuse(source: string, why: string, cause?: unknown): AppError {
  return new AppError("FRONT_MATTER_INVALID", {
    message: `the front matter of ${source} cannot be used: ${why}`,
    cause,
  });
}
