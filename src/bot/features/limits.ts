/**
 * How many questions one person may ask: in a message, by /ask, or by a button that asks. Whoever asks too much hears when to
 * ask again, once a minute; further questions in that minute are done with silently, or a flood of them would make us
 * flood Telegram. Everything but questions passes. Comes right before whatever answers them.
 */
import type { MiddlewareFn } from "grammy";
import type { RequestLimits, RequestStore } from "../../core/audience-ports.js";
import { ruleWords } from "../../i18n/rule-words.js";
import type { Admins } from "../admin.js";
import { type BotContext, tellPresser } from "../context.js";
import { sendText } from "../reply.js";

/** Milliseconds between two lines to the same person. */
const TELL_EVERY_MS = 60_000;

/** What counting works with. */
export interface LimitDeps {
  requests: RequestStore;
  limits: RequestLimits;
  /** Not counted. */
  admins: Admins;
}

/** Lets through what is no question, and questions within the limits. */
export function createLimitFilter({ requests, limits, admins }: LimitDeps): MiddlewareFn<BotContext> {
  const isUnlimited = limits.perMinute === 0 && limits.perDay === 0;

  return async (ctx, next) => {
    if (isUnlimited || !isQuestion(ctx) || admins.has(ctx.from?.id)) return next();
    const { api, asker, language, place } = ctx;
    const updateId = ctx.update.update_id;
    const waitMs = requests.admit({ asker, updateId, at: askedAt(ctx) }, limits);
    if (waitMs === 0) return next();
    const text = ruleWords(language).tooMany(waitMs);
    // A button shows a text without a message, so it can always say it.
    if (ctx.callbackQuery) tellPresser(ctx, { text, show_alert: true });
    else if (requests.mayTell("limit", asker, updateId, TELL_EVERY_MS)) {
      await sendText(api, place, text, { format: "plain" });
    }
  };
}

function isQuestion({ incoming, pressed }: BotContext): boolean {
  if (pressed) return pressed.kind === "question" || pressed.kind === "face";
  return incoming.kind === "question" || (incoming.kind === "command" && incoming.name === "ask");
}

/** When it was asked, by Telegram's clock but never after now; a button does not say. Milliseconds since the epoch. */
function askedAt({ message }: BotContext): number {
  return Math.min(Date.now(), message ? message.date * 1000 : Number.POSITIVE_INFINITY);
}
