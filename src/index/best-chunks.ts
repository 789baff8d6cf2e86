/**
 * Picks the best of very many scores without sorting them all: a heap of as many as are wanted, the worst on top.
 */

/**
 * Ordinals of the `limit` highest scores above 0, best first; equal scores in ascending order of ordinal.
 */
export function pickBest(scores: Float32Array, limit: number): number[] {
  const heap: number[] = [];
  const scoreOf = (ordinal: number) => scores[ordinal] ?? 0;
  const isWorse = (one: number, other: number) =>
    scoreOf(one) < scoreOf(other) || (scoreOf(one) === scoreOf(other) && one > other);

  function sink(from: number): void {
    const moving = heap[from] ?? 0;
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
      if (!isWorse(heap[child] ?? 0, moving)) break;
      heap[place] = heap[child] ?? 0;
      place = child;
    }
    heap[place] = moving;
  }

  /** Scores up to this one cannot enter: a later chunk of an equal score ranks behind. */
  let bar = 0;
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    if ((scores[ordinal] ?? 0) <= bar) continue;
    if (heap.length < limit) {
      heap.push(ordinal);
      if (heap.length < limit) continue;
      for (let i = (limit >> 1) - 1; i >= 0; i--) sink(i);
    } else {
      heap[0] = ordinal;
      sink(0);
    }
    bar = scoreOf(heap[0] ?? 0);
  }
  return heap.toSorted((one, other) => scoreOf(other) - scoreOf(one) || one - other);
}
