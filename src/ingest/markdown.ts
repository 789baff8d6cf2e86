/**
 * A Markdown file as one article. Its author has said what is a paragraph and what a heading, so nothing is healed or
 * split here: the syntax tree becomes plain paragraphs, headings become captions, markup, pictures and HTML go.
 */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { AppError } from "../core/errors.js";
import type { ArticleDraft } from "../core/types.js";
import { createDraft, type Paragraph } from "./draft.js";
import { splitFrontMatter } from "./front-matter.js";
import { joinTexts } from "./join.js";
import { isBlank } from "./load.js";
import { fileStem } from "./split.js";
import { tellRows } from "./table-rows.js";

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root | Root["children"][number];

/** A line break that the author wanted; never part of a paragraph's text. */
const HARD_BREAK = "\n";
/** Deeper nesting than this is not followed: it is hostile, and reading it would exhaust the stack. */
const DEEPEST = 100;

/**
 * Reads a Markdown file. Its title is that of the front matter, else the first `# heading`, else the file's name.
 * @param text with `\n` line ends.
 * @throws AppError FRONT_MATTER_INVALID; FILE_EMPTY when there is no text besides front matter and title
 */
export function readMarkdown(text: string, source: string): ArticleDraft {
  const { meta, body } = splitFrontMatter(text, source);
  const root = parseBody(body, source);
  const { title: heading, blocks } = takeTitle(root);
  const title = meta.title ?? heading ?? fileStem(source);
  const paragraphs = blocks.flatMap((block) => paragraphsOf(block, 0)).filter(({ text }) => !isBlank(text));
  if (heading !== undefined && heading !== title) paragraphs.unshift({ text: heading, kind: "caption" });
  if (paragraphs.length === 0) {
    throw new AppError("FILE_EMPTY", {
      message: `${source} cannot be read: it has no text below its front matter or title`,
    });
  }
  const author = (meta.author ?? []).join("、");
  const head = {
    source,
    ordinal: 0,
    title,
    ...(meta.subtitle !== undefined && { subtitle: meta.subtitle }),
    ...(author !== "" && { author }),
    ...(meta.published !== undefined && { published: meta.published }),
    ...(meta.source !== undefined && { outlet: meta.source }),
    ...(meta.url !== undefined && { url: meta.url }),
    ...(meta.programme !== undefined && { programme: meta.programme }),
  };
  return createDraft({ ...head, language: meta.language, aliases: meta.aliases }, paragraphs);
}

/** A line that begins so many lists or quotes inside each other: the parser takes the cube of their number. */
const NESTED_LINE = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>])){21}/mu;

/** Hostile nesting exhausts the parser's time or stack; that is an error of this file only. */
function parseBody(body: string, source: string): Root {
  try {
    if (NESTED_LINE.test(body)) throw new RangeError("a line begins more than 20 lists or quotes");
    return fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  } catch (cause) {
    throw new AppError("FILE_NOT_TEXT", {
      message: `${source} cannot be read as Markdown: it is nested too deeply`,
      cause,
    });
  }
}

/** The first top-level heading's words, and the blocks without it. */
function takeTitle(root: Root): { title: string | undefined; blocks: Root["children"] } {
  const at = root.children.findIndex((block) => block.type === "heading" && block.depth === 1);
  const heading = root.children[at];
  const title = heading ? oneLine(heading, 0) : "";
  return title === "" ? { title: undefined, blocks: root.children } : { title, blocks: root.children.toSpliced(at, 1) };
}

function paragraphsOf(node: Node, depth: number): Paragraph[] {
  if (depth > DEEPEST) return [];
  if (node.type === "heading") return toParagraphs(oneLine(node, depth), "caption");
  if (node.type === "paragraph") return toParagraphs(plainText(node, depth), "body");
  if (node.type === "code") return toParagraphs(node.value, "body");
  if (node.type === "table") {
    const rows = node.children.map((row) => row.children.map((cell) => oneLine(cell, depth)));
    return tellRows(rows).flatMap((row) => toParagraphs(row, "body"));
  }
  return "children" in node ? node.children.flatMap((child) => paragraphsOf(child, depth + 1)) : [];
}

function oneLine(node: Node, depth: number): string {
  return plainText(node, depth).replaceAll(HARD_BREAK, " ").trim();
}

function toParagraphs(text: string, kind: Paragraph["kind"]): Paragraph[] {
  return text.split("\n").map((line) => ({ text: line.trim(), kind }));
}

/** Words of a node without markup; soft line breaks are closed up as Chinese or Latin asks for. */
function plainText(node: Node, depth: number): string {
  if (depth > DEEPEST) return "";
  if (node.type === "text") return node.value.split("\n").reduce((text, line) => joinTexts(text, line));
  if (node.type === "inlineCode") return node.value.replaceAll("\n", " ");
  if (node.type === "break") return HARD_BREAK;
  if (node.type === "html") return /^<br\s*\/?>$/i.test(node.value) ? HARD_BREAK : "";
  return "children" in node ? node.children.map((child) => plainText(child, depth + 1)).join("") : "";
}
