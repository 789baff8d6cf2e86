import { expect, it } from "vitest";
import { answerCiting, articleOf, citing } from "../../test/support/cited-article.js";
import { createEvidenceLookup, evidenceOf } from "./evidence.js";

const QUOTE = "累计孵化339名。";
const article = articleOf(["第一段。", `头一句。${QUOTE}末一句。`, "第三段。"]);
const citation = citing(article, QUOTE);
const answer = answerCiting([citing(article, "第三段。", 2), { ...citation, n: 5 }]);

it("finds the paragraph with the cited sentence", () => {
  const { cited, paragraphs } = evidenceOf(answer, citation, article, article);
  expect(cited).toBe(1);
  expect(paragraphs.map(({ start, end }) => article.text.slice(start, end))).toEqual([
    "第一段。",
    `头一句。${QUOTE}末一句。`,
    "第三段。",
  ]);
});

it.each([
  ["current", article],
  ["current", articleOf(article.text.split("\n"), { revision: 2, aliases: ["新名"] })],
  ["updated", articleOf([...article.text.split("\n"), "补充。"], { revision: 2 })],
  ["rewritten", articleOf(["累计孵化340名。"], { revision: 2 })],
  ["removed", undefined],
] as const)("says that the article is %s", (standing, now) => {
  expect(evidenceOf(answer, citation, article, now).standing).toBe(standing);
});

it("shows no text that does not hold the quote where it is said to be", () => {
  const other = articleOf(["另一篇。"]);
  expect(evidenceOf(answer, citation, other, other)).toMatchObject({ paragraphs: [], cited: 0 });
  expect(evidenceOf(answer, citation, undefined, undefined)).toMatchObject({ paragraphs: [], cited: 0 });
});

it("is found by the id of the answer and the number of the source, the first without one", () => {
  const evidence = createEvidenceLookup({
    answers: { read: (id) => (id === answer.id ? answer : undefined) },
    articles: { getRevision: () => article, currentRevision: () => 1 },
  });
  expect(evidence.find(answer.id)?.citation.n).toBe(2);
  expect(evidence.find(answer.id, 5)?.citation.quote).toBe(QUOTE);
  expect(evidence.find(answer.id, 1)).toBeUndefined();
  expect(evidence.find("AAAAAAAAAAAA", 2)).toBeUndefined();
});
