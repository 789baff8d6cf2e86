import { beforeEach, describe, expect, it } from "vitest";
import { STOPPED_BY_ASKER } from "../core/ports.js";
import { draftIdOf } from "./drafts.js";
import { createRunningAnswers, type RunningAnswers } from "./running-answers.js";

let winding: AbortController;
let running: RunningAnswers;

beforeEach(() => {
  winding = new AbortController();
  running = createRunningAnswers(winding.signal);
});

const begin = (updateId: number, conversation = "a", chatId = 1, note = () => true) =>
  running.begin({ updateId, conversation, place: { chatId, isGroup: false }, note });

/** Why it was ended; false while it goes on. */
const reasonOf = ({ signal }: { signal: AbortSignal }): unknown => signal.aborted && signal.reason;

describe("answers that are running", () => {
  it("are stopped by the button of their own draft, in their own chat", () => {
    const [one, two] = [begin(7), begin(8)];
    running.stopDraft(2, draftIdOf(7));
    running.stopDraft(1, 7);
    expect([one, two].map(reasonOf)).toEqual([false, false]);
    running.stopDraft(1, draftIdOf(7));
    running.stopDraft(1, draftIdOf(7));
    expect([one, two].map(reasonOf)).toEqual([STOPPED_BY_ASKER, false]);
  });

  it("are stopped in their conversation when they were asked before, also those that begin later", () => {
    const [own, others, later] = [begin(7), begin(7, "b"), begin(9)];
    running.stopConversation("a", 8);
    const [waited, after] = [begin(6), begin(10)];
    expect([own, others, later, waited, after].map(reasonOf)).toEqual([
      STOPPED_BY_ASKER,
      false,
      false,
      STOPPED_BY_ASKER,
      false,
    ]);
    expect(running.settleStop("a", 8)).toBe(true);
    expect(reasonOf(begin(7))).toBe(false);
  });

  it("tell a stop whether there was anything to stop; of two stops both know", () => {
    expect(running.settleStop("a", 8)).toBe(false);
    running.stopConversation("a", 8);
    expect(running.settleStop("a", 8)).toBe(false);
    begin(10);
    running.stopConversation("a", 11);
    running.stopConversation("a", 12);
    expect([running.settleStop("a", 11), running.settleStop("a", 12), running.settleStop("a", 13)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("cannot be stopped any more when they have ended", () => {
    const one = begin(7);
    one.end();
    running.stopDraft(1, draftIdOf(7));
    running.stopConversation("a", 8);
    expect(reasonOf(one)).toBe(false);
    expect(running.settleStop("a", 8)).toBe(false);
  });

  it("come to an end with everything else, and that is no stop", () => {
    const one = begin(7);
    winding.abort();
    for (const answer of [one, begin(8)]) {
      expect(answer.signal.aborted).toBe(true);
      expect(answer.signal.reason).not.toBe(STOPPED_BY_ASKER);
    }
  });

  it("show a line in their place only", () => {
    begin(7, "a", 1, () => true);
    begin(8, "b", 2, () => false);
    expect([1, 2, 3].map((chatId) => running.note({ chatId, isGroup: false }, "x"))).toEqual([true, false, false]);
    expect(running.note({ chatId: 1, threadId: 5, isGroup: false }, "x")).toBe(false);
  });
});

describe("a draft's id", () => {
  it("is never 0 and fits into 32 bits, whatever the update's id", () => {
    const ids = [0, 1, 500_000_001, 2 ** 31 - 2, 2 ** 31 - 1, 2 ** 40].map(draftIdOf);
    for (const id of ids) {
      expect(id).toBeGreaterThan(0);
      expect(id).toBeLessThan(2 ** 31);
    }
    expect(draftIdOf(500_000_001)).toBe(500_000_002);
  });
});
