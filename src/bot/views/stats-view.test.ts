import { expect, it } from "vitest";
import { statsWords } from "../../i18n/stats-words.js";
import { renderStats } from "./stats-view.js";

const quiet = { questions: 0, answered: 0, refused: 0, tokens: 0, good: 0, bad: 0, programmes: [] };
const busy = {
  questions: 12,
  answered: 8,
  refused: 3,
  medianMs: 1234,
  tokens: 250_000,
  good: 4,
  bad: 1,
  programmes: [
    { name: "蓝色行动", answers: 5 },
    { name: "公益宝贝", answers: 2 },
  ],
};

it("tells each period in short lines, then the programmes and the index", () => {
  const periods = [[1, quiet] as const, [30, busy] as const];
  const index = { generation: "g7", articles: 3, chunks: 23 };
  expect(renderStats({ periods, index, pricePerMillion: 1.2 }, statsWords("zh"))).toBe(
    [
      "今天\n提问: 0\n有回答: 0\n没找到: 0\n用时中位数: 无\n模型 token: 0\n费用: 0.00\n👍 有用: 0\n👎 没帮助: 0",
      "最近 30 天\n提问: 12\n有回答: 8\n没找到: 3\n用时中位数: 1.23 秒\n模型 token: 250000\n费用: 0.30\n👍 有用: 4\n👎 没帮助: 1",
      "问得最多的项目 (最近 30 天)\n1. 蓝色行动: 5\n2. 公益宝贝: 2",
      "索引: g7\n报道: 3\n片段: 23",
      "日期按 UTC 计算。",
    ].join("\n\n"),
  );
});

it("leaves out the cost without a price, and the programmes when there are none", () => {
  const text = renderStats({ periods: [[1, quiet]], index: { articles: 0, chunks: 0 } }, statsWords("en"));
  expect(text).not.toContain("Cost");
  expect(text).not.toContain("Top programmes");
  expect(text).toContain("Index: none");
});
