import { expect, it } from "vitest";
import { createSyntheticArticles } from "./synthetic.js";

it("gives the same articles for the same seed, others for another", () => {
  expect(createSyntheticArticles(3, 7)).toEqual(createSyntheticArticles(3, 7));
  expect(createSyntheticArticles(3, 7)).not.toEqual(createSyntheticArticles(3, 8));
});

it("gives articles that differ from one another", () => {
  expect(new Set(createSyntheticArticles(200, 1).map(({ title }) => title)).size).toBeGreaterThan(195);
});
