/**
 * What Telegram's servers remember: people, chats, messages, callback queries, files. Changed by the methods (the bot's
 * side) and by the user actions (the other side); both render messages through `toWire`.
 */
import { badRequest } from "./api-error.js";
import type { InlineResult } from "./inline-results.js";
import type { ChatType, FakeChat, FakeUser, StoredMessage } from "./model.js";

/** What a chat may be created with; the type follows from the id when it is not given. */
export interface ChatOptions {
  id: number;
  type?: ChatType;
  title?: string;
  username?: string;
  isForum?: boolean;
}

/** What an inline query was answered with. */
export interface InlineAnswer {
  results: InlineResult[];
  /** Seconds. */
  cacheTime: number;
  isPersonal: boolean;
  nextOffset: string;
}

/** A pressed button, or an inline query, that waits for its answer. */
export interface CallbackQuery {
  id: string;
  isAnswered: boolean;
  isExpired: boolean;
  answer?: { text: string; showAlert: boolean; url: string };
  inline?: InlineAnswer;
}

export interface World {
  readonly bot: FakeUser;
  readonly queries: Map<string, CallbackQuery>;
  /** By file id. */
  readonly files: Map<string, { path: string; content: Buffer }>;
  /** Creates a chat, or returns the one with this id. */
  addChat(options: ChatOptions): FakeChat;
  findChat(id: number): FakeChat | undefined;
  /** By id or @username. @throws ApiError 400 "chat not found". */
  chat(id: number | string): FakeChat;
  user(id: number, changes?: Partial<FakeUser>): FakeUser;
  /** Appends a message and gives it its id. */
  addMessage(
    chat: FakeChat,
    message: Omit<StoredMessage, "message_id" | "chatId" | "date" | "editCount" | "history">,
  ): StoredMessage;
  message(chat: FakeChat, messageId: number): StoredMessage | undefined;
  removeMessage(chat: FakeChat, messageId: number): void;
  chatToWire(chat: FakeChat): Record<string, unknown>;
  /** A message as an update or a result carries it. */
  toWire(message: StoredMessage, depth?: number): Record<string, unknown>;
  /** A number that was never given before. */
  nextNumber(): number;
}

/** Creates an empty world. */
export function createWorld(bot: FakeUser, onChange: () => void): World {
  const chats = new Map<number, FakeChat>();
  const users = new Map<number, FakeUser>();
  const messageIds = new Map<string, number>();
  let lastNumber = 0;

  /** Private chats and basic groups share one row of ids, as for a real account; others have their own. */
  const nextMessageId = (chat: FakeChat) => {
    const row = chat.type === "private" || chat.type === "group" ? "shared" : String(chat.id);
    const id = (messageIds.get(row) ?? 10) + 1;
    messageIds.set(row, id);
    return id;
  };

  const world: World = {
    bot,
    queries: new Map(),
    files: new Map(),
    addChat({ id, type = typeOf(id), title, username, isForum = false }) {
      const known = chats.get(id);
      if (known) return known;
      const chat: FakeChat = {
        id,
        type,
        isForum,
        isBlocked: false,
        threads: new Set(),
        messages: [],
        drafts: new Map(),
      };
      if (type !== "private") chat.title = title ?? `Chat ${id}`;
      if (username !== undefined) chat.username = username;
      chats.set(id, chat);
      return chat;
    },
    findChat: (id) => chats.get(id),
    chat(id) {
      const isName = typeof id === "string" && id.startsWith("@");
      const chat = isName
        ? [...chats.values()].find(({ username }) => username !== undefined && `@${username}` === id)
        : chats.get(Number(id));
      if (!chat) throw badRequest(id === "" ? "chat_id is empty" : "chat not found");
      return chat;
    },
    user(id, changes = {}) {
      const user = users.get(id) ?? { id, is_bot: false, first_name: `User ${id}` };
      Object.assign(user, changes);
      users.set(id, user);
      return user;
    },
    addMessage(chat, message) {
      const stored: StoredMessage = {
        ...message,
        message_id: nextMessageId(chat),
        chatId: chat.id,
        date: Math.floor(Date.now() / 1000),
        editCount: 0,
        history: [message.text],
      };
      chat.messages.push(stored);
      onChange();
      return stored;
    },
    message: (chat, messageId) => chat.messages.find(({ message_id }) => message_id === messageId),
    removeMessage(chat, messageId) {
      chat.messages = chat.messages.filter(({ message_id }) => message_id !== messageId);
      onChange();
    },
    chatToWire(chat) {
      const { id, type, title, username, isForum } = chat;
      const user = users.get(id);
      return {
        id,
        type,
        ...(title === undefined ? {} : { title }),
        ...(username === undefined ? {} : { username }),
        ...(isForum ? { is_forum: true } : {}),
        ...(type === "private" ? { first_name: user?.first_name ?? `User ${id}` } : {}),
      };
    },
    toWire(message, depth = 1) {
      const chat = world.chat(message.chatId);
      const { entities, reply_markup, message_thread_id, sender, editDate, content } = message;
      const repliedTo = depth > 0 ? world.message(chat, message.reply_to_message_id ?? 0) : undefined;
      return {
        message_id: message.message_id,
        ...(sender === undefined ? { sender_chat: world.chatToWire(chat) } : { from: sender }),
        chat: world.chatToWire(chat),
        date: message.date,
        ...(message.text === "" ? {} : { text: message.text }),
        ...(entities.length === 0 ? {} : { entities }),
        ...(reply_markup === undefined ? {} : { reply_markup }),
        ...(message_thread_id === undefined ? {} : { message_thread_id }),
        ...(message_thread_id !== undefined && chat.isForum ? { is_topic_message: true } : {}),
        ...(editDate === undefined ? {} : { edit_date: editDate }),
        ...(repliedTo === undefined ? {} : { reply_to_message: world.toWire(repliedTo, depth - 1) }),
        ...content,
      };
    },
    nextNumber: () => ++lastNumber,
  };
  return world;
}

function typeOf(id: number): ChatType {
  if (id > 0) return "private";
  return id < -1_000_000_000_000 ? "supergroup" : "group";
}
