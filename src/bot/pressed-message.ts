/**
 * The message whose button was pressed, and what may be done to it. Anybody can send any data for any message: in a group,
 * where others read it, a message that has no such button stays as it is. In a private chat it is only one's own.
 */
import type { BotContext } from "./context.js";
import { replaceText, type TextOptions } from "./reply.js";
import type { CardView } from "./views/evidence-view.js";

/** The button that was pressed, as Telegram shows it under its message; undefined when there is none with this data. */
export function pressedButton({ callbackQuery }: Pick<BotContext, "callbackQuery">): { text: string } | undefined {
  const message = callbackQuery?.message;
  const buttons = message && "reply_markup" in message ? (message.reply_markup?.inline_keyboard.flat() ?? []) : [];
  return buttons.find((button) => "callback_data" in button && button.callback_data === callbackQuery?.data);
}

/** Id of the message, if it may be changed or deleted. */
export function pressedMessageId(ctx: BotContext): number | undefined {
  return ctx.place.isGroup && !pressedButton(ctx) ? undefined : ctx.callbackQuery?.message?.message_id;
}

/** Puts a text into the message if that may be; when somebody has deleted it, into a new one. */
export async function replacePressed(ctx: BotContext, text: string, options: TextOptions = {}): Promise<void> {
  const messageId = pressedMessageId(ctx);
  if (messageId !== undefined) await replaceText(ctx.api, ctx.place, messageId, text, options);
}

/** The same with a view. */
export function putView(ctx: BotContext, { html, ...rest }: CardView): Promise<void> {
  return replacePressed(ctx, html, rest);
}
