/**
 * The gate for retrieval with an endpoint's vectors: with the shipped profile the two lists together beat both of them,
 * whatever people mostly ask and however good the model is. `eval:hybrid` has all the figures.
 */
import { afterEach, describe, expect, it } from "vitest";
import { type HybridRig, startHybridRig } from "./measure.js";
import { measureQuality, QUALITIES, worstLead } from "./mixtures.js";
import { createHybridSet } from "./set.js";

const set = createHybridSet(7);
const questions = set.questions.filter(({ id }) => Number.parseInt(id, 10) % 3 === 0);

let rig: HybridRig;
afterEach(() => rig.close());

describe("with an endpoint's vectors", () => {
  it.each([
    ["good, common 1.5", 0.05],
    ["weak, common 0.3", 0.05],
  ])("that are %s the hybrid beats both lists in every mixture of questions", async (name, lead) => {
    const quality = QUALITIES[name];
    if (!quality) throw new RangeError(`there is no quality ${name}`);
    rig = await startHybridRig(set, quality);
    const { vector } = rig.shipped;
    const measured = await measureQuality(rig, questions, [vector, 1]);
    expect(worstLead(measured, vector)).toBeGreaterThanOrEqual(lead);
    // Both lists counting the same loses to one of them: the bound is none that anything would pass.
    expect(worstLead(measured, 1)).toBeLessThan(0);
  });

  it("the product asks with the weights of the profile", async () => {
    rig = await startHybridRig(set, { noise: 1.5, spelling: 0.3, common: 1.5 });
    const some = questions.slice(0, 40);
    const own = await rig.rank(some);
    expect(own).toEqual(await rig.rank(some, rig.shipped));
    expect(own).not.toEqual(await rig.rank(some, { lexical: 1, vector: 0 }));
  });
});
