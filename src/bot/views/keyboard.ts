/** Buttons under a message. Their texts say what they do in words: a picture or a colour alone says nothing to a screen reader. */
import type { ActionButton } from "../callback-data.js";

/** A button that acts, opens a page, puts text into the clipboard, or begins an inline query in this chat. */
export type Button =
  | ActionButton
  | { text: string; url: string }
  | { text: string; copy_text: { text: string } }
  | { text: string; switch_inline_query_current_chat: string };

/** Rows of buttons. */
export interface Keyboard {
  inline_keyboard: Button[][];
}

/** A keyboard of the rows that hold something; undefined when none does. */
export function keyboardOf(...rows: readonly (readonly Button[])[]): Keyboard | undefined {
  const filled = rows.filter((row) => row.length > 0).map((row) => [...row]);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

/** The same keyboard with nothing but buttons that act. */
export function withoutLinks({ inline_keyboard }: Keyboard): Keyboard | undefined {
  return keyboardOf(...inline_keyboard.map((row) => row.filter((button) => "callback_data" in button)));
}
