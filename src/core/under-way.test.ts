import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createTurns } from "../ingest/turns.js";
import { createUnderWay } from "./under-way.js";

describe("work that gives way to answers", () => {
  it("goes on when they are there", async () => {
    const underWay = createUnderWay();
    const order: string[] = [];
    const answer = underWay.during(
      setTimeout(20).then(() => {
        order.push("answer");
      }),
    );
    const work = underWay.settled().then(() => order.push("work"));
    await Promise.all([answer, work]);
    expect(order).toEqual(["answer", "work"]);
    await underWay.settled();
  });

  it("does not stand still for one that takes long, nor for one that fails", async () => {
    const underWay = createUnderWay();
    let isThere = false;
    const slow = underWay.during(
      setTimeout(1000).then(() => {
        isThere = true;
      }),
    );
    await expect(underWay.during(Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");
    await underWay.settled();
    expect(isThere).toBe(false);
    await slow;
  });

  it("is a run that waits between two of its pieces", async () => {
    const underWay = createUnderWay();
    const turns = createTurns(undefined, () => underWay.settled());
    let isThere = false;
    const answer = underWay.during(
      setTimeout(15).then(() => {
        isThere = true;
      }),
    );
    await setTimeout(6);
    await turns();
    expect(isThere).toBe(true);
    await answer;
  });
});
