/** Answers that are being made in this process: long work lets them finish before it goes on. */
import { setTimeout } from "node:timers/promises";

/** Who works, and who waits for them. */
export interface UnderWay {
  /** Counts as under way until it settles. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves at once when nothing is under way, else when nothing is any more, but no later than `MAX_WAIT_MS`. */
  settled(): Promise<void>;
}

/** An answer of a model takes seconds: indexing must not stand still for it. An answer without one takes a tenth of this. */
const MAX_WAIT_MS = 50;

/** Nothing is under way at first. */
export function createUnderWay(): UnderWay {
  let count = 0;
  let waiting: (() => void)[] = [];

  function end(): void {
    count--;
    if (count > 0) return;
    for (const go of waiting) go();
    waiting = [];
  }

  return {
    async during(work) {
      count++;
      try {
        return await work;
      } finally {
        end();
      }
    },
    async settled() {
      if (count === 0) return;
      const stop = new AbortController();
      const isOver = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([isOver, setTimeout(MAX_WAIT_MS, undefined, { signal: stop.signal }).catch(() => {})]);
      stop.abort();
    },
  };
}
