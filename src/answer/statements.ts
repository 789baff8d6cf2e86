/**
 * From a model's stream of text to statements with the sentence numbers they rest on. A statement is whole when its
 * numbers have ended; until then nothing of it is given out. Knows nothing of whether a statement is true.
 */
import { splitSentences } from "../text/sentences.js";

/** A claim as the model made it; `cited` are the numbers it named, unchecked, without repeats; empty when none. */
export interface DraftStatement {
  text: string;
  cited: number[];
}

/** Takes pieces of a reply as they come. */
export interface StatementParser {
  /** Statements that this piece has completed, in order. */
  push(piece: string): DraftStatement[];
  /** What was still open when the reply ended. Do not call it for a reply that was cut off. */
  end(): DraftStatement[];
}

const NUMBERS = "\\^?\\d{1,4}(?:\\s*[,，、;；–—~～-]\\s*\\^?\\d{1,4})*";
/** [12], 【3】, [3, 4], [3-5], [^3], (来源: 3). */
const MARKER = `\\s*(?:[\\[［【]\\s*${NUMBERS}\\s*[\\]］】]|[(（]\\s*(?:来源|出处|引用|见|[Ss]ources?|[Rr]ef)\\s*[:：]?\\s*${NUMBERS}\\s*[)）])`;
const CLOSING = "[。．.!！?？;；,，]";
/** Numbers with no more to come: something else follows, not even the start of a further bracket. */
const CLOSED_MARKERS = new RegExp(
  `(?<markers>(?:${MARKER})+)(?<closing>${CLOSING}*)(?=\\s*(?:[^\\s\\[［【(（。．.!！?？;；,，]|[(（]\\s*[^\\s来出引见sSrR]))`,
  "u",
);
const LAST_MARKERS = new RegExp(`(?<markers>(?:${MARKER})+)(?<closing>${CLOSING}*)`, "u");

/** @example parser.push("孵化339名。[12] 另") // [{ text: "孵化339名。", cited: [12] }] */
export function createStatementParser(): StatementParser {
  let pending = "";
  const take = (pattern: RegExp): DraftStatement[] => {
    const statements: DraftStatement[] = [];
    for (let match = pattern.exec(pending); match; match = pattern.exec(pending)) {
      const { markers = "", closing = "" } = match.groups ?? {};
      statements.push(...toStatements(pending.slice(0, match.index), closing, readNumbers(markers)));
      pending = pending.slice(match.index + match[0].length);
    }
    return statements;
  };
  return {
    push(piece) {
      pending += piece;
      return take(CLOSED_MARKERS);
    },
    end() {
      const statements = take(LAST_MARKERS);
      const rest = toStatements(pending, "", []);
      pending = "";
      return [...statements, ...rest];
    },
  };
}

/** The numbers prove the sentence they follow; sentences before it in the same stretch have none of their own. */
function toStatements(stretch: string, closing: string, cited: number[]): DraftStatement[] {
  const text = stripMarkup(stretch);
  const sentences = splitSentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return sentences.map((sentence, i) => {
    const isLast = i === sentences.length - 1;
    const ending = isLast && !/[。！？!?.…”"]$/u.test(sentence) ? closing.slice(0, 1).replace(/[,，;；]/u, "。") : "";
    return { text: sentence + ending, cited: isLast ? cited : [] };
  });
}

/** Longer ranges name no proof; they name a whole article. */
const MAX_RANGE = 8;

function readNumbers(markers: string): number[] {
  const numbers = Array.from(markers.matchAll(/(\d+)(?:\s*[-–—~～]\s*\^?(\d+))?/gu)).flatMap(
    ([, from = "", to = from]) => {
      const length = Math.min(Math.max(Number(to) - Number(from) + 1, 1), MAX_RANGE);
      return Array.from({ length }, (_, i) => Number(from) + i);
    },
  );
  return Array.from(new Set(numbers));
}

/** The model was asked for plain sentences; what it adds all the same must not reach a reader as symbols. */
function stripMarkup(text: string): string {
  return text
    .replaceAll(/<\/?[a-z][^<>]*>/giu, "")
    .replaceAll(/(?:\*\*|__|`+|~~)/gu, "")
    .replaceAll(/^\s*(?:#{1,6}|[-*+•·>]|\d{1,2}[.)、](?!\d))\s*/gmu, "")
    .replaceAll(/\[([^\][]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/[ \t]+/gu, " ");
}
