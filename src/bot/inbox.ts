/**
 * The queue of updates between whoever receives them (polling, later webhooks) and whoever handles them. What `accept`
 * returned from will be handled, also after a crash. One lane's updates are handled in order, lanes
 * take turns, a bounded number at once. Only ids wait in memory; an update is read when its turn comes. `arrivals` sees
 * each new update at once, for what cannot wait.
 *
 *   accept ─ store ─ lanes ─┬─ begin, handle, finish
 *   resume (after a crash) ─┘     └ RetryLater: back to the front of its lane, after a while
 */
import type { Update } from "grammy/types";
import { isAppError } from "../core/errors.js";
import type { InboxEntry, InboxStore, InboxTicket, Log } from "../core/ports.js";
import { describeError } from "./api-errors.js";
import type { BadEnd } from "./apology.js";
import type { Arrivals } from "./arrivals.js";
import { createDelivery, type Delivery } from "./delivery.js";
import { createInboxWrites } from "./inbox-writes.js";
import { createLanes } from "./lanes.js";
import { laneOf, updateIdOf } from "./update-shape.js";

/** Thrown by a handler when the update is not done but may be later; it does not count as an attempt. */
export class RetryLater extends Error {
  readonly afterMs: number;

  constructor(afterMs: number, cause: unknown) {
    super("the update is to be handled later", { cause });
    this.afterMs = afterMs;
  }
}

/** What the inbox works with. */
export interface InboxDeps {
  store: InboxStore;
  /** Handles an update. @throws RetryLater, AppError STORE_FAILED: not done yet; any other error ends the update, with an apology. */
  handle: (update: Update, delivery: Delivery) => Promise<void>;
  /**
   * Tells the asker, once, that an update was not answered for certain (`interrupted`) or not at all (`gaveUp`, `broke`).
   * @throws RetryLater
   */
  apologise: (update: Update, reason: BadEnd) => Promise<void>;
  /** Hears of each new update when it is stored. Default: nobody does. */
  arrivals?: Arrivals;
  log: Log;
}

/** Limits of the queue. */
export interface InboxOptions {
  /** Updates under way at once. Default 500. */
  maxConcurrent?: number;
  /** An update that was begun so often without an end kills the process, and is given up. Default 3. */
  maxAttempts?: number;
  /** How often one process puts an update off before it is given up. Default 8. */
  maxRetries?: number;
}

/** The queue as those see it who fill it and end it. */
export interface Inbox {
  /** Stores what is new and queues it. Anything without an id is logged and dropped. @throws AppError STORE_FAILED */
  accept(updates: readonly unknown[]): void;
  /** Resolves when what was accepted is on the disk, and may be confirmed. @throws AppError STORE_FAILED */
  settle(): Promise<void>;
  /** Queues what an earlier process left unfinished. */
  resume(): void;
  /** Begins nothing more; resolves when what is under way has ended, or after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
  /** Ends all writing. What is still under way counts as not begun: it was broken off from outside. */
  close(): void;
}

const STORE_PAUSE_MS = 5000;
const MAX_PAUSE_MS = 900_000;

/** From this attempt on an update may be what kills the process: such updates are handled one at a time. */
const SUSPECT_AT = 2;

/**
 * The queue on a store, which stays the caller's. Nothing is handled before `accept` or `resume`.
 * @example
 * const inbox = createInbox({ store, handle: (update) => bot.handleUpdate(update), apologise, log });
 * inbox.resume();
 */
export function createInbox({ store, handle, apologise, arrivals, log }: InboxDeps, options: InboxOptions = {}): Inbox {
  const { maxConcurrent = 500, maxAttempts = 3, maxRetries = 8 } = options;
  const lanes = createLanes();
  const writes = createInboxWrites(store, log);
  const underWay = new Set<Promise<void>>();
  const retries = new Map<number, number>();
  const suspects = new Set<number>();
  const begun = new Set<number>();
  let suspectsUnderWay = 0;
  let isDraining = false;

  function queue({ updateId, lane, attempts }: InboxTicket): void {
    if (attempts >= SUSPECT_AT) suspects.add(updateId);
    lanes.push(lane, updateId);
  }

  /** The lane in which a new update waits. One that was refused has nothing to wait for in its chat. */
  function laneFor({ updateId, lane }: InboxTicket, update: unknown): string {
    const view = { waiting: lanes.waiting, ahead: () => lanes.ahead(lane, updateId) };
    try {
      return arrivals?.receive(update as Update, view) === false ? `refused ${lane}` : lane;
    } catch (error) {
      log.debug(describeError(error), "an update of an unknown shape arrived");
      return lane;
    }
  }

  const hasRoom = () => !isDraining && underWay.size < maxConcurrent;

  function startMore(): void {
    const parked: { lane: string; id: number }[] = [];
    while (hasRoom()) {
      const next = lanes.take();
      if (!next) break;
      if (suspects.has(next.id) && suspectsUnderWay > 0) parked.push(next);
      else start(next.lane, next.id);
    }
    for (const { lane, id } of parked) lanes.giveBack(lane, id);
  }

  function start(lane: string, id: number): void {
    const isSuspect = suspects.has(id);
    arrivals?.begin(id);
    if (isSuspect) suspectsUnderWay++;
    const task = work(id)
      .then((afterMs) => {
        underWay.delete(task);
        if (isSuspect) suspectsUnderWay--;
        if (afterMs === undefined) {
          lanes.release(lane);
          arrivals?.end(id);
        } else if (!isDraining) setTimeout(() => putBack(lane, id), afterMs).unref();
      })
      .finally(startMore);
    underWay.add(task);
  }

  function putBack(lane: string, id: number): void {
    lanes.giveBack(lane, id);
    startMore();
  }

  /** Handles one update; never rejects. @returns when to try again, in milliseconds; undefined when it is done with. */
  async function work(updateId: number): Promise<number | undefined> {
    try {
      const entry = read(updateId);
      if (!entry) return undefined;
      await writes.begin(updateId);
      begun.add(updateId);
      await attempt(entry);
    } catch (error) {
      if (error instanceof RetryLater) return putOff(updateId, error);
      if (isAppError(error, "STORE_FAILED")) return putOff(updateId, new RetryLater(STORE_PAUSE_MS, error));
      log.error({ updateId, ...describeError(error) }, "an update could not be handled");
    }
    end(updateId);
    return undefined;
  }

  /** A failed read says nothing about the update. @throws RetryLater */
  function read(updateId: number): InboxEntry | undefined {
    try {
      return store.read(updateId);
    } catch (error) {
      throw new RetryLater(STORE_PAUSE_MS, error);
    }
  }

  /** Not awaited: if this write is lost in a crash, the update is handled again and edits what it has sent. */
  function end(updateId: number): void {
    for (const set of [begun, retries, suspects]) set.delete(updateId);
    writes.finish(updateId).catch(() => undefined);
  }

  async function attempt({ updateId, payload, attempts, progress }: InboxEntry): Promise<void> {
    const update = JSON.parse(payload) as Update;
    const delivery = createDelivery(progress, (state) => writes.progress(updateId, state));
    // That it came to a bad end was told, or was about to be: nothing is left to do.
    if (delivery.isTold) return;
    const tell = async (reason: BadEnd) => {
      await delivery.markTold();
      await apologise(update, reason);
    };
    const isGivenUp = attempts >= maxAttempts;
    if (isGivenUp || delivery.isUncertain) {
      log.warn(
        { updateId, attempts },
        isGivenUp ? "an update is given up: it never came to an end" : "it is not known whether an answer arrived",
      );
      return tell(isGivenUp ? "gaveUp" : "interrupted");
    }
    try {
      await handle(update, delivery);
    } catch (error) {
      if (error instanceof RetryLater || isAppError(error, "STORE_FAILED")) throw error;
      log.error({ updateId, ...describeError(error) }, "an update could not be handled");
      await tell("broke");
    }
  }

  async function putOff(updateId: number, { afterMs, cause }: RetryLater): Promise<number | undefined> {
    const count = (retries.get(updateId) ?? 0) + 1;
    if (count > maxRetries) {
      log.error({ updateId, ...describeError(cause) }, "an update is given up: Telegram could not be reached");
      end(updateId);
      return undefined;
    }
    retries.set(updateId, count);
    if (begun.delete(updateId)) await writes.revoke(updateId).catch(() => undefined);
    log.info({ updateId, afterMs, reason: describeError(cause).reason }, "an update is put off");
    return Math.min(MAX_PAUSE_MS, afterMs * 2 ** (count - 1));
  }

  return {
    accept(updates) {
      const entries = updates.flatMap((update) => {
        const updateId = updateIdOf(update);
        if (updateId === undefined) log.warn({}, "something without an update id came in and is dropped");
        return updateId === undefined ? [] : [{ updateId, lane: laneOf(update), payload: JSON.stringify(update) }];
      });
      const byId = new Map(updates.map((update) => [updateIdOf(update), update]));
      for (const ticket of store.add(entries)) queue({ ...ticket, lane: laneFor(ticket, byId.get(ticket.updateId)) });
      startMore();
    },
    settle: () => store.sync(),
    resume() {
      const left = store.listUnfinished();
      if (left.length > 0) log.info({ updates: left.length }, "taking up what was left unfinished");
      for (const ticket of left) queue(ticket);
      startMore();
    },
    async drain(timeoutMs) {
      isDraining = true;
      if (underWay.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([Promise.all(underWay), timeout]);
      clearTimeout(timer);
    },
    close() {
      for (const id of begun) writes.revoke(id).catch(() => undefined);
      writes.close();
    },
  };
}
