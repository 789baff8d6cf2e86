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
const MARKER = new RegExp(
  `[\\[［【]\\s*(?:${NUMBERS})\\s*[\\]］】]|[(（]\\s*(?:来源|出处|引用|见|[Ss]ources?|[Rr]ef)\\s*[:：]?\\s*(?:${NUMBERS})\\s*[)）]`,
  "uy",
);
/** What may still become a marker when more comes. */
const OPEN_MARKER = /^(?:[[［【]|[(（]\s*[来源出处引用见a-z]{0,8}\s*[:：]?)[\s\d^,，、;；–—~～-]*$/iu;
/** No marker is longer; without a bound, one that is never closed would be read again and again. UTF-16 units. */
const MAX_MARKER = 120;
const OPENING = /[[［【(（]/gu;
const CLOSING = /[。．.!！?？;；,，]/u;
/** Text without a marker is not kept for longer than this: its whole sentences have no numbers. UTF-16 units. */
const MAX_STRETCH = 2_000;
/** Stands for the beginning of a sentence longer than that: too long for any check, so that its end is not shown alone. */
const OVERLONG = "字".repeat(400);

/**
 * Every character is read once, save the few of an open marker: replies may be long, and hostile.
 * @example parser.push("孵化339名。[12] 另") // [{ text: "孵化339名。", cited: [12] }]
 */
export function createStatementParser(): StatementParser {
  let pending = "";
  /** Everything before it has been read. */
  let at = 0;
  /** The markers being read, from where the text before them ends. */
  let markers: { textEnd: number; numbers: number[]; closing: string } | undefined;

  function close(): DraftStatement[] {
    if (!markers) return [];
    const { textEnd, numbers, closing } = markers;
    const statements = toStatements(pending.slice(0, textEnd), closing, Array.from(new Set(numbers)));
    pending = pending.slice(at);
    at = 0;
    markers = undefined;
    return statements;
  }

  function read(): DraftStatement[] {
    const statements: DraftStatement[] = [];
    while (at < pending.length) {
      OPENING.lastIndex = at;
      const start = markers ? at : (OPENING.exec(pending)?.index ?? pending.length);
      MARKER.lastIndex = start;
      const marker = MARKER.exec(pending)?.[0];
      const next = pending.charAt(start);
      if (marker !== undefined) {
        markers ??= { textEnd: start, numbers: [], closing: "" };
        markers.numbers.push(...readNumbers(marker));
        at = start + marker.length;
      } else if (pending.length - start < MAX_MARKER && OPEN_MARKER.test(pending.slice(start))) {
        at = start;
        break;
      } else if (markers && (CLOSING.test(next) || /\s/u.test(next))) {
        markers.closing ||= next.trim();
        at++;
      } else if (markers) statements.push(...close());
      else at = Math.min(start + 1, pending.length);
    }
    return statements;
  }

  /** Gives out what can have no numbers any more, so that what is kept stays short. */
  function shorten(): DraftStatement[] {
    if (markers) {
      // Marks behind the numbers have been read, and say nothing more.
      pending = pending.slice(0, markers.textEnd) + pending.slice(at);
      at = markers.textEnd;
      markers.numbers = Array.from(new Set(markers.numbers));
      return [];
    }
    if (at <= MAX_STRETCH) return [];
    const from = splitSentences(pending.slice(0, at)).at(-1)?.start ?? 0;
    const statements = toStatements(pending.slice(0, from), "", []);
    const open = at - from > MAX_STRETCH / 2 ? OVERLONG : pending.slice(from, at);
    pending = open + pending.slice(at);
    at = open.length;
    return statements;
  }

  return {
    push(piece) {
      const statements: DraftStatement[] = [];
      for (let from = 0; from < piece.length; from += MAX_STRETCH) {
        pending = joinBlanks(pending, piece.slice(from, from + MAX_STRETCH));
        at = Math.min(at, pending.length);
        statements.push(...read(), ...shorten());
      }
      return statements;
    },
    end() {
      const statements = [...read(), ...close(), ...toStatements(pending, "", [])];
      pending = "";
      at = 0;
      return statements;
    },
  };
}

/** A run of white space is one blank, or one line feed when it holds one. */
function joinBlanks(before: string, piece: string): string {
  const last = /\s$/u.exec(before)?.[0] ?? "";
  const joined = (last + piece).replaceAll(/\s+/gu, (run) => (run.includes("\n") ? "\n" : run.charAt(0)));
  return before.slice(0, before.length - last.length) + joined;
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
  return Array.from(markers.matchAll(/(\d+)(?:\s*[-–—~～]\s*\^?(\d+))?/gu)).flatMap(([, from = "", to = from]) => {
    const length = Math.min(Math.max(Number(to) - Number(from) + 1, 1), MAX_RANGE);
    return Array.from({ length }, (_, i) => Number(from) + i);
  });
}

/** The model was asked for plain sentences; what it adds all the same must not reach a reader as symbols. */
function stripMarkup(text: string): string {
  return text
    .replaceAll(/<\/?[a-z][^<>]*>/giu, "")
    .replaceAll(/(?:\*\*|__|`+|~~)/gu, "")
    .replaceAll(/^\s*(?:#{1,6}|[-*+•·>]|\d{1,2}[.)、](?!\d))\s*/gmu, "")
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/gu, "$1")
    .replaceAll(/[ \t]+/gu, " ");
}
