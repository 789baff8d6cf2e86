/**
 * Which block goes on where another stops: the one below it, or one further down with captions in between. Sure signs
 * (a word cut in two, an open quotation) outweigh all but a new beginning; where a text is merely unfinished, anything
 * that speaks for a new paragraph keeps the two apart.
 */
import { type Block, CAPTION_WIDTH, countCommas, HEADLINE_WIDTH, hasInnerStop, isClosed } from "./blocks.js";
import { fitsTogether, isCutApart, isNoItem, type Openness, opennessOf } from "./evidence.js";
import { findOpening } from "./headline.js";
import { type Join, joinAt, joinTexts, LONGEST_PARAGRAPH } from "./join.js";

/** At most this many captions stand between the halves of a sentence. */
const MOST_CAPTIONS = 3;
const LONGEST_SENTENCE_CAPTION = 60;
const CREDIT = /^[（(]?[^,，。]{2,12}(?:摄|攝|供图|供圖)[)）]?$/u;
const SPEAKER = /^(?:[问答問]|[\p{Script=Han}A-Za-z·]{2,8})[:：]/u;
const FRESH =
  /^(?:近日|日前|据了解|据悉|据统计|据介绍|據了解|據悉|據統計|此外|另外|与此同时|與此同時|下一步|首先|截至|为此|當天|当天|(?:同时|目前|现场|会上|其中|今年|去年|未来|最后|同時|目前|現場|會上)[,，]|(?:\d{4}年)?\d{1,2}月\d{1,2}日[,，])/u;

/** A paragraph put together from its halves, and the captions that stood between them. */
export interface Paragraph {
  block: Block;
  captions: Block[];
  joins: Join[];
  /** Index of the first block behind it. */
  next: number;
}

/** The paragraph that begins at block `at`, with every half that it goes on in. */
export function gatherParagraph(blocks: readonly Block[], at: number, first: Block): Paragraph {
  const paragraph: Paragraph = { block: first, captions: [], joins: [], next: at + 1 };
  for (;;) {
    const { block, next } = paragraph;
    const found = findContinuation(block, blocks, next);
    const half = found === undefined ? undefined : blocks[found];
    if (found === undefined || !half || block.text.length > LONGEST_PARAGRAPH) return paragraph;
    paragraph.joins.push(joinAt(block.text, half.text));
    paragraph.captions.push(...blocks.slice(next, found));
    paragraph.block = { ...block, text: joinTexts(block.text, half.text), width: block.width + half.width };
    paragraph.next = found + 1;
  }
}

/**
 * Index of the block in which `block` goes on, looked for from `next`; undefined when it stands for itself.
 * Blocks between `next` and the index are captions.
 */
function findContinuation(block: Block, blocks: readonly Block[], next: number): number | undefined {
  const below = blocks[next];
  if (!below || !["plain", "item", "dateline"].includes(block.form)) return undefined;
  if (below.form === "item" && isNoItem(block.text, below.text)) return next;
  if (!beginsAnew(blocks, next) && fitsTogether(block.text, below.text)) return next;

  let beyond = next;
  while (beyond < next + MOST_CAPTIONS && isCaptionAt(block, blocks, beyond)) beyond++;
  const half = blocks[beyond];
  const isHalf = half !== undefined && !beginsAnew(blocks, beyond);
  if (isHalf && beyond > next && fitsTogether(block.text, half.text)) return beyond;
  const openness = opennessOf(block.text);
  if (isSentenceBetween(block, blocks, next, openness)) return next + 1;
  if (openness === "none" || (openness === "likely" && block.form === "item")) return undefined;
  // An unfinished line above a photographer's name is the caption of the picture.
  if (openness === "likely" && CREDIT.test(below.text) && !hasInnerStop(block.text)) return undefined;
  if (isHalf && (openness === "sure" || !readsAfresh(half))) return beyond;
  // Nothing goes on beyond the short block: with a sure sign it is the missing half itself.
  return beyond > next && openness === "sure" && !beginsAnew(blocks, next) ? next : undefined;
}

/** Whether a block by itself is a caption or a subheading: it says so, or is short and no sentence. */
export function isCaption(block: Block): boolean {
  if (block.form === "caption" || block.form === "folio") return true;
  return block.form === "plain" && block.width <= CAPTION_WIDTH && !isClosed(block.text);
}

/**
 * Whether the block at `at` is a caption inside the sentence that `open` begins. It may be somewhat longer here than
 * elsewhere: nothing else stands between two halves.
 */
function isCaptionAt(open: Block, blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  if (block?.form === "caption" || block?.form === "folio") return true;
  if (block?.form !== "plain" || block.width > HEADLINE_WIDTH || isClosed(block.text)) return false;
  if (countCommas(block.text) > 1 || opennessOf(block.text) !== "none") return false;
  if (!next || !fitsTogether(block.text, next.text)) return true;
  return fitsTogether(open.text, next.text) && !isCutApart(block.text, next.text);
}

/** A caption that is one whole sentence, told by the third block being the one that fits. */
function isSentenceBetween(block: Block, blocks: readonly Block[], at: number, openness: Openness): boolean {
  const [caption, half] = blocks.slice(at, at + 2);
  if (!caption || !half || caption.form !== "plain" || caption.width > LONGEST_SENTENCE_CAPTION) return false;
  if (!isClosed(caption.text) || hasInnerStop(caption.text) || fitsTogether(block.text, caption.text)) return false;
  const fits = openness === "none" ? isCutApart : fitsTogether;
  return !isClosed(block.text) && !beginsAnew(blocks, at + 1) && fits(block.text, half.text);
}

/** Whether the form or the place of a block says that something new begins with it. */
function beginsAnew(blocks: readonly Block[], at: number): boolean {
  return blocks[at]?.form !== "plain" || findOpening(blocks, at, "inText") !== undefined;
}

function readsAfresh(block: Block): boolean {
  return block.indent >= 1 || SPEAKER.test(block.text) || FRESH.test(block.text);
}
