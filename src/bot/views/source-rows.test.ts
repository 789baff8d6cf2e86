import { expect, it } from "vitest";
import { answerCiting, articleOf, citing } from "../../../test/support/cited-article.js";
import { neighbourRow, sourceRows } from "./source-rows.js";

const article = articleOf(["一句。"]);
const answerWith = (sources: number, changes = {}) =>
  answerCiting(
    Array.from({ length: sources }, (_, i) => citing(article, "一句。", i + 1)),
    changes,
  );
const labels = (rows: { text: string }[][]) => rows.map((row) => row.map(({ text }) => text));

it("is one row for up to five sources, of labels in words", () => {
  expect(labels(sourceRows(answerWith(1)))).toEqual([["出处 1"]]);
  expect(labels(sourceRows(answerWith(5)))).toEqual([["出处 1", "出处 2", "出处 3", "出处 4", "出处 5"]]);
  expect(labels(sourceRows(answerWith(2, { language: "zh-Hant" })))).toEqual([["出處 1", "出處 2"]]);
});

it("is rows of about the same length for more, in English of four at most", () => {
  expect(labels(sourceRows(answerWith(6))).map((row) => row.length)).toEqual([3, 3]);
  expect(labels(sourceRows(answerWith(32))).map((row) => row.length)).toEqual([5, 5, 5, 5, 5, 5, 2]);
  expect(labels(sourceRows(answerWith(5, { language: "en" })))).toEqual([
    ["Source 1", "Source 2", "Source 3"],
    ["Source 4", "Source 5"],
  ]);
});

it("leaves the rest to the cards when there are very many", () => {
  const answer = answerWith(120);
  expect(sourceRows(answer).flat()).toHaveLength(40);
  expect(labels([neighbourRow(answer, 40, "zh")])).toEqual([["出处 38", "出处 39", "出处 41", "出处 42"]]);
});

it("is nothing where nothing is proven", () => {
  expect(sourceRows(answerWith(1, { kind: "refused" }))).toEqual([]);
  expect(sourceRows(answerWith(0))).toEqual([]);
});

it("names the neighbours of a source, all of them when they are few", () => {
  expect(neighbourRow(answerWith(1), 1, "zh")).toEqual([]);
  expect(neighbourRow(answerWith(2), 2, "en")).toEqual([{ text: "Source 1", callback_data: "a:AbC_EfG-IjKl:1:p" }]);
  expect(labels([neighbourRow(answerWith(5), 1, "zh")])).toEqual([["出处 2", "出处 3", "出处 4", "出处 5"]]);
  expect(labels([neighbourRow(answerWith(9), 9, "zh")])).toEqual([["出处 5", "出处 6", "出处 7", "出处 8"]]);
});
