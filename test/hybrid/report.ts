/**
 * `npm run -s eval:hybrid`: how well both lists and their fusion find the right article, with vectors of known quality,
 * and which weights of the vectors never lose to one of the lists. Takes about a minute.
 */
import { startHybridRig } from "./measure.js";
import { type Figures, type Measured, MIXTURES, measureQuality, mix, QUALITIES, worstLead } from "./mixtures.js";
import { createHybridSet, KINDS } from "./set.js";

const WEIGHTS = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1];
const SEED = 7;

const set = createHybridSet(SEED);
const questions = set.questions.filter(({ id }) => Number.parseInt(id, 10) % 2 === 0);
const measured = new Map<string, Measured>();
let shipped = 0;
for (const [name, quality] of Object.entries(QUALITIES)) {
  const rig = await startHybridRig(set, quality);
  shipped = rig.shipped.vector / rig.shipped.lexical;
  measured.set(name, await measureQuality(rig, questions, Array.from(new Set([...WEIGHTS, shipped]))));
  await rig.close();
}

const percent = (share: number) => (share * 100).toFixed(0);
const triple = (figures: Figures) =>
  `${percent(figures["recall@1"])} / ${percent(figures["recall@5"])} / ${percent(figures["mrr@10"])}`;
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

const lists = Array.from(measured).flatMap(([name, { words, vectors, fused }]) =>
  Object.entries({ words, vectors, fused: fused.get(shipped) ?? words }).map(([list, byKind]) => [
    name,
    list,
    ...KINDS.map((kind) => triple(byKind[kind])),
    ...Object.values(MIXTURES).map((mixture) => triple(mix(byKind, mixture))),
  ]),
);
console.log(`recall@1 / recall@5 / mrr@10, %; fused with the shipped weight of the vectors, ${shipped}\n`);
console.log(table(["vectors", "list", ...KINDS, ...Object.keys(MIXTURES)], lists));

const weights = Array.from(new Set([...WEIGHTS, shipped])).toSorted((a, b) => a - b);
const worstOf = (weight: number) => Math.min(...Array.from(measured.values(), (one) => worstLead(one, weight)));
const points = (lead: number) => (lead * 100).toFixed(1);
console.log(
  "\nlead over the better list in the worst of the mixtures, points of recall@1, recall@5 or mrr@10, whichever is least\n",
);
console.log(
  table(
    ["vectors", ...weights.map(String)],
    [
      ...Array.from(measured, ([name, one]) => [name, ...weights.map((weight) => points(worstLead(one, weight)))]),
      ["worst", ...weights.map((weight) => points(worstOf(weight)))],
    ],
  ),
);
// The model is paid for: its vectors count as much as is safe.
const safe = weights.filter((weight) => worstOf(weight) >= 0).at(-1);
console.log(`\nhighest weight that never loses: ${safe ?? "none"}`);
