import { expect, it } from "vitest";
import { regressionWords } from "../../i18n/regression-words.js";
import { renderReport } from "./regression-view.js";

const counts = { answerable: 40, right: 38, refusable: 6, refused: 5 };

it("tells what is right, and of each failure what was missing", () => {
  const failures = [
    { question: "多少名?", fault: "fact missing" as const, missing: [["339名", "339人"], ["李弘"]] },
    { question: "股价?", fault: "answered" as const, missing: [] },
  ];
  expect(renderReport({ ...counts, failures }, regressionWords("zh"))).toBe(
    "题集跑完了。答对 38/40，该拒答的拒答 5/6。\n· 多少名?：缺少 339名 或 339人；李弘\n· 股价?：应该拒答，却回答了",
  );
});

it("fits into one message, however many and long the failures are", () => {
  const failure = { question: "长".repeat(2000), fault: "refused" as const, missing: [] };
  const text = renderReport({ ...counts, failures: Array<typeof failure>(99).fill(failure) }, regressionWords("en"));
  expect(text.length).toBeLessThan(4096);
  expect(text).toContain("84 more are not listed.");
});
