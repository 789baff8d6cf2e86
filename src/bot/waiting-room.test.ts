import { describe, expect, it } from "vitest";
import { createWaitingRoom, DEFAULT_BOUNDS } from "./waiting-room.js";

const BOUNDS = { maxWaiting: 5, maxWaitingEach: 2 };

describe("the waiting room", () => {
  it("takes ten thousand questions of five hundred chats, by default", () => {
    const room = createWaitingRoom(DEFAULT_BOUNDS);
    const taken = Array.from({ length: 10_001 }, (_, i) => room.admit({ updateId: i, conversation: `${i % 500}` }, i));
    expect(taken.indexOf(false)).toBe(10_000);
  });

  it("bounds what one person has waiting, and makes room when a question begins", () => {
    const room = createWaitingRoom(BOUNDS);
    const admit = (updateId: number, conversation: string) => room.admit({ updateId, conversation }, 0);
    expect([admit(1, "a"), admit(2, "a"), admit(3, "a"), admit(4, "b")]).toEqual([true, true, false, true]);
    room.leave(1);
    room.leave(1);
    room.leave(3);
    room.leave(99);
    expect([admit(5, "a"), admit(6, "a")]).toEqual([true, false]);
  });

  it("tells once, until a question is taken again", () => {
    const room = createWaitingRoom(BOUNDS);
    const refusal = (updateId: number, conversation: string, waiting: number) => {
      room.admit({ updateId, conversation }, waiting);
      return room.refusalOf(updateId);
    };
    expect([refusal(1, "a", 5), refusal(2, "a", 5), refusal(3, "b", 9)]).toEqual(["tell", "told", "tell"]);
    expect([refusal(4, "a", 4), refusal(5, "a", 5)]).toEqual([undefined, "tell"]);
    room.forget(5);
    expect(room.refusalOf(5)).toBeUndefined();
  });
});
