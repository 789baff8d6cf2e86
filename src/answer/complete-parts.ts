/**
 * The later questions of a message often lean on its first: 志愿者多少人?平均多大? Each is made whole before it is searched, as a
 * follow-up in a conversation is; one that names what it is about stays as it is.
 */
import { completeFrom } from "./condense-by-rules.js";
import { readFollowUp } from "./follow-up.js";

/** A question of a message. */
export interface Part {
  text: string;
  /** It leaned on the first, and is asked of the same. */
  isContinued: boolean;
}

/** @param parts in the order of the message. */
export function completeParts(parts: readonly string[]): Part[] {
  const [first = ""] = parts;
  return parts.map((text, i) => {
    const leans = i > 0 && readFollowUp(text) !== undefined;
    return { text: leans ? completeFrom(text, first) : text, isContinued: leans };
  });
}
