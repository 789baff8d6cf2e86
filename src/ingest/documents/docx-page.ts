/**
 * A Word document: mammoth makes HTML of it, which is read like any other. Headings and lists count as the author
 * styled them; a document without styles is looked through for headlines like a page of plain text. Of its properties
 * only a title and a person's name are used: who saved the file and when says nothing about the article.
 */
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { stripInvisible } from "../../text/normalize.js";
import type { Block } from "../blocks.js";
import { isBareName } from "../byline.js";
import { isBlank, refuse } from "../load.js";
import type { LoadedPage, PageHead } from "../page.js";
import { takeDocxParts } from "./docx-parts.js";
import type { DomDocument } from "./dom.js";
import { htmlToBlocks } from "./html-blocks.js";

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
];

/**
 * Reads a document.
 * @throws AppError FILE_EMPTY, FILE_NOT_TEXT, FILE_DAMAGED, FILE_TOO_COMPLEX
 */
export async function loadDocxPage(bytes: Uint8Array, source: string): Promise<LoadedPage> {
  const { archive, properties } = takeDocxParts(bytes, source);
  const html = await toHtml(archive, source);
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const { body } = document as unknown as DomDocument;
  const blocks = body ? htmlToBlocks(body) : [];
  if (blocks.every((block) => isBlank(block.text))) throw refuse("FILE_EMPTY", source, "the document shows no text");
  const styled = /^\s*<h1[\s>]/u.test(html) ? blocks[0] : undefined;
  const head = headOf(properties ?? "", styled);
  return { blocks: styled && blocks.length > 1 ? blocks.slice(1) : blocks, head, warnings: [] };
}

async function toHtml(archive: Uint8Array, source: string): Promise<string> {
  try {
    const noPicture = mammoth.images.imgElement(async () => ({ src: "" }));
    const options = { styleMap: STYLES, convertImage: noPicture, externalFileAccess: false };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, options)).value;
  } catch (cause) {
    if (cause instanceof RangeError) throw refuse("FILE_TOO_COMPLEX", source, "it is nested too deeply", cause);
    throw refuse("FILE_DAMAGED", source, "its text cannot be read", cause);
  }
}

/** The title counts where the text has none of its own. */
function headOf(properties: string, styled: Block | undefined): PageHead {
  const title = styled?.text;
  const creator = propertyOf(properties, "dc:creator");
  return {
    ...(title !== undefined && { title }),
    ...(creator !== undefined && isBareName(creator) && { authors: [creator] }),
  };
}

function propertyOf(xml: string, name: string): string | undefined {
  const words = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]{1,200})</${name}>`, "u").exec(xml)?.[1];
  return words === undefined ? undefined : stripInvisible(words).replace(/\s+/gu, " ").trim();
}
