/**
 * The other side of the chat: what people do in their Telegram, as updates for the bot. Chats and people come into being
 * when they are first used; a negative id is a group, below -1000000000000 a supergroup.
 */

import { storeFile } from "./methods/files.js";
import type { ChatType, Entity, FakeChat, StoredMessage, WireUpdate } from "./model.js";
import type { UpdateFeed } from "./update-feed.js";
import { detectEntities } from "./user-entities.js";
import type { Waiting } from "./waiting.js";
import type { CallbackQuery, InlineAnswer, World } from "./world.js";

/** Who writes, and where. */
export interface SayOptions {
  /** Default: the private chat with `userId`. */
  chatId?: number;
  /** Default: the chat's id if it is private, else 1001. */
  userId?: number;
  /** Language of the person's Telegram. Default zh-hans. */
  languageCode?: string;
  /** Only needed for a channel, or to override what the id says. */
  chatType?: ChatType;
  /** Topic of a forum; the chat becomes one. */
  threadId?: number;
  /** Id of the message that is replied to. */
  replyTo?: number;
  /** Added to those that Telegram finds itself (commands, mentions, links). */
  entities?: Entity[];
  /** Further fields of the message (`sticker`, `photo`, `caption`, `new_chat_members` …). */
  content?: Record<string, unknown>;
}

/** What an action brought about. */
export interface Said {
  updateId: number;
  message: StoredMessage;
}

/** A pressed button; `answer` waits for answerCallbackQuery. */
export interface Pressed {
  updateId: number;
  queryId: string;
  answer(timeoutMs?: number): Promise<NonNullable<CallbackQuery["answer"]>>;
}

/** An inline query; `answer` waits for answerInlineQuery. */
export interface Typed {
  updateId: number;
  queryId: string;
  answer(timeoutMs?: number): Promise<InlineAnswer>;
}

export interface UserActions {
  /** Writes a message; in a channel it is a post. */
  say(text: string, options?: SayOptions): Said;
  /** Changes a message of a person: an edited_message, or edited_channel_post. */
  edit(said: Said, text: string): Said;
  /** Sends a file. */
  upload(name: string, content: Buffer, options?: SayOptions & { mimeType?: string; caption?: string }): Said;
  /**
   * Presses a button by its words or its data; `{ data }` presses one that the message does not have (any more).
   * @throws Error when the message has no such button.
   */
  press(message: StoredMessage, button: string | { data: string }, options?: { userId?: number }): Pressed;
  /**
   * Presses the stop button of a draft; without an id, of the only one that has it. With an id, also of one that is gone.
   * @throws Error when there is no such button.
   */
  stop(chatId: number, draftId?: number): { updateId: number; draftId: number };
  /** Types an inline query. Telegram cuts it at 256 characters. */
  inline(query: string, options?: { userId?: number; offset?: string; languageCode?: string }): Typed;
  /** Blocks the bot (private chat) or throws it out (group); undo with `false`. */
  block(chatId: number, isBlocked?: boolean): void;
  /** A person deletes a message: the bot hears nothing of it. */
  remove(chatId: number, messageId: number): void;
  /** Any update, as it is. */
  raw(update: WireUpdate): void;
  /** From now on no query of before can be answered. */
  expireQueries(): void;
}

const MAX_INLINE_CHARACTERS = 256;

/** Creates the actions on a world. */
export function createUserActions(world: World, feed: UpdateFeed, waiting: Waiting): UserActions {
  const place = (options: SayOptions) => {
    const userId = options.userId ?? (options.chatId !== undefined && options.chatId > 0 ? options.chatId : 1001);
    const chat = world.addChat({
      id: options.chatId ?? userId,
      ...(options.chatType === undefined ? {} : { type: options.chatType }),
    });
    const user = world.user(userId, { language_code: options.languageCode ?? "zh-hans" });
    return { chat, user: chat.type === "channel" ? undefined : user };
  };

  const add = (text: string, options: SayOptions, content: Record<string, unknown>): Said => {
    const { chat, user } = place(options);
    const thread = threadOf(chat, options);
    const message = world.addMessage(chat, {
      from: "user",
      ...(user === undefined ? {} : { sender: structuredClone(user) }),
      text,
      html: "",
      entities: [...detectEntities(text), ...(options.entities ?? [])],
      content,
      ...(options.replyTo === undefined ? {} : { reply_to_message_id: options.replyTo }),
      ...(thread === undefined ? {} : { message_thread_id: thread }),
    });
    const kind = chat.type === "channel" ? "channel_post" : "message";
    return { updateId: feed.push(kind, world.toWire(message)), message: structuredClone(message) };
  };

  return {
    say: (text, options = {}) => add(text, options, options.content ?? {}),
    edit({ message }, text) {
      const chat = world.chat(message.chatId);
      const stored = world.message(chat, message.message_id);
      if (!stored) throw new Error(`message ${message.message_id} is gone`);
      const editDate = Math.floor(Date.now() / 1000);
      Object.assign(stored, { text, entities: detectEntities(text), editDate, history: [...stored.history, text] });
      const kind = chat.type === "channel" ? "edited_channel_post" : "edited_message";
      return { updateId: feed.push(kind, world.toWire(stored)), message: structuredClone(stored) };
    },
    upload(name, content, options = {}) {
      const { caption, mimeType } = options;
      const document = storeFile(world, name, content, mimeType);
      return add("", options, { document, ...(caption === undefined ? {} : { caption }) });
    },
    press(message, button, { userId } = {}) {
      const chat = world.chat(message.chatId);
      const from = world.user(userId ?? (chat.type === "private" ? chat.id : 1001));
      const data = typeof button === "string" ? findData(message, button) : button.data;
      const query = newQuery(world);
      const shown = world.message(chat, message.message_id);
      // A message that is gone or too old comes without its content.
      const wire = shown
        ? world.toWire(shown)
        : { chat: world.chatToWire(chat), message_id: message.message_id, date: 0 };
      const content = { id: query.id, from, message: wire, chat_instance: String(chat.id), data };
      return {
        updateId: feed.push("callback_query", content),
        queryId: query.id,
        answer: (timeoutMs = 10_000) =>
          waiting.until(
            () => query.answer,
            timeoutMs,
            () => `an answer to the button ${data}`,
          ),
      };
    },
    stop(chatId, wanted) {
      const chat = world.chat(chatId);
      const [shownId] = Array.from(chat.drafts).find(([, draft]) => draft.canStop) ?? [];
      const draftId = wanted ?? shownId;
      if (draftId === undefined) throw new Error(`no draft in ${chatId} can be stopped`);
      const draft = chat.drafts.get(draftId);
      if (draft && !draft.isKept) chat.drafts.delete(draftId);
      const thread = draft?.message_thread_id;
      const content = {
        chat: world.chatToWire(chat),
        draft_id: draftId,
        ...(thread === undefined ? {} : { message_thread_id: thread }),
      };
      return { updateId: feed.push("stopped_message_generation", content), draftId };
    },
    inline(typed, { userId = 1001, offset = "", languageCode } = {}) {
      const query = newQuery(world);
      const from = world.user(userId, languageCode === undefined ? {} : { language_code: languageCode });
      const text = Array.from(typed).slice(0, MAX_INLINE_CHARACTERS).join("");
      const content = { id: query.id, from: structuredClone(from), query: text, offset, chat_type: "sender" };
      return {
        updateId: feed.push("inline_query", content),
        queryId: query.id,
        answer: (timeoutMs = 10_000) =>
          waiting.until(
            () => query.inline,
            timeoutMs,
            () => `an answer to the inline query ${text}`,
          ),
      };
    },
    block(chatId, isBlocked = true) {
      const chat = world.chat(chatId);
      chat.isBlocked = isBlocked;
      const member = (status: string) => ({ user: world.bot, status });
      feed.push("my_chat_member", {
        chat: world.chatToWire(chat),
        from: world.user(chat.type === "private" ? chatId : 1001),
        date: Math.floor(Date.now() / 1000),
        old_chat_member: member(isBlocked ? "member" : "kicked"),
        new_chat_member: member(isBlocked ? "kicked" : "member"),
      });
    },
    remove: (chatId, messageId) => world.removeMessage(world.chat(chatId), messageId),
    raw: (update) => feed.pushRaw(update),
    expireQueries() {
      for (const query of world.queries.values()) query.isExpired = true;
    },
  };
}

function newQuery(world: World): CallbackQuery {
  const query: CallbackQuery = { id: String(7_000_000_000 + world.nextNumber()), isAnswered: false, isExpired: false };
  world.queries.set(query.id, query);
  return query;
}

/** A forum's topic; in other supergroups a reply opens a thread that is named after the first message of it. */
function threadOf(chat: FakeChat, { threadId, replyTo }: SayOptions): number | undefined {
  if (threadId !== undefined) {
    chat.isForum = true;
    chat.threads.add(threadId);
    return threadId;
  }
  if (chat.isForum || chat.type !== "supergroup" || replyTo === undefined) return undefined;
  const thread = chat.messages.find(({ message_id }) => message_id === replyTo)?.message_thread_id ?? replyTo;
  chat.threads.add(thread);
  return thread;
}

function findData(message: StoredMessage, wanted: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const button = buttons.find(({ text, callback_data }) => text === wanted || callback_data === wanted);
  if (button?.callback_data === undefined) {
    throw new Error(
      `no button "${wanted}" under message ${message.message_id}: ${buttons.map(({ text }) => text).join(", ")}`,
    );
  }
  return button.callback_data;
}
