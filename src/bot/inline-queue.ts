/**
 * Inline queries on their way around the inbox. Telegram asks anew with every letter that somebody types, and an answer is
 * worth something for a few seconds: so they are not written to the disk, they wait for no question, and of those of one
 * person that wait only the newest is answered. What a crash takes away is asked again with the next letter.
 */
import type { Update } from "grammy/types";
import type { Log } from "../core/ports.js";
import { describeError } from "./api-errors.js";

/** Under way at once; the others wait. */
const MAX_CONCURRENT = 20;

/** What the queue works with. */
export interface InlineQueueDeps {
  handle: (update: Update) => Promise<void>;
  log: Log;
}

/** The queue. */
export interface InlineQueue {
  /** Takes the inline queries out of what came in, whatever its shape; returns all others. */
  accept(updates: readonly unknown[]): unknown[];
  /** Whether a newer query of this person waits. */
  isOutdated(userId: number): boolean;
  /** Begins nothing more. */
  close(): void;
}

/** Nothing is handled before `accept`. */
export function createInlineQueue({ handle, log }: InlineQueueDeps): InlineQueue {
  /** The newest query of each person; whoever has waited longest comes first. */
  const waiting = new Map<number, Update>();
  const busy = new Set<number>();
  let isClosed = false;

  function startMore(): void {
    for (const [userId, update] of waiting) {
      if (isClosed || busy.size >= MAX_CONCURRENT) return;
      if (busy.has(userId)) continue;
      waiting.delete(userId);
      busy.add(userId);
      void work(userId, update);
    }
  }

  async function work(userId: number, update: Update): Promise<void> {
    try {
      await handle(update);
    } catch (error) {
      log.error({ updateId: update.update_id, ...describeError(error) }, "an inline query could not be handled");
    }
    busy.delete(userId);
    startMore();
  }

  return {
    accept(updates) {
      const others = updates.filter((update) => {
        const userId = askerOf(update);
        if (userId !== undefined) waiting.set(userId, update as Update);
        return userId === undefined;
      });
      startMore();
      return others;
    },
    isOutdated: (userId) => waiting.has(userId),
    close() {
      isClosed = true;
      waiting.clear();
    },
  };
}

/** Who typed an inline query; undefined for anything else. */
function askerOf(update: unknown): number | undefined {
  const { id } = fieldsOf(fieldsOf(fieldsOf(update).inline_query).from);
  return typeof id === "number" ? id : undefined;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
