/**
 * Cards that were just opened in groups. A double tap there would be two messages, so the second tap within moments is
 * dropped. Only a courtesy, in memory: after a restart the worst is one card too many.
 */

/** From the end of the first tap's handling. Milliseconds. */
const DOUBLE_TAP_MS = 3000;
const MAX_KEPT = 200;

/** What a tap opens: in which chat, under which message, which source, for whom. */
export interface OpeningTap {
  chatId: number;
  messageId: number;
  n: number;
  asker: string;
  updateId: number;
}

/** The memory of one bot. */
export interface RecentCards {
  /** Whether another tap has just opened the same; the same update, handled again, is not another. */
  isRepeated(tap: OpeningTap): boolean;
  opened(tap: OpeningTap, cardId: number): void;
  /** A card that is closed may be opened again at once. */
  closed(chatId: number, cardId: number): void;
}

/** @param now milliseconds. */
export function createRecentCards(now: () => number = Date.now): RecentCards {
  const cards = new Map<string, { chatId: number; cardId: number; updateId: number; at: number }>();
  const keyOf = ({ chatId, messageId, n, asker }: OpeningTap) => [chatId, messageId, n, asker].join(" ");
  return {
    isRepeated(tap) {
      const card = cards.get(keyOf(tap));
      return card !== undefined && card.updateId !== tap.updateId && now() - card.at < DOUBLE_TAP_MS;
    },
    opened(tap, cardId) {
      if (cards.size >= MAX_KEPT) cards.clear();
      cards.set(keyOf(tap), { chatId: tap.chatId, cardId, updateId: tap.updateId, at: now() });
    },
    closed(chatId, cardId) {
      for (const [key, card] of cards) if (card.chatId === chatId && card.cardId === cardId) cards.delete(key);
    },
  };
}
