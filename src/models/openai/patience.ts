/**
 * How long a streaming model is waited for. Only waiting counts: while the reader of the stream is busy with a piece,
 * both clocks stand still, so a slow reader never makes a quick model look slow.
 */

/** Limits in ms. */
export interface PatienceLimits {
  /** The longest wait for the next piece, the first one included. */
  silenceMs: number;
  /** All waiting together. */
  totalMs: number;
}

/** Call `begin` before each wait and `pause` after it; `end` when done, in any case. */
export interface Patience {
  /** Aborted when patience is over, when `outer` was aborted, and at the end: closes the connection. */
  readonly signal: AbortSignal;
  /** Why patience is over; undefined while it is not. */
  readonly exhausted: "silence" | "total" | undefined;
  begin(): void;
  pause(): void;
  end(): void;
}

/** @param outer somebody else's reason to stop; it does not count as exhausted. */
export function createPatience({ silenceMs, totalMs }: PatienceLimits, outer?: AbortSignal): Patience {
  const controller = new AbortController();
  const stop = () => controller.abort();
  if (outer?.aborted) stop();
  outer?.addEventListener("abort", stop, { once: true });
  let exhausted: Patience["exhausted"];
  let leftMs = totalMs;
  let begunAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const pause = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    leftMs -= performance.now() - begunAt;
  };
  return {
    signal: controller.signal,
    get exhausted() {
      return exhausted;
    },
    begin() {
      pause();
      begunAt = performance.now();
      const limit = silenceMs <= leftMs ? "silence" : "total";
      timer = setTimeout(
        () => {
          exhausted = limit;
          stop();
        },
        Math.max(0, Math.min(silenceMs, leftMs)),
      );
    },
    pause,
    end() {
      pause();
      outer?.removeEventListener("abort", stop);
      stop();
    },
  };
}
