import { describe, expect, it } from "vitest";
import type { Rehearsal, ReindexPlan } from "../../core/reindex-ports.js";
import { viewOutcome, viewProgress } from "./reindex-view.js";

const plan: ReindexPlan = {
  added: 2,
  updated: 1,
  removed: 0,
  unchanged: 3,
  articles: 6,
  chunks: 40,
  embedded: 12,
  tokens: 0,
  changes: [],
  problems: [],
};
const rehearsal: Rehearsal = {
  before: { right: 40, of: 42 },
  after: { right: 39, of: 42 },
  changed: [{ question: "带动了多少户?", before: "612户。[1]", after: "没有找到。", verdict: "worse" }],
  isWorse: true,
};

describe("viewProgress", () => {
  it("begins with a line, then shows the plan and how far it is", () => {
    expect(viewProgress(undefined, undefined, "zh")).toBe("正在比较文章和索引…");
    expect(viewProgress({ ...plan, tokens: 3200 }, { step: "embed", done: 5, total: 12 }, "zh")).toBe(
      "新增 2 篇，更新 1 篇，移除 0 篇，不变 3 篇。\n索引共 40 个片段，其中 12 个要计算向量，约 3200 个 token。\n计算向量 5/12",
    );
    expect(viewProgress(plan, { step: "index", done: 0, total: 0 }, "en")).toBe(
      "2 added, 1 updated, 0 removed, 3 unchanged.\n40 chunks in the index, 12 of them to be embedded.",
    );
  });
});

describe("viewOutcome", () => {
  it("says that nothing was to be done, and which files could not be read", () => {
    const problems = [{ source: "坏.txt", code: "FILE_NOT_TEXT" as const, message: "" }];
    expect(viewOutcome({ kind: "same", plan: { ...plan, problems } }, "zh")).toEqual({
      text: "索引已经是最新的，现有 6 篇。\n坏.txt: 文件不是文本",
    });
  });

  it("shows both scores and what changed, and asks when it is worse", () => {
    expect(viewOutcome({ kind: "worse", plan, candidate: "20261123T205227-1a2b3c4d", rehearsal }, "zh")).toEqual({
      text: [
        "有问题答得不如以前，新索引还没有启用。现在仍由原来的索引回答。",
        "新增 2 篇，更新 1 篇，移除 0 篇，不变 3 篇。",
        "索引共 40 个片段，其中 12 个要计算向量。",
        "题集：原来答对 40/42，现在答对 39/42。",
        "1 个问题的答案变了：",
        "",
        "变差：带动了多少户?",
        "原来：612户。[1]",
        "现在：没有找到。",
      ].join("\n"),
      keyboard: {
        inline_keyboard: [
          [{ text: "照样启用", callback_data: "r:put:20261123T205227-1a2b3c4d" }],
          [{ text: "放弃", callback_data: "r:drop:20261123T205227-1a2b3c4d" }],
        ],
      },
    });
  });

  it("stays far below one message, however much has changed, and cuts no character in two", () => {
    const long = "😀".repeat(4000);
    const changed = Array.from({ length: 42 }, () => ({
      question: long,
      before: long,
      after: long,
      verdict: "other" as const,
    }));
    const problems = Array.from({ length: 99 }, () => ({ source: long, code: "FILE_EMPTY" as const, message: "" }));
    const { text, keyboard } = viewOutcome(
      {
        kind: "swapped",
        plan: { ...plan, problems },
        generation: "g",
        rehearsal: { ...rehearsal, changed, isWorse: false },
      },
      "en",
    );
    expect(keyboard).toBeUndefined();
    expect(text.length).toBeLessThan(4096);
    expect(text).toContain("And 32 more.");
    expect(text).toContain("And 94 more.");
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it("says when there was nothing to compare with, and when no answer changed", () => {
    const swapped = { kind: "swapped", plan, generation: "g" } as const;
    expect(viewOutcome({ ...swapped, rehearsal: undefined }, "zh").text).toContain("未作演练");
    expect(viewOutcome({ ...swapped, rehearsal: { ...rehearsal, changed: [] } }, "zh").text).toContain(
      "所有答案都没有变。",
    );
  });
});
