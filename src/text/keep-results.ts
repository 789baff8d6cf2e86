/**
 * Keeps what a pure function said of the texts it was asked about last. One answer asks the same of the same sentences over
 * and over (ranking, conditions, a refusal's titles), and the next question often meets them again.
 */

/** Longer texts are whole articles: they would fill the memory and hardly come twice. UTF-16 units. */
const MAX_LENGTH = 1000;

/**
 * Wraps a function of one text.
 * @param read pure. Its results are handed out again, so nobody may change them.
 * @param count about how many results are kept: those of the last `count` texts surely, at most twice as many.
 * @example const findPlaces = keepResults(readPlaces, 1000)
 */
export function keepResults<Result>(read: (text: string) => Result, count: number): (text: string) => Result {
  let young = new Map<string, Result>();
  /** What was young before; what is asked for again becomes young. */
  let old = young;

  return (text) => {
    if (text.length > MAX_LENGTH) return read(text);
    const known = young.get(text);
    if (known !== undefined || young.has(text)) return known as Result;
    const result = old.has(text) ? (old.get(text) as Result) : read(text);
    if (young.size >= count) {
      old = young;
      young = new Map();
    }
    young.set(copyText(text), result);
    return result;
  };
}

/** A sentence cut out of an article holds on to the whole article in V8; its copy does not. */
function copyText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
