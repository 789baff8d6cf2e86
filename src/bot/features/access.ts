/**
 * Whoever is not answered hears it in one polite line a day in each chat, in a group only when the bot is addressed. Comes
 * before everything that answers.
 */
import type { MiddlewareFn } from "grammy";
import type { RequestStore } from "../../core/audience-ports.js";
import { ruleWords } from "../../i18n/rule-words.js";
import type { AccessRule } from "../access-rule.js";
import { type BotContext, tellPresser } from "../context.js";
import { readIncoming } from "../incoming.js";
import { placeOf, sendText } from "../reply.js";

/** Milliseconds between two lines to the same chat. */
const TELL_EVERY_MS = 86_400_000;

/** What access is decided with. */
export interface AccessDeps {
  requests: Pick<RequestStore, "mayTell">;
  keyOf: (telegramId: number) => string;
  isAllowed: AccessRule;
}

/** Lets through what the rule allows. */
export function createAccessFilter({ requests, keyOf, isAllowed }: AccessDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const personId = ctx.from?.id ?? 0;
    // What belongs to no chat (an inline query) belongs to its person; a private chat has its person's id.
    const chatId = ctx.chat?.id ?? personId;
    if (isAllowed(chatId, personId)) return next();
    const { message, callback_query: query, inline_query: inline, update_id: updateId } = ctx.update;
    const text = ruleWords(ctx.language).notHere(chatId);
    if (query) tellPresser(ctx, { text, show_alert: true });
    else if (inline) ctx.answerInlineQuery([], { cache_time: 60, is_personal: true }).catch(() => undefined);
    else if (message && readIncoming(message, ctx.me).kind !== "ignored") {
      if (!requests.mayTell("access", keyOf(chatId), updateId, TELL_EVERY_MS)) return;
      await sendText(ctx.api, placeOf(message), text, { format: "plain" });
    }
  };
}
