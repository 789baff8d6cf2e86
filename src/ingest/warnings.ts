/**
 * What whoever hands in a file should know before it is taken over, as codes with numbers. The words for people are in
 * `i18n`; the log writes the codes as they are. A warning never stops a file: what does is an `AppError`.
 */

/** What reading the bytes lost or had to decide. */
export type ReadingWarning =
  /** The last character was cut off and left out. */
  | { code: "cutOff" }
  /** Places that could not be read show as U+FFFD. */
  | { code: "charactersReplaced"; count: number }
  /** Lines in two encodings; so many were not UTF-8. */
  | { code: "encodingMixed"; charset: string; lines: number }
  /** Nothing in the file says which encoding it is; told by how common the characters are that come out. */
  | { code: "encodingGuessed"; charset: string }
  /** Pages of a PDF that are pictures: what they say is not read. */
  | { code: "pagesWithoutText"; count: number; of: number };
