/**
 * What our buttons carry. Everything a button needs travels in its 64 bytes or stands on its face, so that it works
 * after any restart; nothing is kept in memory for it. Anybody can send any data: reading it never fails.
 */

/** Telegram's limit for callback data, in bytes of UTF-8. */
export const MAX_CALLBACK_BYTES = 64;

/**
 * `question`: ask this. `face`: ask what stands on the button. `sources`: show this page of the list, from 0.
 */
export type CallbackData =
  | { kind: "question"; question: string }
  | { kind: "face" }
  | { kind: "sources"; page: number };

/** A button that asks `question` when it is pressed; `index` sets it apart from its neighbours. */
export function questionButton(question: string, index: number): { text: string; callback_data: string } {
  const data = `q:${question}`;
  return { text: question, callback_data: Buffer.byteLength(data) <= MAX_CALLBACK_BYTES ? data : `f:${index}` };
}

/** A button that turns to a page of the list of sources. */
export function sourcesButton(text: string, page: number): { text: string; callback_data: string } {
  return { text, callback_data: `s:${page}` };
}

/** Reads the data of a pressed button; undefined when it is none of ours. */
export function readCallbackData(data: string): CallbackData | undefined {
  const [, kind, rest = ""] = /^([qfs]):(.+)$/su.exec(data) ?? [];
  if (kind === "q" && rest.trim() !== "") return { kind: "question", question: rest.trim() };
  if (kind === "f" && /^\d{1,3}$/.test(rest)) return { kind: "face" };
  if (kind === "s" && /^\d{1,6}$/.test(rest)) return { kind: "sources", page: Number(rest) };
  return undefined;
}
