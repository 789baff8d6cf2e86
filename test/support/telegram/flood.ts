/**
 * Telegram's flood control, as far as it is known from outside: about one message a second in a chat with short bursts
 * let through, twenty a minute in a group, edits counted like messages. Off unless asked for.
 */
import { tooManyRequests } from "./api-error.js";

/** How much a bot may send. */
export interface FloodLimits {
  /** Messages and edits a second in one chat, on average. Default 1. */
  perSecond?: number;
  /** How many at once before the average counts. Default 5. */
  burst?: number;
  /** Messages and edits a minute in a group, supergroup or channel. Default 20. */
  groupPerMinute?: number;
}

/** Methods that count. Drafts have limits of their own, which nobody has measured. */
const COUNTED = new Set(["sendMessage", "editMessageText", "editMessageReplyMarkup", "sendDocument"]);

/** Counts calls; throws ApiError 429 with retry_after in whole seconds when there are too many. */
export type FloodGate = (method: string, chatId: number) => void;

/** Creates a gate. @param now milliseconds. Without limits everything passes. */
export function createFloodGate(limits: FloodLimits | undefined, now: () => number = Date.now): FloodGate {
  if (!limits) return () => undefined;
  const { perSecond = 1, burst = 5, groupPerMinute = 20 } = limits;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const spend = (key: string, size: number, perMs: number) => {
    const bucket = buckets.get(key) ?? { tokens: size, at: now() };
    const tokens = Math.min(size, bucket.tokens + (now() - bucket.at) * perMs);
    const isEnough = tokens >= 1;
    buckets.set(key, { tokens: isEnough ? tokens - 1 : tokens, at: now() });
    if (!isEnough) throw tooManyRequests(Math.max(1, Math.ceil((1 - tokens) / perMs / 1000)));
  };
  return (method, chatId) => {
    if (!COUNTED.has(method)) return;
    spend(`chat ${chatId}`, burst, perSecond / 1000);
    if (chatId < 0) spend(`group ${chatId}`, groupPerMinute, groupPerMinute / 60_000);
  };
}
