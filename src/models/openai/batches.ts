/** Makes texts fit for an embeddings endpoint, which limits texts per request, their total and the length of each. */

/** Limits of one request; lengths in UTF-16 units. */
export interface BatchLimits {
  maxTexts: number;
  /** Of all texts together; a single text may exceed it. */
  maxChars: number;
}

/** Sent in place of a text without any character, which endpoints refuse. */
const EMPTY_TEXT = "。";

/**
 * Cuts a text to `maxChars` UTF-16 units, never within a character's surrogate pair. Halves of pairs, which some
 * servers fail on, become U+FFFD, and a blank text a full stop.
 */
export function fitText(text: string, maxChars: number): string {
  const endsInPair =
    /[\uD800-\uDBFF]/u.test(text.charAt(maxChars - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(maxChars));
  const fitted = text.slice(0, endsInPair ? maxChars - 1 : maxChars).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  return fitted.trim() === "" ? EMPTY_TEXT : fitted;
}

/** Consecutive texts in as few batches as the limits allow; order kept, none left out, no batch empty. */
export function splitIntoBatches(texts: readonly string[], { maxTexts, maxChars }: BatchLimits): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let chars = 0;
  for (const text of texts) {
    if (batch.length > 0 && (batch.length === maxTexts || chars + text.length > maxChars)) {
      batches.push(batch);
      batch = [];
      chars = 0;
    }
    batch.push(text);
    chars += text.length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
