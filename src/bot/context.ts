/**
 * What handlers find in their context besides grammY's own: who is asking, where and in which language. Updates that are
 * not for us end here, before any feature sees them.
 */
import type { Composer, Context, MiddlewareFn } from "grammy";
import type { Message, User } from "grammy/types";
import type { PreferenceStore } from "../core/audience-ports.js";
import type { Language } from "../core/types.js";
import { type BotWords, botWords, type CommandName } from "../i18n/bot-words.js";
import { type Pressed, readCallbackData } from "./callback-data.js";
import { type Incoming, readIncoming } from "./incoming.js";
import { conversationOf, type Place, placeOf } from "./reply.js";

/** An update that may be for us. */
export type BotContext = Context & {
  /** Who is asking, as the store knows people. */
  asker: string;
  /** As the person has chosen, else of the person's Telegram. */
  language: Language;
  words: BotWords;
  place: Place;
  /** See `conversationOf`. */
  conversation: string;
  /** An admin in a private chat: answers there have the button that keeps them as a test. */
  canKeep: boolean;
  /** What a message wants; `ignored` for a pressed button. */
  incoming: Incoming;
  /** What a pressed button carries; undefined for a message, or a button that is not ours. */
  pressed: Pressed | undefined;
};

/** Language of the interface for a Telegram language code: Chinese of any kind or none is Chinese, everything else en. */
export function interfaceLanguage(languageCode: string | undefined): Language {
  if (languageCode === undefined || languageCode === "") return "zh";
  if (/^zh[-_](?:hant|tw|hk|mo)/i.test(languageCode)) return "zh-Hant";
  return /^zh(?![a-z])/i.test(languageCode) ? "zh" : "en";
}

/** What people have chosen, as far as it is needed here. */
export interface LanguageDeps {
  preferences: Pick<PreferenceStore, "languageOf">;
}

/** How people are known to the store. */
export interface AskerDeps extends LanguageDeps {
  /** The key of a Telegram id. */
  keyOf: (telegramId: number) => string;
}

/** Who speaks, as Telegram's id. An anonymous admin or a channel does so through a placeholder that all of them share. */
export function askerIdOf({ sender_chat, from, chat }: Pick<Message, "sender_chat" | "from" | "chat">): number {
  return sender_chat?.id ?? from?.id ?? chat.id;
}

/** The language in which somebody is spoken to: as chosen, else as in that person's Telegram. */
export function languageOf({ preferences }: LanguageDeps, asker: string, from: User | undefined): Language {
  return preferences.languageOf(asker) ?? interfaceLanguage(from?.language_code);
}

/** Tells who is asking and in which language, for every kind of update. */
export function createAskerFilter(deps: AskerDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const speaker = ctx.message ? askerIdOf(ctx.message) : (ctx.from?.id ?? ctx.chat?.id ?? 0);
    ctx.asker = deps.keyOf(speaker);
    ctx.language = languageOf(deps, ctx.asker, ctx.from);
    ctx.words = botWords(ctx.language);
    await next();
  };
}

/** What the rest of the context is made from. */
export interface ContextDeps extends Pick<AskerDeps, "keyOf"> {
  /** Their files are articles: of an album each counts. */
  admins: { has(telegramId: number | undefined): boolean };
}

/** Fills the rest in; lets through messages that are meant for us and pressed buttons, nothing else. */
export function createContextFilter({ admins, keyOf }: ContextDeps): MiddlewareFn<BotContext> {
  const isAlbumKnown = createAlbumMemory();
  return async (ctx, next) => {
    const { message, callback_query: query } = ctx.update;
    if (message) {
      ctx.incoming = readIncoming(message, ctx.me);
      const isMoreOfTheSame = isAlbumKnown(message.media_group_id) && ctx.incoming.kind === "wordless";
      const isArticle = message.document !== undefined && admins.has(ctx.from?.id);
      if (ctx.incoming.kind === "ignored" || (isMoreOfTheSame && !isArticle)) return;
      ctx.place = placeOf(message);
    } else if (query?.message) {
      ctx.incoming = { kind: "ignored" };
      ctx.pressed = query.data === undefined ? undefined : readCallbackData(query.data);
      ctx.place = placeOf(query.message);
    } else return; // A button without a message belongs to an inline result: there is no chat to answer in.
    ctx.conversation = conversationOf(ctx.place, ctx.asker, keyOf);
    ctx.canKeep = !ctx.place.isGroup && admins.has(ctx.from?.id);
    await next();
  };
}

const ALBUMS_REMEMBERED = 200;

/** An album is one thing to the person who sent it, but a message for each picture to us: it gets one reply. */
function createAlbumMemory(): (album: string | undefined) => boolean {
  const albums = new Set<string>();
  return (album) => {
    if (album === undefined) return false;
    const isKnown = albums.has(album);
    if (albums.size >= ALBUMS_REMEMBERED) albums.clear();
    albums.add(album);
    return isKnown;
  };
}

/** Runs `handle` for one command; `text` is what stands behind it. */
export function onCommand(
  composer: Composer<BotContext>,
  name: CommandName,
  handle: (ctx: BotContext, text: string) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    const { incoming } = ctx;
    if (incoming.kind === "command" && incoming.name === name) await handle(ctx, incoming.text);
    else await next();
  });
}

/** Runs `handle` for a pressed button whose data is one that `read` accepts. */
export function onButton<Data>(
  composer: Composer<BotContext>,
  read: (pressed: Pressed, ctx: BotContext) => Data | undefined,
  handle: (ctx: BotContext, data: Data) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    const data = ctx.pressed && read(ctx.pressed, ctx);
    if (data === undefined) return next();
    tellPresser(ctx);
    await handle(ctx, data);
  });
}

/**
 * Ends a button's waiting sign at once, with a text of at most 200 characters or a link into our private chat. Not
 * awaited: a button too old for that, or a call that hangs, must not hold up the chat.
 */
export function tellPresser(ctx: BotContext, said: { text?: string; show_alert?: boolean; url?: string } = {}): void {
  ctx.answerCallbackQuery(said).catch(() => undefined);
}
