import { describe, expect, it } from "vitest";
import type { Answer } from "../core/types.js";
import { PLAIN, renderAnswer } from "./answer-view.js";

const citation = {
  n: 1,
  articleId: "a",
  revision: 1,
  title: "商业向善",
  author: "皮磊",
  source: "a.txt",
  quote: "共27名。",
  start: 0,
  end: 5,
};

const answer = (changes: Partial<Answer>): Answer => ({
  question: "多少名?",
  standalone: "多少名?",
  kind: "extractive",
  language: "zh",
  text: "共27名。[1]",
  statements: [],
  citations: [citation],
  suggestions: [],
  timings: { retrieveMs: 0, totalMs: 0 },
  ...changes,
});

describe("renderAnswer", () => {
  it("puts the answer first and its sources below", () => {
    expect(renderAnswer(answer({}), PLAIN)).toBe("共27名。[1]\n出处:\n[1] 《商业向善》 皮磊");
  });

  it("repeats the sentence only below a model's words", () => {
    expect(renderAnswer(answer({ kind: "grounded" }), PLAIN)).toContain("\n    “共27名。”");
  });

  it("says first that the model was not there", () => {
    expect(renderAnswer(answer({ notice: "modelUnavailable" }), PLAIN).split("\n")[1]).toContain("模型暂时不可用");
  });

  it("lets no control sequence of an article through", () => {
    const hostile = answer({
      text: "\u001b]0;x\u0007红\u001b[31m[1]",
      citations: [{ ...citation, title: "\u001b[2J" }],
    });
    expect(renderAnswer(hostile, PLAIN)).not.toContain("\u001b");
  });
});
