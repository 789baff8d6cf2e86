import { describe, expect, it } from "vitest";
import type { Answer } from "../core/types.js";
import type { GoldenQuestion } from "../eval/golden.js";
import { type MakeAnswerer, rehearse } from "./rehearse.js";

const question = (id: string, fact: string, changes: Partial<GoldenQuestion> = {}): GoldenQuestion => ({
  id,
  question: `${id}?`,
  kind: "fact",
  must: [[fact]],
  article: null,
  ...changes,
});
const answer = (asked: string, text: string | undefined): Answer => ({
  question: asked,
  standalone: asked,
  kind: text === undefined ? "refused" : "extractive",
  language: "zh",
  text: text ?? "没有找到。",
  statements: [],
  citations:
    text === undefined
      ? []
      : [{ n: 1, articleId: "a", revision: 1, title: "甲", source: "a.txt", quote: text, start: 0, end: 1 }],
  suggestions: [],
  timings: { retrieveMs: 0, totalMs: 0 },
});
const knowing =
  (texts: Record<string, string>): MakeAnswerer =>
  () => ({ answer: async ({ question: asked }) => answer(asked, texts[asked]) });
const nothing = () => {};

describe("rehearse", () => {
  it("counts what is right before and after, and tells every answer that changed, the worse first", async () => {
    const progress: string[] = [];
    const questions = [question("q1", "1"), question("q2", "2"), question("q3", "3"), question("q4", "4")];
    const rehearsal = await rehearse(
      questions,
      {
        before: knowing({ "q1?": "1户", "q2?": "2户", "q4?": "4户" }),
        after: knowing({ "q1?": "1家", "q3?": "3户", "q4?": "4户" }),
      },
      (done, total) => void progress.push(`${done}/${total}`),
    );
    expect(rehearsal).toEqual({
      before: { right: 3, of: 4 },
      after: { right: 3, of: 4 },
      isWorse: true,
      changed: [
        { question: "q2?", before: "2户", after: "没有找到。", verdict: "worse" },
        { question: "q3?", before: "没有找到。", after: "3户", verdict: "better" },
        { question: "q1?", before: "1户", after: "1家", verdict: "other" },
      ],
    });
    expect(progress).toEqual(["1/4", "2/4", "3/4", "4/4"]);
  });

  it("is no worse when answers only got better or other, or were wrong before", async () => {
    const questions = [question("q1", "1"), question("q2", "2"), question("q3", "3")];
    const before = knowing({ "q1?": "一" });
    const after = knowing({ "q1?": "二", "q2?": "2户" });
    expect(await rehearse(questions, { before, after }, nothing)).toMatchObject({
      before: { right: 0 },
      after: { right: 1 },
      isWorse: false,
    });
  });

  it("takes the same words from another article for a change", async () => {
    const after: MakeAnswerer = () => ({
      async answer({ question: asked }) {
        const given = answer(asked, "1户");
        return { ...given, citations: given.citations.map((citation) => ({ ...citation, articleId: "b" })) };
      },
    });
    const { changed } = await rehearse([question("q1", "1")], { before: knowing({ "q1?": "1户" }), after }, nothing);
    expect(changed).toMatchObject([{ verdict: "other" }]);
  });

  it("gives follow-ups a memory of their own, which is forgotten after each", async () => {
    const lengths: number[] = [];
    const remembering: MakeAnswerer = (conversations) => ({
      async answer({ question: asked, conversation }) {
        if (conversation === undefined) return answer(asked, "1");
        lengths.push(conversations.listTurns(conversation, 9).length);
        const turn = {
          question: asked,
          standalone: asked,
          answer: "1",
          kind: "extractive" as const,
          citations: [],
          at: 0,
        };
        conversations.appendTurn(conversation, turn);
        return answer(asked, "1");
      },
    });
    const followUp = question("q1", "1", { before: ["一?", "二?"] });
    await rehearse([followUp, followUp], { before: remembering, after: remembering }, nothing);
    expect(lengths).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  it("ends when it is told to", async () => {
    const ending = new AbortController();
    const rehearsing = rehearse(
      [question("q1", "1"), question("q2", "2")],
      { before: knowing({}), after: knowing({}) },
      () => ending.abort(new Error("enough")),
      ending.signal,
    );
    await expect(rehearsing).rejects.toThrow("enough");
  });
});
