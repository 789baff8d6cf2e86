/** Updates that wait to be fetched, by the rules of getUpdates: an offset confirms what lies below it, an empty poll is held. */

/** An update as it travels. */
export type Wire = { update_id: number } & Record<string, unknown>;

/** The waiting line. */
export interface Feed {
  push(update: Wire): void;
  /** At most a hundred updates from `offset` on; when there are none, whatever comes within `timeout` seconds. */
  poll(offset: number, timeout: number): Promise<Wire[]>;
  /** Resolves with the next poll. */
  nextPoll(): Promise<void>;
}

const BATCH = 100;
/** Old updates that are kept for being delivered once more. */
const REPEATABLE = 3;

/** An empty line. @param repeats tells whether a poll is to bring old updates once more, besides the new ones. */
export function createFeed(repeats: () => boolean = () => false): Feed {
  let waiting: Wire[] = [];
  let old: Wire[] = [];
  let wake: () => void = () => undefined;
  let polled: () => void = () => undefined;

  return {
    push(update) {
      waiting.push(update);
      wake();
    },
    async poll(offset, timeout) {
      polled();
      wake();
      const confirmed = waiting.findIndex(({ update_id: id }) => id >= offset);
      const gone = waiting.splice(0, confirmed < 0 ? waiting.length : confirmed);
      if (gone.length > 0) old = gone.slice(-REPEATABLE);
      if (waiting.length === 0 && timeout > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeout * 1000);
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const batch = waiting.slice(0, BATCH);
      return batch.length > 0 && repeats() ? [...batch, ...batch.slice(-1), ...old] : batch;
    },
    nextPoll: () =>
      new Promise((resolve) => {
        polled = resolve;
      }),
  };
}
