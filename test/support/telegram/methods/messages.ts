/**
 * Sending, editing and deleting messages, drafts and chat actions: the methods that change what a chat shows. All
 * checks come before anything changes, so a refused call leaves no trace.
 */
import { ApiError, badRequest } from "../api-error.js";
import { checkInlineKeyboard, checkKeyboard, checkText, hasOtherMarkup } from "../checks.js";
import type { FakeChat, StoredMessage } from "../model.js";
import { isRecord, type Params, readFlag, readInteger, readObject, readText } from "../params.js";
import type { World } from "../world.js";
import type { MethodContext, Methods } from "./method.js";

const SEND_PARAMS = [
  "business_connection_id",
  "chat_id",
  "message_thread_id",
  "direct_messages_topic_id",
  "text",
  "parse_mode",
  "entities",
  "link_preview_options",
  "disable_notification",
  "protect_content",
  "allow_paid_broadcast",
  "message_effect_id",
  "suggested_post_parameters",
  "reply_parameters",
  "reply_markup",
];

const CHAT_ACTIONS = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/** The chat of a call, if the bot may write there. @throws ApiError 400 or 403. */
export function writableChat(params: Params, { world }: MethodContext): FakeChat {
  const chat = world.chat(readText(params, "chat_id"));
  if (!chat.isBlocked) return chat;
  const reason = chat.type === "private" ? "bot was blocked by the user" : `bot was kicked from the ${chat.type} chat`;
  throw new ApiError(403, `Forbidden: ${reason}`);
}

/** Where a new message stands: the thread and the message it replies to. @throws ApiError 400 when they are gone. */
export function placeOf(params: Params, chat: FakeChat, world: World): Partial<StoredMessage> {
  const thread = readInteger(params, "message_thread_id");
  if (thread !== 0 && !chat.threads.has(thread)) throw badRequest("message thread not found");
  const reply = readObject(params, "reply_parameters", "reply parameters");
  const replyTo = isRecord(reply) ? readInteger(reply, "message_id") : 0;
  const isReplyLost = replyTo !== 0 && !world.message(chat, replyTo);
  if (isReplyLost && isRecord(reply) && !readFlag(reply, "allow_sending_without_reply")) {
    throw badRequest("message to be replied not found");
  }
  return {
    ...(thread === 0 ? {} : { message_thread_id: thread }),
    ...(replyTo === 0 || isReplyLost ? {} : { reply_to_message_id: replyTo }),
  };
}

function ownMessage(params: Params, chat: FakeChat, world: World): StoredMessage {
  const messageId = readInteger(params, "message_id");
  if (messageId <= 0) throw badRequest("message identifier is not specified");
  const message = world.message(chat, messageId);
  if (!message) throw badRequest("message to edit not found");
  if (message.from !== "bot" || message.isFixed) throw badRequest("message can't be edited");
  return message;
}

function fingerprint({
  text,
  entities,
  reply_markup,
}: Pick<StoredMessage, "text" | "entities" | "reply_markup">): string {
  return JSON.stringify([text, entities, reply_markup ?? null]);
}

/** Puts a changed text or keyboard in place. @throws ApiError 400 when nothing would change. */
function edit(message: StoredMessage, change: Partial<StoredMessage>, context: MethodContext): unknown {
  const { reply_markup: _former, ...rest } = message;
  const changed: StoredMessage = { ...rest, ...change };
  if (fingerprint(changed) === fingerprint(message)) throw badRequest(NOT_MODIFIED);
  context.flood("editMessageText", message.chatId);
  if (changed.reply_markup === undefined) delete message.reply_markup;
  if (changed.text !== message.text) changed.history = [...message.history, changed.text];
  Object.assign(message, changed, { editCount: message.editCount + 1, editDate: Math.floor(Date.now() / 1000) });
  context.onChange();
  return context.world.toWire(message);
}

export const messageMethods: Methods = {
  sendMessage: {
    params: SEND_PARAMS,
    run(params, context) {
      const { world } = context;
      const chat = writableChat(params, context);
      const { html, text, entities } = checkText(params);
      const reply_markup = checkKeyboard(params);
      const place = placeOf(params, chat, world);
      context.flood("sendMessage", chat.id);
      chat.drafts.clear();
      const message = world.addMessage(chat, {
        from: "bot",
        ...(chat.type === "channel" ? {} : { sender: world.bot }),
        html,
        text,
        entities,
        content: {},
        ...(reply_markup === undefined ? {} : { reply_markup }),
        ...(hasOtherMarkup(params) ? { isFixed: true } : {}),
        ...place,
      });
      return world.toWire(message);
    },
  },

  sendMessageDraft: {
    params: ["chat_id", "message_thread_id", "draft_id", "text", "parse_mode", "entities", "can_stop", "keep_on_stop"],
    run(params, context) {
      const chat = writableChat(params, context);
      if (chat.type !== "private") throw badRequest("TEXTDRAFT_PEER_INVALID");
      const draftId = readInteger(params, "draft_id");
      if (draftId === 0) throw badRequest("TEXTDRAFT_ID_INVALID");
      const { text } = checkText(params, true);
      const { message_thread_id } = placeOf(params, chat, context.world);
      chat.drafts.set(draftId, {
        text,
        canStop: readFlag(params, "can_stop"),
        isKept: readFlag(params, "keep_on_stop"),
        ...(message_thread_id === undefined ? {} : { message_thread_id }),
      });
      context.onChange();
      return true;
    },
  },

  editMessageText: {
    params: [
      "business_connection_id",
      "chat_id",
      "message_id",
      "inline_message_id",
      "text",
      "parse_mode",
      "entities",
      "link_preview_options",
      "reply_markup",
    ],
    run(params, context) {
      const chat = writableChat(params, context);
      const { html, text, entities } = checkText(params);
      const reply_markup = checkInlineKeyboard(params);
      const message = ownMessage(params, chat, context.world);
      return edit(message, { html, text, entities, ...(reply_markup ? { reply_markup } : {}) }, context);
    },
  },

  editMessageReplyMarkup: {
    params: ["business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup"],
    run(params, context) {
      const chat = writableChat(params, context);
      const reply_markup = checkInlineKeyboard(params);
      const message = ownMessage(params, chat, context.world);
      return edit(message, reply_markup ? { reply_markup } : {}, context);
    },
  },

  deleteMessage: {
    params: ["chat_id", "message_id"],
    run(params, context) {
      const chat = writableChat(params, context);
      const message = context.world.message(chat, readInteger(params, "message_id"));
      if (!message) throw badRequest("message to delete not found");
      if (message.from !== "bot" && chat.type !== "private") throw badRequest("message can't be deleted");
      context.world.removeMessage(chat, message.message_id);
      return true;
    },
  },

  sendChatAction: {
    params: ["business_connection_id", "chat_id", "message_thread_id", "action"],
    run(params, context) {
      const chat = writableChat(params, context);
      if (!CHAT_ACTIONS.has(readText(params, "action"))) throw badRequest("wrong parameter action in request");
      placeOf(params, chat, context.world);
      return true;
    },
  },
};
