/**
 * Open models that reason put their thoughts in front of the reply, as `<think>…</think>`. They are no part of the
 * answer, and must not be checked or shown as one.
 */

const OPENING = "<think>";
const CLOSING = "</think>";

/**
 * A filter for one reply: give it the pieces in order, it returns what is to be passed on, often nothing at first.
 * Blanks in front of the reply are dropped as well.
 */
export function createThoughtFilter(): (piece: string) => string {
  let state: "start" | "thinking" | "thought" | "reply" = "start";
  let held = "";
  return (piece) => {
    if (state === "reply") return piece;
    held += piece;
    if (state === "start") {
      held = held.trimStart();
      if (held.startsWith(OPENING)) state = "thinking";
      else if (OPENING.startsWith(held)) return "";
    }
    if (state === "thinking") {
      const end = held.indexOf(CLOSING);
      // The tail may be the beginning of the closing tag.
      held = held.slice(end === -1 ? -(CLOSING.length - 1) : end + CLOSING.length);
      if (end === -1) return "";
      state = "thought";
    }
    held = held.trimStart();
    if (held !== "") state = "reply";
    return held;
  };
}
