/**
 * Markdown that is as good as plain text. Its parser takes the square of the marks, and much time for each line: so a small
 * text with few of either is read in milliseconds, whatever else is in it.
 */

/** A long report with front matter, headings, links and figures has about two hundred. */
const MOST_MARKS = 400;

/** ASCII punctuation but for what only stands between words, and what ends a line or sets it in. */
const MARKS = new Set(Buffer.from("\t\n\r!\"#$%&'()*+-./:<=>?@[\\]^_`{|}~"));

/** Whether there are few marks and lines. In UTF-8; in another encoding some letters count as marks as well. */
export function hasFewMarks(bytes: Uint8Array): boolean {
  let marks = 0;
  for (const byte of bytes) if (MARKS.has(byte) && ++marks > MOST_MARKS) return false;
  return true;
}
