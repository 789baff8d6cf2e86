/**
 * Where an article begins: the lines of its headline, and the byline that may stand below them. A headline stands at
 * the start of the page or behind a byline; inside running text only when a dateline or a byline and text follow, since
 * nothing else tells it from a subheading.
 */
import { type Block, countCommas, HEADLINE_WIDTH, isClosed } from "./blocks.js";
import { isBareName } from "./byline.js";
import { fitsTogether, opennessOf, TEXT_OPENING, unclosedOf } from "./evidence.js";

/** Where on the page a headline is looked for. */
export type Place = "pageStart" | "behindByline" | "inText";

/** The beginning of an article: how many blocks its headline has, and its byline below that. */
export interface Opening {
  headlines: number;
  bylines: number;
}

/** A headline has at most this many lines; more short lines than that are verse or a list under a title. */
const MOST_LINES = 4;
/** Two commas only in a short headline of like parts: 办实事,解民忧,暖人心. */
const MOST_COMMAS = 2;
const RHYMED_WIDTH = 24;
/** What no headline begins with, even one without a comma. */
const REPORT_OPENING =
  /^(?:近日|日前|昨日|据悉|据了解|据统计|据介绍|據悉|據了解|記者從|记者从|(?:[问答問]|[QA])[:：])/u;
/** After a byline, up to this many short lines without any text below are leftovers of the page, not an article. */
const LEFTOVERS = 2;

/**
 * The headline that begins at block `at`, if one does.
 * @example findOpening(toBlocks("食堂开张\n\n昨日,首批老人吃上了热饭。"), 0, "pageStart") // { headlines: 1, bylines: 0 }
 */
export function findOpening(blocks: readonly Block[], at: number, place: Place): Opening | undefined {
  let headlines = 0;
  while (headlines <= MOST_LINES && looksLikeHeadline(blocks[at + headlines], blocks[at + headlines + 1])) {
    // What somebody says may be the first line of a headline; below one it opens the text.
    if (headlines > 0 && /^[“「].*[!！?？][”」]$/u.test(blocks[at + headlines]?.text ?? "")) break;
    headlines++;
  }
  if (headlines === 0) return undefined;
  let bylines = 0;
  while (blocks[at + headlines + bylines]?.form === "byline") bylines++;
  const last = blocks[at + headlines - 1];
  const next = blocks[at + headlines + bylines];
  if (place === "inText") {
    const isAnnounced = next?.form === "dateline" || (bylines > 0 && next?.form === "plain");
    return isAnnounced && headlines <= MOST_LINES ? { headlines, bylines } : undefined;
  }
  if (!next || headlines > MOST_LINES) {
    return place === "behindByline" && headlines + bylines <= LEFTOVERS ? undefined : { headlines: 1, bylines: 0 };
  }
  if (!last || bylines > 0) return { headlines, bylines };
  if (headlines > 1 && isBareName(last.text)) return { headlines: headlines - 1, bylines: 1 };
  // The last short block may be the first half of a broken sentence of the text below.
  const isText =
    (headlines > 1 || countCommas(last.text) > 0) && next.form === "plain" && fitsTogether(last.text, next.text);
  if (isText) headlines--;
  return headlines > 0 ? { headlines, bylines } : undefined;
}

/** Whether a block could be a line of a headline, the next block given: short, plain, and no sentence. */
export function looksLikeHeadline(block: Block | undefined, next?: Block): boolean {
  if (!block || block.form !== "plain" || block.width > HEADLINE_WIDTH) return false;
  const { text } = block;
  const commas = countCommas(text);
  if (/[。；;]/u.test(text) || /[,，、:：]$/u.test(text) || commas > MOST_COMMAS) return false;
  if (isClosed(text) && !/[!！?？][”"」』》]*$/u.test(text)) return false;
  if (/^[（(【][^（()）【】]*[)）】]$/u.test(text)) return false; // a remark
  if (REPORT_OPENING.test(text) || (commas > 0 && TEXT_OPENING.test(text))) return false;
  if (commas > 0 && opennessOf(text) === "sure") return false;
  if (commas > 1 && (block.width > RHYMED_WIDTH || (next && fitsTogether(text, next.text)))) return false;
  const isBroken = unclosedOf(text).length > 0;
  return !isBroken || (next !== undefined && next.width <= HEADLINE_WIDTH && fitsTogether(text, next.text));
}
