/**
 * Vectors of known quality for the test's model server: `startModelServer({ embed: createMeaningVectors({ … }) })`. They
 * stand for a real embedding model, which no test can reach: right for the same thing said in other words, blurred by
 * noise, and weak for names and figures, of which a model sees little more than the spelling. How good they are is
 * told, not hoped for.
 */
import { createRandom } from "../../src/eval/synthetic.js";
import { embedByCharacters } from "./model-server-vectors.js";

/** What the vectors know, and how well. Strengths are lengths; that of the meaning is 1. */
export interface MeaningVectorsOptions {
  /** Each line holds wordings of one thing. A text means every thing of which a wording stands in it. */
  meanings: readonly (readonly string[])[];
  /** Error of a text's own, the same whenever it is asked for. At 1 it is as long as the meaning. */
  noise: number;
  /** How much of the spelling is seen: names, figures, codes. Models see little of it. */
  spelling: number;
  /** What all texts have in common. Models differ in it: at 0 unrelated texts are at 0, at 1.5 far above 0.5. */
  common: number;
}

const DIMENSIONS = 256;

/** An `embed` for the server. */
export function createMeaningVectors({ meanings, noise, spelling, common }: MeaningVectorsOptions) {
  const directions = meanings.map((_, i) => randomDirection(`meaning ${i}`));
  const everywhere = randomDirection("common");
  return (text: string): number[] => {
    const found = directions.filter((_, i) => meanings[i]?.some((wording) => text.includes(wording)));
    const parts: [number[], number][] = [
      [toLength1(sumOf(found)), 1],
      [embedByCharacters(text, DIMENSIONS), spelling],
      [everywhere, common],
      [randomDirection(text), noise],
    ];
    return toLength1(sumOf(parts.map(([part, strength]) => part.map((value) => value * strength))));
  };
}

/** A direction of its own for each name; two of them are nearly at right angles. */
function randomDirection(name: string): number[] {
  let seed = 0x811c_9dc5;
  for (let i = 0; i < name.length; i++) seed = Math.imul(seed ^ name.charCodeAt(i), 0x0100_0193);
  const random = createRandom(seed);
  // Three even numbers added are near enough to a bell curve: no axis is preferred.
  return toLength1(Array.from({ length: DIMENSIONS }, () => random() + random() + random() - 1.5));
}

function sumOf(vectors: readonly number[][]): number[] {
  const sum = Array.from({ length: DIMENSIONS }, () => 0);
  for (const vector of vectors) for (const [i, value] of vector.entries()) sum[i] = (sum[i] ?? 0) + value;
  return sum;
}

function toLength1(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
