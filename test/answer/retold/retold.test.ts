/**
 * Statements by somebody who did not know the checks: `free.json` in the writer's own words, against what the prompt asks a
 * model for. What may be dropped is what was dropped when the rules were made; it may only become less.
 */
import { expect, it } from "vitest";
import { playRetold } from "./retold.js";

const KNOWN_LIES = [
  "确诊患者均可按自付医疗费用的50%获得补助，每人最高2万元。",
  "凡具有澜湾区户籍、年满60周岁的老人，都可以享受就餐补贴。",
];

it.each([["free.json", 45]])(
  "shows no lie of %s but those that are known, and drops no more truths",
  (name, dropped) => {
    const played = playRetold(name);
    expect(played.truths).toBeGreaterThan(80);
    expect(played.lies).toBeGreaterThan(40);
    expect(played.through.filter((lie) => !KNOWN_LIES.includes(lie))).toEqual([]);
    expect(played.dropped.length).toBeLessThanOrEqual(dropped);
  },
);
