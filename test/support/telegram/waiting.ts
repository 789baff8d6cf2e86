/**
 * Waiting for something to come true in the emulated Telegram without polling by time: whoever changes anything calls
 * `notify`, whoever waits has its probe asked again. The one place where time runs out with a message that helps.
 */

/** A meeting point of those who change things and those who wait. */
export interface Waiting {
  notify(): void;
  /**
   * The first value of `probe` that is not undefined; asked at once, then after every change.
   * @param what names the thing in the error when `timeoutMs` have passed.
   */
  until<T>(probe: () => T | undefined, timeoutMs: number, what: () => string): Promise<T>;
}

/** Creates a meeting point; several may share one. */
export function createWaiting(): Waiting {
  const waiters = new Set<() => void>();
  return {
    notify() {
      for (const ask of waiters) ask();
    },
    until(probe, timeoutMs, what) {
      return new Promise((resolve, reject) => {
        const finish = () => {
          clearTimeout(timer);
          waiters.delete(ask);
        };
        const ask = () => {
          try {
            const value = probe();
            if (value === undefined) return;
            finish();
            resolve(value);
          } catch (error) {
            finish();
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const timer = setTimeout(() => {
          finish();
          reject(new Error(`not seen within ${timeoutMs} ms: ${what()}`));
        }, timeoutMs);
        waiters.add(ask);
        ask();
      });
    },
  };
}
