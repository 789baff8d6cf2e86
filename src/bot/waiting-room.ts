/**
 * How many questions wait, and the bounds: in all, and for each person in each chat. Whoever floods is told once that no
 * more are taken. Only questions are bounded: commands and buttons cost nothing. Counts are of this process; what an
 * earlier one left behind is in the total but in nobody's own count.
 */

/** A question as far as it is counted. */
export interface CountedQuestion {
  updateId: number;
  /** Who asks where; see `conversationOf`. */
  conversation: string;
}

/** The bounds, both included. */
export interface WaitingBounds {
  /** Updates that wait at once. Default 10000. */
  maxWaiting: number;
  /** Questions of one person in one chat that wait at once. Default 20. */
  maxWaitingEach: number;
}

export const DEFAULT_BOUNDS: WaitingBounds = { maxWaiting: 10_000, maxWaitingEach: 20 };

/** The counting. */
export interface WaitingRoom {
  /** Counts a question that has arrived; false when it is one too many. @param waiting updates that wait already. */
  admit(question: CountedQuestion, waiting: number): boolean;
  /** A question waits no more. */
  leave(updateId: number): void;
  /** What becomes of a question that was not admitted: its asker is told, or was already. Undefined for all others. */
  refusalOf(updateId: number): "tell" | "told" | undefined;
  /** A refused question is done with. */
  forget(updateId: number): void;
}

/** Conversations that were told: with more, all may be told once more. */
const MAX_REMEMBERED = 10_000;

/** Nobody waits at first. */
export function createWaitingRoom({ maxWaiting, maxWaitingEach }: WaitingBounds): WaitingRoom {
  const conversations = new Map<number, string>();
  const counts = new Map<string, number>();
  const refused = new Map<number, "tell" | "told">();
  /** Conversations that were refused something since their last admitted question. */
  const refusedLately = new Set<string>();

  return {
    admit({ updateId, conversation }, waiting) {
      const own = counts.get(conversation) ?? 0;
      if (waiting >= maxWaiting || own >= maxWaitingEach) {
        refused.set(updateId, refusedLately.has(conversation) ? "told" : "tell");
        if (refusedLately.size >= MAX_REMEMBERED) refusedLately.clear();
        refusedLately.add(conversation);
        return false;
      }
      refusedLately.delete(conversation);
      conversations.set(updateId, conversation);
      counts.set(conversation, own + 1);
      return true;
    },
    leave(updateId) {
      const conversation = conversations.get(updateId);
      if (conversation === undefined) return;
      conversations.delete(updateId);
      const left = (counts.get(conversation) ?? 0) - 1;
      if (left > 0) counts.set(conversation, left);
      else counts.delete(conversation);
    },
    refusalOf: (updateId) => refused.get(updateId),
    forget: (updateId) => void refused.delete(updateId),
  };
}
