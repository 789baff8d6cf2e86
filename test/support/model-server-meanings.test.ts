import { describe, expect, it } from "vitest";
import { createMeaningVectors } from "./model-server-meanings.js";

const meanings = [
  ["留守儿童陪伴", "爸妈外出打工的娃"],
  ["饮水安全", "喝不上干净水"],
];
const quality = { meanings, noise: 0.5, spelling: 0.2, common: 0.5 };

function nearness(changes: Partial<typeof quality>, one: string, other: string): number {
  const embed = createMeaningVectors({ ...quality, ...changes });
  const second = embed(other);
  return embed(one).reduce((sum, value, i) => sum + value * (second[i] ?? 0), 0);
}

describe("createMeaningVectors", () => {
  const same = ["青溪县的留守儿童陪伴项目", "爸妈外出打工的娃谁来管?"] as const;
  const other = ["青溪县的留守儿童陪伴项目", "喝不上干净水怎么办?"] as const;

  it("puts the same thing in other words nearer than another thing", () => {
    expect(nearness({}, ...same)).toBeGreaterThan(nearness({}, ...other) + 0.2);
  });

  it("gets worse with noise, and lifts all texts by what they have in common", () => {
    const lead = (noise: number) => nearness({ noise }, ...same) - nearness({ noise }, ...other);
    expect(lead(3)).toBeLessThan(lead(0) / 2);
    expect(nearness({ common: 2 }, ...other)).toBeGreaterThan(nearness({ common: 0 }, ...other) + 0.4);
  });

  it("gives a text the same vector of length 1 each time, also one without meaning", () => {
    for (const text of ["青溪县", ""]) expect(nearness({}, text, text)).toBeCloseTo(1, 9);
  });
});
