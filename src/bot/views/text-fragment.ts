/**
 * Links that open a page at a sentence and highlight it there (https://wicg.github.io/scroll-to-text-fragment/). Pure.
 * A browser that does not know such links, or does not find the sentence, shows the page as ever.
 */
import { stripInvisible } from "../../text/normalize.js";

/** A longer sentence is named by its beginning and its end. UTF-16 units. */
const MAX_WHOLE_CHARS = 60;
const EDGE_CHARS = 16;

/** Telegram refuses very long links; one that would be longer goes without the sentence. */
const MAX_URL_CHARS = 2000;

const words = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * The address with the sentence in it; undefined when `url` is no public web page.
 * @example linkToSentence("https://a.cn/x", "孵化339名。") // https://a.cn/x#:~:text=%E5%AD%B5…
 */
export function linkToSentence(url: string, sentence: string): string | undefined {
  const page = webPage(url);
  if (!page) return undefined;
  const [anchor = ""] = page.hash.split(":~:");
  page.hash = "";
  const bare = page.href.replace(/#$/, "");
  const link = `${bare}${anchor === "" ? "#" : anchor}:~:text=${textDirective(sentence)}`;
  return link.length <= MAX_URL_CHARS ? link : `${bare}${anchor}`;
}

function webPage(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const page = new URL(url);
  const isPublic = /^https?:$/.test(page.protocol) && page.hostname.includes(".") && page.username === "";
  return isPublic ? page : undefined;
}

/** `text`, or `start,end`. Both must end at the borders of words, or a browser finds nothing. */
function textDirective(sentence: string): string {
  const text = stripInvisible(sentence.replace(/\p{Cs}/gu, ""))
    .replace(/\s+/gu, " ")
    .trim();
  if (text.length <= MAX_WHOLE_CHARS) return encode(text);
  const borders = Array.from(words.segment(text), ({ index }) => index);
  const start = borders.find((index) => index >= EDGE_CHARS && index <= 2 * EDGE_CHARS);
  const end = borders.findLast((index) => index <= text.length - EDGE_CHARS && index >= text.length - 2 * EDGE_CHARS);
  if (start === undefined || end === undefined) return encode(text);
  return `${encode(text.slice(0, start).trim())},${encode(text.slice(end).trim())}`;
}

/** `-` `,` and `&` have a meaning in a directive; encodeURIComponent leaves the first as it is. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("-", "%2D");
}
