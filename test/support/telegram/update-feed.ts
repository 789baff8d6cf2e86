/**
 * Updates on their way to the bot: kept until a later getUpdates confirms them by its offset, handed out by long
 * polling to one poller at a time. Nothing is lost by a cut connection; what was confirmed never comes again.
 */
import { ApiError } from "./api-error.js";
import type { WireUpdate } from "./model.js";

/** What getUpdates asks for. */
export interface PollRequest {
  offset: number;
  limit: number;
  /** How long to wait for the first update. Milliseconds. */
  timeoutMs: number;
  /** Kinds to deliver from now on; undefined leaves the former choice. */
  allowed: string[] | undefined;
}

export interface UpdateFeed {
  /** Adds an update of a kind (`message`, `callback_query` …) and gives it the next id; dropped when its kind is not allowed. */
  push(kind: string, content: Record<string, unknown>): number;
  /** Adds an update as it is, whatever its id, also one that was confirmed long ago. */
  pushRaw(update: WireUpdate): void;
  /** @throws ApiError 409 when another poller comes. */
  poll(request: PollRequest, signal: AbortSignal): Promise<WireUpdate[]>;
  /** Forgets everything not confirmed: deleteWebhook with drop_pending_updates. */
  dropPending(): void;
  /** Sends the poller away with this conflict. */
  conflict(description: string): void;
  /** Ids not confirmed yet. */
  pending(): number[];
  /** Ends the poll under way with no updates. */
  close(): void;
}

const NOT_BY_DEFAULT = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

interface Pending {
  update: WireUpdate;
  /** Raw updates stay until they were handed out once, even when a former offset is above them. */
  mustBeSeen: boolean;
}

interface Poller {
  answer(): void;
  conflict(description: string): void;
}

/** Creates an empty feed. @param firstUpdateId ids count up from it. */
export function createUpdateFeed(firstUpdateId: number, onChange: () => void): UpdateFeed {
  let nextUpdateId = firstUpdateId;
  let queue: Pending[] = [];
  let allowed: string[] = [];
  let poller: Poller | undefined;

  const confirm = (offset: number) => {
    const keep = offset < 0 ? queue.slice(offset) : undefined;
    queue = keep ?? queue.filter(({ update, mustBeSeen }) => mustBeSeen || update.update_id >= offset);
    onChange();
  };
  const handOut = (limit: number) => {
    const batch = queue.slice(0, limit);
    for (const pending of batch) pending.mustBeSeen = false;
    return batch.map(({ update }) => update);
  };
  const add = (pending: Pending) => {
    queue.push(pending);
    poller?.answer();
    onChange();
  };

  return {
    push(kind, content) {
      const updateId = nextUpdateId++;
      const isWanted = allowed.length === 0 ? !NOT_BY_DEFAULT.has(kind) : allowed.includes(kind);
      if (isWanted) add({ update: { update_id: updateId, [kind]: content }, mustBeSeen: false });
      return updateId;
    },
    pushRaw(update) {
      nextUpdateId = Math.max(nextUpdateId, update.update_id + 1);
      add({ update, mustBeSeen: true });
    },
    poll(request, signal) {
      poller?.conflict(TERMINATED);
      if (request.allowed) allowed = request.allowed;
      confirm(request.offset);
      if (queue.length > 0 || request.timeoutMs <= 0) return Promise.resolve(handOut(request.limit));
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", leave);
          if (poller === self) poller = undefined;
        };
        const self: Poller = {
          answer() {
            leave();
            // The rest of a burst comes along.
            setImmediate(() => resolve(handOut(request.limit)));
          },
          conflict(description) {
            leave();
            reject(new ApiError(409, description));
          },
        };
        const timer = setTimeout(() => {
          leave();
          resolve([]);
        }, request.timeoutMs);
        signal.addEventListener("abort", leave);
        poller = self;
      });
    },
    dropPending() {
      queue = [];
    },
    conflict: (description) => poller?.conflict(description),
    pending: () => queue.map(({ update }) => update.update_id),
    close: () => poller?.answer(),
  };
}
