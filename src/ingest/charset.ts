/**
 * Which characters the bytes of a file stand for. The order: a byte order mark, strict UTF-8, what the file itself
 * declares, then the two Chinese legacy encodings, told apart by how common the characters are that each reading
 * gives. Bytes are never guessed into something unreadable: what fits nothing is refused by returning undefined.
 */
import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from "./common-characters.js";

/** A reading of bytes as text. `warnings` say in English what could not be read, for the log. */
export interface DecodedText {
  text: string;
  charset: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";
  warnings: string[];
}

/** How much commoner Big5's characters must be before it wins against GB18030. Share of all Han characters. */
const BIG5_MARGIN = 0.15;
/** A reading with more than this many Han characters must hold common ones; else the bytes are something else. */
const ENOUGH_TO_JUDGE = 16;
const LEAST_COMMON_SHARE = 0.05;
/** UTF-8 with at most this share of unreadable places among its non-ASCII characters is damaged UTF-8. */
const DAMAGED_SHARE = 0.02;
const DECLARED =
  /(?:^|\n)[ \t]*(?:charset|encoding)[ \t]*:[ \t]*["']?([\w-]+)|-\*-.*?coding[ \t]*[:=][ \t]*([\w-]+).*?-\*-/i;

/**
 * Reads bytes as text.
 * @returns undefined when no reading makes sense; the caller decides what that means.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  return readMarked(bytes) ?? readUtf8(bytes) ?? readDeclared(bytes) ?? readDamagedUtf8(bytes) ?? readChinese(bytes);
}

function readMarked(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const body = bytes.subarray(3);
    return readUtf8(body) ?? readDamagedUtf8(body);
  }
  if (a === 0xff && b === 0xfe) return readUtf16(bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return readUtf16(bytes.subarray(2), "utf-16be");
  return undefined;
}

function readUtf16(bytes: Uint8Array, charset: "utf-16le" | "utf-16be"): DecodedText | undefined {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  // The last unit may be half of a character that was cut off.
  for (const units of [whole, whole.subarray(0, -2)]) {
    const text = tryDecode(units, charset);
    if (text !== undefined) return { text, charset, warnings: units.length < bytes.length ? [CUT_OFF] : [] };
  }
  return undefined;
}

const CUT_OFF = "the last character is cut off and was left out";

function readUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = tryDecode(bytes, "utf-8");
  if (text !== undefined) return { text, charset: "utf-8", warnings: [] };
  const cut = cutOffLength(bytes);
  const rest = cut > 0 ? tryDecode(bytes.subarray(0, -cut), "utf-8") : undefined;
  return rest === undefined ? undefined : { text: rest, charset: "utf-8", warnings: [CUT_OFF] };
}

/** Bytes at the end that begin a UTF-8 sequence and do not finish it: 0 to 3. */
function cutOffLength(bytes: Uint8Array): number {
  for (let length = 1; length <= 3 && length <= bytes.length; length++) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte >= 0xc2) return length < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function readDeclared(bytes: Uint8Array): DecodedText | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const match = DECLARED.exec(head);
  const name = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
  const charset = /^(gb|cp936|x-gbk|hz)/.test(name) ? "gb18030" : /^(big5|cp950)/.test(name) ? "big5" : undefined;
  const text = charset && tryDecode(bytes, charset);
  return charset && text !== undefined ? { text, charset, warnings: [] } : undefined;
}

/** One broken byte in a long UTF-8 file must not turn all of it into another encoding's characters. */
function readDamagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const foreign = (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
  if (broken > foreign * DAMAGED_SHARE) return undefined;
  return { text, charset: "utf-8", warnings: [`${broken} places are damaged and show as \uFFFD`] };
}

function readChinese(bytes: Uint8Array): DecodedText | undefined {
  const gb = readLegacy(bytes, "gb18030", COMMON_SIMPLIFIED);
  const big5 = readLegacy(bytes, "big5", COMMON_TRADITIONAL);
  const best = big5 && big5.share > (gb ? gb.share + BIG5_MARGIN : 0) ? big5 : gb;
  if (!best || (best.han > ENOUGH_TO_JUDGE && best.share < LEAST_COMMON_SHARE)) return undefined;
  return { text: best.text, charset: best.charset, warnings: best.cut ? [CUT_OFF] : [] };
}

interface LegacyReading {
  text: string;
  charset: "gb18030" | "big5";
  han: number;
  share: number;
  cut: boolean;
}

function readLegacy(
  bytes: Uint8Array,
  charset: "gb18030" | "big5",
  common: ReadonlySet<string>,
): LegacyReading | undefined {
  const whole = tryDecode(bytes, charset);
  const text = whole ?? tryDecode(bytes.subarray(0, -1), charset);
  if (text === undefined) return undefined;
  let han = 0;
  let known = 0;
  for (const character of text) {
    if (character < "\u2E80") continue;
    if (/\p{Script=Han}|\p{Co}/u.test(character)) han++;
    if (common.has(character)) known++;
  }
  return { text, charset, han, share: han === 0 ? 0 : known / han, cut: whole === undefined };
}

function tryDecode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
