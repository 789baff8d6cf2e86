/**
 * A message of ours that tells how far something is: edited, but no oftener than Telegram likes, and never two edits at
 * once. What was said between two edits is left out. An edit that fails is replaced by the next one.
 */

/** The message. */
export interface EditedText {
  /** Shows this next. */
  show(text: string): void;
  /** Nothing more is shown; resolves when no edit is under way, so that the last word can be said. */
  end(): Promise<void>;
}

/** @param edit puts a text into the message. */
export function createEditedText(edit: (text: string) => Promise<void>, everyMs: number): EditedText {
  let next: string | undefined;
  let shown: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let underway: Promise<void> = Promise.resolve();
  let isEditing = false;
  let isEnded = false;

  function begin(): void {
    timer = undefined;
    if (next === undefined) return;
    shown = next;
    isEditing = true;
    underway = edit(shown)
      .catch(() => undefined)
      .finally(() => {
        isEditing = false;
        waitForTurn();
      });
  }

  function waitForTurn(): void {
    if (isEnded || isEditing || timer || next === shown) return;
    timer = setTimeout(begin, everyMs);
    timer.unref();
  }

  return {
    show(text) {
      next = text;
      waitForTurn();
    },
    async end() {
      isEnded = true;
      clearTimeout(timer);
      await underway;
    },
  };
}
