/** Where a reply goes, and the ways in which text is sent or put into a message. */
import type { Api } from "grammy";
import type { Chat, Message } from "grammy/types";
import { isMessageLost, refusalOf } from "./api-errors.js";
import type { Keyboard } from "./views/keyboard.js";

/** A chat, or a topic of it, as seen from the message that we react to. */
export interface Place {
  chatId: number;
  /** Only in a forum's topic. */
  threadId?: number;
  /** Anything but a private chat. */
  isGroup: boolean;
  /** In a group: the message that is answered, so that people see who is meant. */
  replyTo?: number;
}

/** A message as far as its place needs it: an inaccessible one has only this. */
type Placed = { chat: Chat; message_id: number } & Partial<Pick<Message, "is_topic_message" | "message_thread_id">>;

/** The place of a message. Outside forums a thread id only means "a reply", and is left out. */
export function placeOf(message: Placed): Place {
  const { chat, message_id, is_topic_message, message_thread_id } = message;
  const isGroup = chat.type !== "private";
  return {
    chatId: chat.id,
    isGroup,
    ...(is_topic_message === true && message_thread_id !== undefined ? { threadId: message_thread_id } : {}),
    ...(isGroup ? { replyTo: message_id } : {}),
  };
}

/**
 * Key under which the turns of a conversation are kept: each person has one of their own in each chat or topic. The chat is
 * known by its key, since a private one has its person's id.
 */
export function conversationOf(
  { chatId, threadId }: Place,
  asker: string,
  keyOf: (telegramId: number) => string,
): string {
  return ["tg", keyOf(chatId), ...(threadId === undefined ? [] : [threadId]), asker].join(":");
}

/** What every message of ours has: no preview of links that an article happens to name. */
const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

/** How a text is shown. */
export interface TextOptions {
  /** `plain`: as it is written. Default html. */
  format?: "html" | "plain";
  /** Default none; an edit without one takes the former away. */
  keyboard?: Keyboard;
  /** Nobody's telephone rings for it. Default false. */
  isSilent?: boolean;
}

/** What sending and editing have in common. */
function fieldsOf({ format = "html", keyboard }: TextOptions) {
  return {
    ...NO_PREVIEW,
    ...(format === "html" ? { parse_mode: "HTML" as const } : {}),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}

/** Sends a text as a new message. */
export function sendText(api: Api, place: Place, text: string, options: TextOptions = {}): Promise<Message> {
  return api.sendMessage(place.chatId, text, {
    ...fieldsOf(options),
    ...(options.isSilent === true ? { disable_notification: true } : {}),
    ...(place.threadId === undefined ? {} : { message_thread_id: place.threadId }),
    ...(place.replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: place.replyTo, allow_sending_without_reply: true } }),
  });
}

/** Puts a text into a message of ours. */
export async function editText(
  api: Api,
  place: Place,
  messageId: number,
  text: string,
  options: TextOptions = {},
): Promise<void> {
  await api.editMessageText(place.chatId, messageId, text, {
    ...fieldsOf(options),
  });
}

/** Sends a text, HTML, with the field for a reply to it opened; `field` stands in it until something is typed. */
export function askForReply(api: Api, { chatId }: Place, text: string, field: string): Promise<Message> {
  return api.sendMessage(chatId, text, {
    ...fieldsOf({}),
    reply_markup: { force_reply: true, input_field_placeholder: field },
  });
}

/** Puts buttons under a message of ours; undefined takes the former away. */
export async function editKeyboard(
  api: Api,
  { chatId }: Place,
  messageId: number,
  keyboard: Keyboard | undefined,
): Promise<void> {
  await api.editMessageReplyMarkup(chatId, messageId, keyboard && { reply_markup: keyboard });
}

/** Puts a text that must be seen into a message of ours, or into a new one when somebody has deleted that. */
export async function replaceText(
  api: Api,
  place: Place,
  messageId: number,
  text: string,
  options: TextOptions = {},
): Promise<void> {
  try {
    await editText(api, place, messageId, text, options);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || !isMessageLost(refusal.description)) throw error;
    await sendText(api, place, text, options);
  }
}
