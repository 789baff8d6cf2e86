import { expect, it } from "vitest";
import { reportRanks } from "./ranks.js";

it("counts what was found within one, five and ten places", () => {
  expect(reportRanks([1, 2, 6, 11, undefined])).toEqual({
    n: 5,
    "recall@1": 0.2,
    "recall@5": 0.4,
    "recall@10": 0.6,
    "mrr@10": 0.3333,
  });
});

it("gives zeros for no question", () => {
  expect(reportRanks([])).toEqual({ n: 0, "recall@1": 0, "recall@5": 0, "recall@10": 0, "mrr@10": 0 });
});
