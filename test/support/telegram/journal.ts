/**
 * The record of every call that the bot made, in order of arrival: what a test looks at when the chat itself does not
 * show it (pauses, retries, chat actions, parameters that Telegram does not know).
 */
import type { Params } from "./params.js";
import type { Waiting } from "./waiting.js";

/** One call. */
export interface Call {
  /** Position in the journal, from 0. */
  index: number;
  method: string;
  params: Params;
  /** Milliseconds since the epoch. */
  at: number;
  /** Parameters that the method does not have; Telegram ignores them. */
  unknownParams: string[];
  /** When it was answered, or given up; absent while it is under way. Milliseconds since the epoch. */
  finishedAt?: number;
  result?: unknown;
  /** The refusal, or what a fault did to the call instead. */
  error?: { code: number; description: string };
}

export interface Journal {
  readonly calls: readonly Call[];
  begin(method: string, params: Params, unknownParams: string[]): Call;
  finish(call: Call, outcome: { result: unknown } | { error: NonNullable<Call["error"]> }): void;
  /** The first finished call of a method for which `predicate` holds, also one from before. */
  waitFor(method: string, predicate?: (call: Call) => boolean, timeoutMs?: number): Promise<Call>;
  /** Resolves when, for `ms` on end, no call but getUpdates has begun or been under way. */
  idle(ms: number, timeoutMs?: number): Promise<void>;
}

/** Creates an empty journal. */
export function createJournal(waiting: Waiting): Journal {
  const calls: Call[] = [];
  const isBusy = (quietMs: number) => {
    const last = calls.findLast((call) => call.method !== "getUpdates");
    const underWay = calls.some((call) => call.method !== "getUpdates" && call.finishedAt === undefined);
    return underWay || (last?.finishedAt !== undefined && Date.now() - last.finishedAt < quietMs);
  };
  return {
    calls,
    begin(method, params, unknownParams) {
      const call: Call = { index: calls.length, method, params, at: Date.now(), unknownParams };
      calls.push(call);
      waiting.notify();
      return call;
    },
    finish(call, outcome) {
      Object.assign(call, outcome, { finishedAt: Date.now() });
      waiting.notify();
    },
    waitFor(method, predicate = () => true, timeoutMs = 10_000) {
      const probe = () =>
        calls.find((call) => call.method === method && call.finishedAt !== undefined && predicate(call));
      return waiting.until(probe, timeoutMs, () => `a call of ${method}; the last calls were ${lastCalls(calls)}`);
    },
    async idle(ms, timeoutMs = 20_000) {
      const deadline = Date.now() + timeoutMs;
      const start = Date.now();
      while (isBusy(ms) || Date.now() - start < ms) {
        if (Date.now() > deadline) throw new Error(`not idle within ${timeoutMs} ms: ${lastCalls(calls)}`);
        await new Promise((resolve) => setTimeout(resolve, Math.min(ms, 20)));
      }
    },
  };
}

function lastCalls(calls: readonly Call[]): string {
  const told = calls
    .filter((call) => call.method !== "getUpdates")
    .slice(-8)
    .map(({ method, error }) => (error ? `${method} (${error.code} ${error.description})` : method));
  return told.join(", ") || "none";
}
