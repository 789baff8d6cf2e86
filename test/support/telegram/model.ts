/**
 * Vocabulary of the emulated Telegram: users, chats and messages as its servers keep them. Field names that travel on
 * the wire are Telegram's own (snake case), all others are ours.
 */

/** A person or a bot, in wire form. */
export interface FakeUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export type ChatType = "private" | "group" | "supergroup" | "channel";

/** A stretch of formatted text; offset and length in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
}

/** A button under a message. */
export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
  [other: string]: unknown;
}

export interface Keyboard {
  inline_keyboard: Button[][];
}

/** A message as it stands now. */
export interface StoredMessage {
  message_id: number;
  chatId: number;
  from: "bot" | "user";
  /** Absent for channel posts. */
  sender?: FakeUser;
  /** Seconds since the epoch. */
  date: number;
  editDate?: number;
  /** Plain, after entities were parsed; empty for a message without text. */
  text: string;
  /** As the bot sent it, before parsing. */
  html: string;
  entities: Entity[];
  reply_markup?: Keyboard;
  /** It was sent with a reply markup that is no inline keyboard: it cannot be edited. */
  isFixed?: boolean;
  reply_to_message_id?: number;
  message_thread_id?: number;
  editCount: number;
  /** Every plain text it has had, oldest first, the present one last. */
  history: string[];
  /** Anything else on the wire: a document, a sticker, a caption. */
  content: Record<string, unknown>;
}

/** A chat as the servers know it. */
export interface FakeChat {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  isForum: boolean;
  /** Private chats: the person has blocked the bot. Groups: the bot was thrown out. */
  isBlocked: boolean;
  /** Threads that exist: topics of a forum, reply threads of a supergroup. */
  threads: Set<number>;
  /** In the order in which they were sent. */
  messages: StoredMessage[];
  /** The last draft of each id that the bot streamed here. */
  drafts: Map<number, FakeDraft>;
}

/** An answer that is being streamed, as its reader sees it. */
export interface FakeDraft {
  /** Plain. */
  text: string;
  /** There is a button to stop it. */
  canStop: boolean;
  /** It stays when it is stopped. */
  isKept: boolean;
  message_thread_id?: number;
}

/** An update in wire form. */
export type WireUpdate = { update_id: number } & Record<string, unknown>;
