/** How well ranked lists found what they should: recall and mean reciprocal rank. Pure. */

/** Shares from 0 to 1, higher is better. */
export interface RankReport {
  n: number;
  "recall@1": number;
  "recall@5": number;
  "recall@10": number;
  "mrr@10": number;
}

/** @param ranks for each question the place of the first right result, from 1; undefined when there was none. */
export function reportRanks(ranks: readonly (number | undefined)[]): RankReport {
  const within = (limit: number) => share(ranks, (rank) => rank !== undefined && rank <= limit);
  const reciprocal = ranks.reduce<number>((sum, rank) => sum + (rank !== undefined && rank <= 10 ? 1 / rank : 0), 0);
  return {
    n: ranks.length,
    "recall@1": within(1),
    "recall@5": within(5),
    "recall@10": within(10),
    "mrr@10": roundShare(ranks.length === 0 ? 0 : reciprocal / ranks.length),
  };
}

/** Share of the items for which `holds` is true; 0 of none. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return roundShare(items.length === 0 ? 0 : items.filter((item) => holds(item)).length / items.length);
}

function roundShare(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
