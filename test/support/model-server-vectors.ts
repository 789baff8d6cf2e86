/** Default vectors of the test's model server: deterministic, different for different texts, nearer for shared characters. */

/** Counts of characters by their code, modulo `dimensions`, at length 1; never all zero. */
export function embedByCharacters(text: string, dimensions: number): number[] {
  const counts = Array.from({ length: dimensions }, () => 0);
  for (const character of text) {
    const place = (character.codePointAt(0) ?? 0) % dimensions;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  if (text === "") counts[0] = 1;
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
}
