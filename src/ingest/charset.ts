/**
 * Which characters the bytes of a file stand for. The order: a byte order mark, strict UTF-8, what the file or its server
 * declares, then the two Chinese legacy encodings, told apart by how common the characters are that each reading
 * gives; last, line by line, a file put together from two encodings. Bytes are never guessed into something unreadable: what fits nothing is refused by returning undefined.
 */
import { COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from "./common-characters.js";
import type { ReadingWarning } from "./warnings.js";

/** A reading of bytes as text. */
export interface DecodedText {
  text: string;
  /** As the Encoding Standard names it. */
  charset: string;
  /** Whether nothing but the characters that come out speaks for this encoding. */
  isGuessed: boolean;
  warnings: ReadingWarning[];
}

/** Everything to tell about a reading: its losses, and that it was guessed. */
export function warningsOf({ charset, isGuessed, warnings }: DecodedText): ReadingWarning[] {
  const isMixed = warnings.some(({ code }) => code === "encodingMixed");
  return isGuessed && !isMixed ? [{ code: "encodingGuessed", charset }, ...warnings] : warnings;
}

/** How much commoner Big5's characters must be before it wins against GB18030. Share of all Han characters. */
const BIG5_MARGIN = 0.15;
/** A reading with more than this many Han characters must hold common ones; else the bytes are something else. */
const ENOUGH_TO_JUDGE = 16;
const LEAST_COMMON_SHARE = 0.05;
/** UTF-8 with at most this share of unreadable places among its non-ASCII characters is damaged UTF-8. */
const DAMAGED_SHARE = 0.02;
/** A page says so in its head; bytes. */
const DECLARED_WITHIN = 2048;
const DECLARED =
  /<meta[^>]{0,200}?charset=["']?([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)|(?:^|\n)[ \t]*(?:charset|encoding)[ \t]*:[ \t]*["']?([\w-]+)|-\*-.*?coding[ \t]*[:=][ \t]*([\w-]+).*?-\*-/i;

/**
 * Reads bytes as text.
 * @param declared encoding that came with the bytes; it counts before what they say themselves.
 * @returns undefined when no reading makes sense; the caller decides what that means.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  return (
    readMarked(bytes) ??
    readUtf8(bytes) ??
    readAs(bytes, declared) ??
    readAs(bytes, declaredIn(bytes)) ??
    readDamagedUtf8(bytes) ??
    readMixed(bytes) ??
    readChinese(bytes)
  );
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
    const warnings = units.length < bytes.length ? [CUT_OFF] : [];
    if (text !== undefined) return { text, charset, isGuessed: false, warnings };
  }
  return undefined;
}

const CUT_OFF: ReadingWarning = { code: "cutOff" };

function readUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = tryDecode(bytes, "utf-8");
  if (text !== undefined) return { text, charset: "utf-8", isGuessed: false, warnings: [] };
  const cut = cutOffLength(bytes);
  const rest = cut > 0 ? tryDecode(bytes.subarray(0, -cut), "utf-8") : undefined;
  return rest === undefined ? undefined : { text: rest, charset: "utf-8", isGuessed: false, warnings: [CUT_OFF] };
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

/** What a file says about itself in its first lines. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const match = DECLARED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN)));
  return match?.slice(1).find((name) => name !== undefined);
}

function readAs(bytes: Uint8Array, declared = ""): DecodedText | undefined {
  const name = declared.toLowerCase();
  const charset = /^(gb|cp936|x-gbk|hz)/.test(name) ? "gb18030" : /^(big5|cp950)/.test(name) ? "big5" : name;
  // Bytes without a mark are no UTF-16, whatever they say of themselves in ASCII.
  if (charset === "" || /^(?:utf|unicode|iso-10646|x-user)/.test(charset)) return undefined;
  const text = tryDecode(bytes, charset) ?? tryDecode(bytes.subarray(0, -1), charset);
  return text === undefined ? undefined : { text, charset, isGuessed: false, warnings: [] };
}

/** One broken byte in a long UTF-8 file must not turn all of it into another encoding's characters. */
function readDamagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const foreign = (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
  if (broken > foreign * DAMAGED_SHARE) return undefined;
  const warnings: ReadingWarning[] = [{ code: "charactersReplaced", count: broken }];
  return { text, charset: "utf-8", isGuessed: false, warnings };
}

/** A file put together from two: some lines are UTF-8 beyond doubt, the others one legacy encoding. */
function readMixed(bytes: Uint8Array): DecodedText | undefined {
  const lines = linesOf(bytes).map((line) => ({ line, text: tryDecode(line, "utf-8") }));
  const utf8 = lines.map(({ text = "" }) => text).join("\n");
  if (countHan(utf8, COMMON_SIMPLIFIED, COMMON_TRADITIONAL).known < ENOUGH_TO_JUDGE) return undefined;
  const others = lines.filter(({ text }) => text === undefined).map(({ line }) => line);
  const legacy = readChinese(Buffer.concat(others.flatMap((line) => [line, LINE_FEED])));
  if (!legacy) return undefined;
  const texts = lines.map(({ line, text }) => text ?? tryDecode(line, legacy.charset));
  if (texts.some((text) => text === undefined)) return undefined;
  const warnings: ReadingWarning[] = [{ code: "encodingMixed", charset: legacy.charset, lines: others.length }];
  return { text: texts.join("\n"), charset: "utf-8", isGuessed: true, warnings };
}

const LINE_FEED = Uint8Array.of(0x0a);

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function readChinese(bytes: Uint8Array): DecodedText | undefined {
  const gb = readLegacy(bytes, "gb18030", COMMON_SIMPLIFIED);
  const big5 = readLegacy(bytes, "big5", COMMON_TRADITIONAL);
  const best = big5 && big5.share > (gb ? gb.share + BIG5_MARGIN : 0) ? big5 : gb;
  if (!best || (best.han > ENOUGH_TO_JUDGE && best.share < LEAST_COMMON_SHARE)) return undefined;
  return { text: best.text, charset: best.charset, isGuessed: true, warnings: best.cut ? [CUT_OFF] : [] };
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
  const { han, known } = countHan(text, common);
  return { text, charset, han, share: han === 0 ? 0 : known / han, cut: whole === undefined };
}

function countHan(text: string, ...common: ReadonlySet<string>[]): { han: number; known: number } {
  let han = 0;
  let known = 0;
  for (const character of text) {
    if (character < "\u2E80") continue;
    if (/\p{Script=Han}|\p{Co}/u.test(character)) han++;
    if (common.some((characters) => characters.has(character))) known++;
  }
  return { han, known };
}

function tryDecode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
