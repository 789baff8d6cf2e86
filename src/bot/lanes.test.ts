import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLanes, type Lanes } from "./lanes.js";

/** Takes everything, one at a time, as a scheduler with one slot would. */
function drain(lanes: Lanes): string[] {
  const order: string[] = [];
  for (let next = lanes.take(); next; next = lanes.take()) {
    order.push(`${next.lane}${next.id}`);
    lanes.release(next.lane);
  }
  return order;
}

describe("lanes", () => {
  it("take turns, whoever floods one of them", () => {
    const lanes = createLanes();
    for (let i = 1; i <= 1500; i++) lanes.push("flood", i);
    for (const other of ["a", "b", "c"]) lanes.push(other, 9);
    expect(drain(lanes).slice(0, 5)).toEqual(["flood1", "a9", "b9", "c9", "flood2"]);
  });

  it("are busy until they are released", () => {
    const lanes = createLanes();
    lanes.push("a", 1);
    lanes.push("a", 2);
    expect(lanes.take()).toEqual({ lane: "a", id: 1 });
    expect(lanes.take()).toBeUndefined();
    expect(lanes.waiting).toBe(1);
    lanes.release("a");
    lanes.release("a");
    expect(lanes.take()).toEqual({ lane: "a", id: 2 });
  });

  it("take an entry back to the front, behind the other lanes", () => {
    const lanes = createLanes();
    for (const id of [1, 2]) lanes.push("a", id);
    lanes.take();
    lanes.push("b", 5);
    lanes.giveBack("a", 1);
    expect(lanes.waiting).toBe(3);
    expect(drain(lanes)).toEqual(["b5", "a1", "a2"]);
  });

  it("know how many come before an entry: in its lane, else in those whose turn is now or earlier", () => {
    const lanes = createLanes();
    for (const id of [1, 2, 3]) lanes.push("a", id);
    expect([1, 2, 3, 4].map((id) => lanes.ahead("a", id))).toEqual([0, 1, 2, undefined]);
    lanes.take();
    expect([1, 2, 3].map((id) => lanes.ahead("a", id))).toEqual([undefined, 1, 2]);
    lanes.push("b", 4);
    lanes.push("c", 5);
    expect([lanes.ahead("b", 4), lanes.ahead("c", 5), lanes.ahead("d", 6)]).toEqual([1, 2, undefined]);
    lanes.release("a");
    expect([lanes.ahead("b", 4), lanes.ahead("c", 5), lanes.ahead("a", 2)]).toEqual([0, 1, 2]);
  });

  it("ignore a release of what is not busy", () => {
    const lanes = createLanes();
    lanes.release("nobody");
    lanes.giveBack("nobody", 1);
    lanes.push("a", 1);
    lanes.giveBack("a", 7);
    expect(drain(lanes)).toEqual(["a1"]);
  });

  it("give out each entry once and each lane in order, for any course of events", () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant("push" as const), lane: fc.constantFrom("a", "b", "c") }),
      fc.record({ kind: fc.constantFrom("take" as const, "release" as const, "giveBack" as const) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const lanes = createLanes();
        const done: Record<string, number[]> = { a: [], b: [], c: [] };
        const underWay: { lane: string; id: number }[] = [];
        let id = 0;
        for (const step of events) {
          if (step.kind === "push") lanes.push(step.lane, ++id);
          if (step.kind === "take") {
            const next = lanes.take();
            if (next) expect(underWay.map(({ lane }) => lane)).not.toContain(next.lane);
            if (next) underWay.push(next);
          }
          const first = step.kind === "release" || step.kind === "giveBack" ? underWay.shift() : undefined;
          if (first && step.kind === "giveBack") lanes.giveBack(first.lane, first.id);
          if (first && step.kind === "release") {
            done[first.lane]?.push(first.id);
            lanes.release(first.lane);
          }
        }
        for (const { lane, id } of underWay) {
          done[lane]?.push(id);
          lanes.release(lane);
        }
        for (let next = lanes.take(); next; next = lanes.take()) {
          done[next.lane]?.push(next.id);
          lanes.release(next.lane);
        }
        for (const ids of Object.values(done)) expect(ids).toEqual(ids.toSorted((a, b) => a - b));
        expect(Object.values(done).flat()).toHaveLength(id);
        expect(lanes.waiting).toBe(0);
      }),
    );
  });

  it("bear a hundred thousand entries in one lane", () => {
    const lanes = createLanes();
    for (let i = 0; i < 100_000; i++) lanes.push("a", i);
    const order = drain(lanes);
    expect(order).toHaveLength(100_000);
    expect(order.at(-1)).toBe("a99999");
  });
});
