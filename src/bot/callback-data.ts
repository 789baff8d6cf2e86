/**
 * What our buttons carry: a letter that says which feature they belong to, and its fields. Everything a button needs
 * travels in its 64 bytes or stands on its face, so that it works after any restart; nothing is kept in memory for it.
 * Anybody can send any data: reading it never fails, and what a field means is for its feature to check.
 */

/** Telegram's limit for callback data, in bytes of UTF-8. */
export const MAX_CALLBACK_BYTES = 64;

/** Whose button it is. A letter that was once used is never used for anything else: old messages keep their buttons. */
const LETTERS = {
  /** Ask this. */
  question: "q",
  /** Ask what stands on the button. */
  face: "f",
  /** A page of the list of sources. */
  sources: "s",
  /** Evidence of an answer. */
  evidence: "e",
  /** The paragraphs around it, and the whole article. */
  article: "a",
  /** An answer is good or bad, and why. */
  vote: "v",
  /** Tell me when there is an answer. */
  wish: "w",
  /** Language of the interface. */
  language: "l",
  /** Delete what is stored about me. */
  forget: "x",
  /** What an admin sent and has not published yet. */
  upload: "u",
  /** The list of articles and their cards, for admins. */
  manage: "m",
  /** Synonyms and abbreviations. */
  aliases: "n",
  /** Questions that could not be answered. */
  gaps: "g",
  /** A rehearsed index: put it in place, or not. */
  reindex: "r",
  /** Keep an answer as a test. */
  keep: "k",
} as const;

/** A feature with buttons. */
export type ButtonKind = keyof typeof LETTERS;

/** A pressed button's data. */
export interface Pressed {
  kind: ButtonKind;
  /** At least one; never holds a colon but in the last one of a `question`. */
  fields: string[];
}

/** A button that acts. */
export interface ActionButton {
  text: string;
  callback_data: string;
}

/**
 * A button for a feature. Fields hold no colon and fit into 64 bytes together; ids and numbers do.
 * @throws RangeError otherwise, a mistake of ours.
 */
export function actionButton(text: string, kind: ButtonKind, ...fields: (string | number)[]): ActionButton {
  const callback_data = [LETTERS[kind], ...fields].join(":");
  if (Buffer.byteLength(callback_data) > MAX_CALLBACK_BYTES) {
    throw new RangeError(`the data of a ${kind} button does not fit: ${callback_data}`);
  }
  return { text, callback_data };
}

/** A button that asks `question` when it is pressed; `index` sets it apart from its neighbours. */
export function questionButton(question: string, index: number): ActionButton {
  const data = `${LETTERS.question}:${question}`;
  const fits = Buffer.byteLength(data) <= MAX_CALLBACK_BYTES;
  return { text: question, callback_data: fits ? data : `${LETTERS.face}:${index}` };
}

/** Reads the data of a pressed button; undefined when it is none of ours. */
export function readCallbackData(data: string): Pressed | undefined {
  const [, letter, rest = ""] = /^([a-z]):(.+)$/su.exec(data) ?? [];
  const kind = (Object.keys(LETTERS) as ButtonKind[]).find((name) => LETTERS[name] === letter);
  if (kind === undefined || rest.trim() === "") return undefined;
  return { kind, fields: kind === "question" ? [rest.trim()] : rest.split(":") };
}

/** A field as a number from 0; undefined when it is none, or longer than six digits. */
export function numberField(field: string | undefined): number | undefined {
  return field !== undefined && /^\d{1,6}$/.test(field) ? Number(field) : undefined;
}
