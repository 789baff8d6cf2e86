/**
 * What a message wants from the bot: the one place that decides whether it is meant at all. In a private chat every
 * text is a question; in a group only what names the bot, answers it or is a command. Pure; reads Telegram's fields.
 */
import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/**
 * `command`: `isExplicit` when it can only mean us (a private chat, or /name@us); `argument` is what stands behind it,
 * `text` the same or else the message that it replies to. `question`: may be empty when we were only called. `wordless`: a picture, a voice …
 * in a private chat. `forwarded`: a whole post that somebody else wrote, in a private chat; a short one may well be the
 * question. `ignored`: not for us.
 */
export type Incoming =
  | { kind: "command"; name: string; argument: string; text: string; isExplicit: boolean }
  | { kind: "question"; text: string }
  | { kind: "wordless" }
  | { kind: "forwarded" }
  | { kind: "ignored" };

/** A longer forwarded text is no question. UTF-16 units. */
const MAX_FORWARDED_CHARS = 300;

const IGNORED: Incoming = { kind: "ignored" };

/** Fields of a message that somebody sent on purpose, other than text. Service messages have none of them. */
const CONTENT = [
  "animation",
  "audio",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
];

/** Reads a message. Never throws, whatever fields are missing. */
export function readIncoming(message: Message, me: Pick<UserFromGetMe, "id" | "username">): Incoming {
  const isPrivate = message.chat.type === "private";
  if (message.chat.type === "channel" || isFromMachine(message, isPrivate ? me.id : undefined)) return IGNORED;
  const text = message.text ?? message.caption;
  if (text === undefined) {
    return isPrivate && CONTENT.some((field) => field in message) ? { kind: "wordless" } : IGNORED;
  }
  const entities = message.entities ?? message.caption_entities ?? [];
  const command = readCommand(text, entities);
  if (command) {
    const isForMe = command.target === me.username.toLowerCase();
    if (command.target !== undefined && !isForMe && !isPrivate) return IGNORED;
    const { name, rest: argument } = command;
    const words = argument === "" ? repliedText(message, me) : argument;
    return { kind: "command", name, argument, text: words, isExplicit: isPrivate || isForMe };
  }
  const mentions = entities.filter((entity) => isMention(entity, text, me));
  const spoken = withoutMentions(text, mentions);
  if (isPrivate) {
    const isPost = message.forward_origin !== undefined && spoken.length > MAX_FORWARDED_CHARS;
    return isPost ? { kind: "forwarded" } : { kind: "question", text: spoken };
  }
  // A forwarded message was written to somebody else, even if it names us.
  if (message.forward_origin !== undefined) return IGNORED;
  if (mentions.length > 0) return { kind: "question", text: spoken === "" ? repliedText(message, me) : spoken };
  return isReplyToMe(message, me) ? { kind: "question", text: spoken } : IGNORED;
}

/**
 * Other bots, messages sent through one, and posts that a channel's discussion group takes over by itself.
 * @param own in a private chat, our id: there only what was sent through ourselves was written by a machine.
 */
function isFromMachine(message: Message, own?: number): boolean {
  if (message.via_bot !== undefined && (own === undefined || message.via_bot.id === own)) return true;
  if (message.is_automatic_forward === true) return true;
  // An anonymous admin or a channel speaks through a placeholder bot, but is somebody: `sender_chat` tells.
  return message.from?.is_bot === true && message.sender_chat === undefined;
}

function readCommand(text: string, entities: readonly MessageEntity[]) {
  const entity = entities.find(({ type, offset }) => type === "bot_command" && offset === 0);
  if (!entity) return undefined;
  const [name = "", target] = text.slice(1, entity.length).toLowerCase().split("@");
  return { name, target, rest: text.slice(entity.length).trim() };
}

function isMention(entity: MessageEntity, text: string, me: Pick<UserFromGetMe, "id" | "username">): boolean {
  if (entity.type === "text_mention") return entity.user.id === me.id;
  const words = text.slice(entity.offset, entity.offset + entity.length);
  return entity.type === "mention" && words.toLowerCase() === `@${me.username.toLowerCase()}`;
}

/** The text without the calls of our name, and without the comma or colon behind the first. */
function withoutMentions(text: string, mentions: readonly MessageEntity[]): string {
  let rest = text;
  for (const { offset, length } of mentions.toReversed()) {
    rest = `${rest.slice(0, offset).trimEnd()} ${rest.slice(offset + length).trimStart()}`;
  }
  return mentions.length === 0 ? rest.trim() : rest.replace(/^[\s,:\uFF0C\uFF1A\u3001]+/u, "").trim();
}

/** What somebody else wrote that this message replies to, the quoted part if there is one; else empty. */
function repliedText(message: Message, me: Pick<UserFromGetMe, "id">): string {
  if (isReplyToMe(message, me)) return "";
  return (message.quote?.text ?? message.reply_to_message?.text ?? message.reply_to_message?.caption ?? "").trim();
}

/** In a topic every message "replies" to the one that opened it; if we did, that is still no reply. */
function isReplyToMe({ reply_to_message: replied }: Message, me: Pick<UserFromGetMe, "id">): boolean {
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined;
}
