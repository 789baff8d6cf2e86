/**
 * Repeats calls that the network lost. A call that was certainly not sent is repeated until the network is back. One that
 * may have taken effect is repeated freely when doing it twice is the same as once; a message, only two or three
 * times and at once: a broken connection mostly means that it was not taken, but each repetition risks a second copy.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Transformer } from "grammy";
import type { Log } from "../core/ports.js";
import { describeError, type NetworkFault, networkFaultOf } from "./api-errors.js";
import { transformer } from "./transformer.js";

/** Pauses before the next attempt, in milliseconds; when they are used up, the error is thrown. */
type Pauses = readonly number[];

/** About ten minutes: an outage that lasts longer sends the update back to the inbox. */
const UNTIL_BACK: Pauses = [250, 500, 1000, 2000, 4000, 8000, 15_000, ...Array<number>(19).fill(30_000)];
const REPEATABLE: Pauses = [250, 500, 1000, 2000, 4000];
const MESSAGE_DROPPED: Pauses = [100, 400];
/** After half a minute of silence the connection is dead more often than Telegram slow. */
const MESSAGE_TIMED_OUT: Pauses = [100];

/** What the retrying works with. */
export interface NetworkRetryDeps {
  /** Aborted when the process must end: nothing is repeated any more. */
  halt: AbortSignal;
  log: Log;
}

/** A transformer; install it inside of whatever retries Telegram's own refusals. */
export function createNetworkRetry({ halt, log }: NetworkRetryDeps): Transformer {
  return transformer(async (call, method, payload, signal) => {
    const used: Record<NetworkFault, number> = { notSent: 0, dropped: 0, timedOut: 0 };
    for (;;) {
      try {
        return await call(method, payload, signal);
      } catch (error) {
        const fault = networkFaultOf(error);
        const wait = fault && pausesFor(method, fault)[used[fault]++];
        if (wait === undefined || halt.aborted || signal?.aborted === true) throw error;
        log.debug({ ...describeError(error), waitMs: wait }, "a call of Telegram failed and is repeated");
        await pause(wait, undefined, { signal: halt });
      }
    }
  });
}

function pausesFor(method: string, fault: NetworkFault): Pauses {
  if (fault === "notSent") return UNTIL_BACK;
  if (!method.startsWith("send") || method === "sendChatAction") return REPEATABLE;
  return fault === "dropped" ? MESSAGE_DROPPED : MESSAGE_TIMED_OUT;
}
