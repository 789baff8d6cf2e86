/**
 * A saved or fetched web page: readability finds the article among menus and advertisements, linkedom stands in for the
 * browser. No script runs and nothing is fetched: the page is data.
 */
import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { foldText } from "../../text/normalize.js";
import type { Block } from "../blocks.js";
import { warningsOf } from "../charset.js";
import { isBlank, loadText, refuse } from "../load.js";
import type { LoadedPage, Origin } from "../page.js";
import type { DomDocument } from "./dom.js";
import { htmlToBlocks } from "./html-blocks.js";
import { readHtmlHead } from "./html-head.js";
import { readImprint } from "./imprint.js";

/** A page with more elements is no article. */
const MOST_ELEMENTS = 50_000;
/** Pages of news are some 40 deep; old ones that close nothing, some hundred. */
const DEEPEST = 400;
/** When readability keeps less than this share of a short page, it took part of the article for something else. */
const LEAST_KEPT = 0.4;
const SHORT_PAGE = 1_500;
/** Characters; a longer block is text. */
const LONGEST_HEADLINE = 50;
const COVERED = /visibility\s*:\s*hidden\s*;?/iu;

/**
 * Reads a page.
 * @throws AppError FILE_EMPTY without any text, FILE_NOT_TEXT, FILE_TOO_COMPLEX
 */
export function loadHtmlPage(bytes: Uint8Array, source: string, { url, charset }: Origin = {}): LoadedPage {
  const loaded = loadText(bytes, source, charset);
  const { text } = loaded;
  refuseHostile(text, source);
  const document = parse(text);
  uncover(document);
  // Readability takes the page apart, so what it may fall back to comes first.
  const whole = document.body ? htmlToBlocks(document.body) : [];
  const article = findArticle(document);
  const content = article?.content ?? undefined;
  const found = content ? htmlToBlocks(content) : [];
  const isPart = lengthOf(whole) < SHORT_PAGE && lengthOf(found) < lengthOf(whole) * LEAST_KEPT;
  const lines = whole.map((block) => block.text);
  const head = readHtmlHead(parse(text), article ?? {}, { lines, url });
  const blocks = withoutHead(found.length === 0 || isPart ? whole : found, head.title);
  if (blocks.every((block) => isBlank(block.text))) throw refuse("FILE_EMPTY", source, "the page shows no text");
  return { blocks, head, warnings: warningsOf(loaded) };
}

/** Title and imprint above the text are no text. Further down, the same words may be: a question of an interview. */
function withoutHead(blocks: readonly Block[], title = ""): Block[] {
  const isHead = ({ text }: Block) => foldText(text) === foldText(title) || readImprint(text) !== undefined;
  const from = blocks.findIndex((block) => block.text.length > LONGEST_HEADLINE && !isHead(block));
  const rest = blocks.filter((block, i) => (from !== -1 && i >= from) || !isHead(block));
  return rest.length > 0 ? rest : [...blocks];
}

/** Some pages cover their article until a script shows it, and none runs here: what is longer than all else is shown. */
function uncover(document: DomDocument): void {
  const shown = document.body ? lengthOf(htmlToBlocks(document.body)) : 0;
  for (const element of document.querySelectorAll('[style*="visibility"]')) {
    const style = element.getAttribute("style") ?? "";
    if (!COVERED.test(style) || lengthOf(htmlToBlocks(element)) <= shown) continue;
    element.setAttribute("style", style.replace(COVERED, ""));
    return;
  }
}

function parse(text: string): DomDocument {
  const { document } = parseHTML(/<html[\s>]/iu.test(text) ? text : `<html><body>${text}</body></html>`);
  // A browser makes up the head and the body that a page does not have; linkedom looks for them side by side.
  const { documentElement: root, head } = document;
  const written = root.querySelector("body");
  const body = written ?? document.createElement("body");
  for (const child of Array.from(root.childNodes)) {
    if (child !== head && child !== body) (written ? head : body).append(child);
  }
  head.after(body);
  return document;
}

/** Building the page and finding its article takes the square of the depth, or worse, so both are counted before. */
function refuseHostile(text: string, source: string): void {
  let elements = 0;
  let depth = 0;
  const counter = new Parser({
    onopentagname() {
      if (++elements > MOST_ELEMENTS) throw refuse("FILE_TOO_COMPLEX", source, `it has over ${MOST_ELEMENTS} elements`);
      if (++depth > DEEPEST) throw refuse("FILE_TOO_COMPLEX", source, `it is nested over ${DEEPEST} elements deep`);
    },
    onclosetag() {
      depth--;
    },
  });
  counter.end(text);
}

function findArticle(document: DomDocument) {
  const options = { charThreshold: 100, keepClasses: false, serializer: (node: unknown) => node as DomDocument };
  return new Readability<DomDocument>(document, options).parse();
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
