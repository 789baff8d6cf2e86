/** Figures of one kind of question put together to those of a mixture of kinds, and what a weight is worth at worst. */
import { reportRanks } from "../../src/eval/ranks.js";
import type { HybridRig, Quality } from "./measure.js";
import { type HybridKind, type HybridQuestion, KINDS } from "./set.js";

/** Of one list or of both fused; shares from 0 to 1. */
export interface Figures {
  "recall@1": number;
  "recall@5": number;
  "mrr@10": number;
}

const FIGURES = ["recall@1", "recall@5", "mrr@10"] as const;

/** Figures by kind of question. */
export type ByKind = Record<HybridKind, Figures>;

/** One quality: word search alone, vector search alone, and both by the weight of the vectors. */
export interface Measured {
  words: ByKind;
  vectors: ByKind;
  fused: Map<number, ByKind>;
}

/** What people may ask for, as shares of the kinds; each adds up to 1. */
export const MIXTURES: Readonly<Record<string, Readonly<Record<HybridKind, number>>>> = {
  "mostly names": { paraphrase: 0.1, partly: 0.1, exact: 0.6, mixed: 0.2 },
  even: { paraphrase: 0.25, partly: 0.25, exact: 0.25, mixed: 0.25 },
  "mostly other words": { paraphrase: 0.5, partly: 0.2, exact: 0.1, mixed: 0.2 },
};

/** From better to worse than what one pays for. `common`: two families of models, see `createMeaningVectors`. */
export const QUALITIES: Readonly<Record<string, Quality>> = Object.fromEntries(
  Object.entries({ good: 0.5, fair: 1, weak: 1.5, poor: 2.2 }).flatMap(([name, noise]) =>
    [0.3, 1.5].map((common): [string, Quality] => [`${name}, common ${common}`, { noise, spelling: 0.3, common }]),
  ),
);

/** Measures both lists and their fusion with each of the weights. */
export async function measureQuality(
  rig: HybridRig,
  questions: readonly HybridQuestion[],
  weights: readonly number[],
): Promise<Measured> {
  const byKind = async (lexical: number, vector: number): Promise<ByKind> => {
    const measured = {} as ByKind;
    for (const kind of KINDS) {
      const asked = questions.filter((question) => question.kind === kind);
      measured[kind] = reportRanks(await rig.rank(asked, { ...rig.shipped, lexical, vector }));
    }
    return measured;
  };
  const fused = new Map<number, ByKind>();
  for (const weight of weights) fused.set(weight, await byKind(1, weight));
  return { words: await byKind(1, 0), vectors: await byKind(0, 1), fused };
}

/** Figures of a mixture. */
export function mix(figures: ByKind, mixture: Readonly<Record<HybridKind, number>>): Figures {
  const mean = (name: keyof Figures) => KINDS.reduce((sum, kind) => sum + mixture[kind] * figures[kind][name], 0);
  return { "recall@1": mean("recall@1"), "recall@5": mean("recall@5"), "mrr@10": mean("mrr@10") };
}

/** By how much the fused list beats the better of its two, at worst over all mixtures and figures; below 0 it loses somewhere. */
export function worstLead({ words, vectors, fused }: Measured, weight: number): number {
  const byKind = fused.get(weight);
  if (!byKind) throw new RangeError(`weight ${weight} was not measured`);
  const leads = Object.values(MIXTURES).flatMap((mixture) => {
    const [both, ...single] = [byKind, words, vectors].map((list) => mix(list, mixture));
    return FIGURES.map((name) => (both?.[name] ?? 0) - Math.max(...single.map((list) => list[name])));
  });
  return Math.min(...leads);
}
