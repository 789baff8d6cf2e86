/** Which answer of ours a message replies to: any button of an answer names it, so that nothing else has to be kept. */
import { readCallbackData } from "./callback-data.js";
import type { BotContext } from "./context.js";

/** Id of the answer; undefined for a message that replies to none. */
export function repliedAnswer({ message, me }: Pick<BotContext, "message" | "me">): string | undefined {
  const replied = message?.reply_to_message;
  if (replied?.from?.id !== me.id) return undefined;
  const buttons = replied.reply_markup?.inline_keyboard.flat() ?? [];
  const pressed = buttons.flatMap((button) =>
    "callback_data" in button ? (readCallbackData(button.callback_data) ?? []) : [],
  );
  const ofAnswer = pressed.find(({ kind }) => ["vote", "evidence", "article", "wish", "keep"].includes(kind));
  return ofAnswer?.fields[0];
}
