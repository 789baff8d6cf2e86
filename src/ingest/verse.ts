/**
 * Verse and plain lists: several short lines in a row, whose ends are ends of lines and not of sentences. They must
 * not be joined, whatever they end with.
 */
import { type Block, countCommas, hasInnerStop } from "./blocks.js";
import { fitsTogether, isCutApart, opennessOf, unclosedOf } from "./evidence.js";
import { findOpening } from "./headline.js";

const WIDEST_LINE = 20;
const SURELY_VERSE = 4;
const LEAST_LINES = 3;
/** A long list is taken in parts, so that its length costs no more than its lines. */
const AT_ONCE = 100;
/** Three lines are verse only when no comma stands in them and the longest is at most this many times the shortest. */
const LIKE_LENGTHS = 1.6;

/** Lines of which this share cuts a word or a number in two are a broken column, not verse. */
const CUT_SHARE = 0.3;

/** How many lines of verse begin at block `at`; 0 when none. */
export function verseLengthAt(blocks: readonly Block[], at: number): number {
  let length = 0;
  while (length < AT_ONCE && isVerseLine(blocks, at + length)) length++;
  const last = blocks[at + length - 1];
  const behind = blocks[at + length];
  // The last short line may be the first half of a sentence that goes on below.
  if (last && behind?.form === "plain" && fitsTogether(last.text, behind.text)) length--;
  const lines = blocks.slice(at, at + length);
  // A caption may stand between the halves of a broken line.
  const isHalf = (at: number) => [1, 2].some((back) => isCutApart(lines[at - back]?.text ?? "", lines[at]?.text ?? ""));
  const cuts = lines.filter((_, i) => isHalf(i)).length;
  if (cuts > 0 && cuts >= (length - 1) * CUT_SHARE) return 0;
  if (length >= SURELY_VERSE) return length;
  if (lines.some((line) => countCommas(line.text.slice(0, -1)) > 0)) return 0;
  const widths = lines.map((line) => line.width);
  return length >= LEAST_LINES && Math.max(...widths) <= Math.min(...widths) * LIKE_LENGTHS ? length : 0;
}

function isVerseLine(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block?.form !== "plain" || block.width > WIDEST_LINE || hasInnerStop(block.text)) return false;
  const openness = opennessOf(block.text);
  const unclosed = unclosedOf(block.text).join("");
  if (openness === "likely" || (openness === "sure" && unclosed !== "") || /[《〈(【[]/u.test(unclosed)) return false;
  if (/^[“「『].*[”」』]$/u.test(block.text)) return false; // what somebody says is dialogue
  return findOpening(blocks, at, "inText") === undefined;
}
