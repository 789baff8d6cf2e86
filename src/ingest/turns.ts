/**
 * Long work in short pieces: between them others have their turn, and a run that is no longer wanted ends. Everything of
 * ingest that grows with the corpus goes through here, since the same thread answers questions.
 */
import { setImmediate } from "node:timers/promises";

/** A piece of work takes no longer than this before others have their turn, as far as its steps are small. Milliseconds. */
const PIECE_MS = 5;

/** Called between two small steps. Lets others have their turn when it is time. @throws the reason of an abort */
export interface Turns {
  (): Promise<void>;
  /** For work that is one long step. */
  readonly signal: AbortSignal | undefined;
}

/**
 * @param signal ends the work at its next step.
 * @param giveWay waited for between two pieces, such as for the answers that are under way.
 */
export function createTurns(signal?: AbortSignal, giveWay?: () => Promise<void>): Turns {
  let begun = performance.now();
  const turns = async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < PIECE_MS) return;
    await setImmediate();
    await giveWay?.();
    signal?.throwIfAborted();
    begun = performance.now();
  };
  return Object.assign(turns, { signal });
}

/** What work comes to, unless the signal comes first: then nobody waits for it any more. @throws the reason of an abort */
export async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (!signal) return work;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
