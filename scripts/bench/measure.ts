/** Numbers of a benchmark: medians and 95th percentiles of times, memory, and the text of a table. */

/** Times of many calls in milliseconds. */
export interface Times {
  p50: number;
  p95: number;
}

/** What one contender did. Times in ms; `found` and `vectorRecall` are shares, 0 to 1; absent: it has no such thing. */
export interface Result {
  name: string;
  indexMs: number;
  loadMs: number | null;
  search: Times;
  /** How often the chunk that a question was taken from was among the first ten. */
  found: number;
  /** Share of the ten exactly nearest vectors that were found after save and load. */
  vectorRecall: number | null;
  rssMb: number;
}

/** Runs `call` for every input, one after another, and times each. */
export async function timeEach<Input>(inputs: readonly Input[], call: (input: Input) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await call(input);
    times.push(performance.now() - started);
  }
  return percentiles(times);
}

/** Median and 95th percentile, two decimals. */
export function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

/** Resident memory of this process after a collection, in MB; run with --expose-gc. */
export function measureRss(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage.rss() / 1e6);
}

/** Two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Rows as a Markdown table. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
