/** Headlines as Chinese readers expect to see them. */

/**
 * A headline between title marks. One that has title marks of its own is left as it is: 《《…》发布》 reads as a mistake.
 * White space is folded, since a headline may have been two lines.
 * @example markTitle("多方共议") // "《多方共议》"
 */
export function markTitle(title: string): string {
  const line = title.replace(/\s+/gu, " ").trim();
  return /[《》]/u.test(line) ? line : `《${line}》`;
}
