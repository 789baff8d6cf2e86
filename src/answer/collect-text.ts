/** Reads a model's whole reply when nobody waits for its first words. */

/**
 * Joins the pieces of a stream.
 * @param maxChars the rest is not read; UTF-16 units.
 */
export async function collectText(stream: AsyncIterable<string>, maxChars: number): Promise<string> {
  let text = "";
  for await (const piece of stream) {
    text += piece;
    if (text.length >= maxChars) break;
  }
  return text.slice(0, maxChars);
}
