import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer } from "../../core/types.js";
import { createSqliteAnswers } from "./answers.js";
import { createSqliteArticleUses } from "./article-uses.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteFeedback } from "./feedback.js";
import { createSqliteRemovals } from "./removals.js";

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "removals-"));
  connection = openDatabase(folder);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

it("remembers a removal once, newest first, and takes back only what is not too old", () => {
  const removals = createSqliteRemovals(connection);
  const of = (articleId: string, at: number) => ({ articleId, title: `《${articleId}》`, admin: 1, at });
  expect([removals.add(of("a", 10)), removals.add(of("b", 20)), removals.add(of("a", 30))]).toEqual([
    true,
    true,
    false,
  ]);
  expect(removals.list()).toEqual([of("b", 20), of("a", 10)]);
  expect([removals.undo("a", 11), removals.undo("a", 10), removals.undo("a", 0)]).toEqual([false, true, false]);
  expect(removals.list()).toEqual([of("b", 20)]);
});

it("counts the answers that cite an article, each once, and their bad votes", () => {
  const answers = createSqliteAnswers(connection);
  const feedback = createSqliteFeedback(connection);
  const uses = createSqliteArticleUses(connection);
  const cite = (n: number, articleId: string) => ({
    n,
    articleId,
    revision: 1,
    title: "",
    source: "",
    quote: '"articleId":"quoted"',
    start: 0,
    end: 1,
  });
  const save = (updateId: number, ...ids: string[]) => {
    const answer: Answer = {
      question: "",
      standalone: "",
      kind: "extractive",
      language: "zh",
      text: "",
      statements: [],
      citations: ids.map((id, i) => cite(i + 1, id)),
      suggestions: [],
      timings: { retrieveMs: 0, totalMs: 0 },
    };
    return answers.save({ answer, asker: "x", updateId });
  };
  const both = save(1, "a", "a", "a-2");
  save(2, "a");
  for (const [voter, vote] of [
    ["x", -1],
    ["y", -1],
    ["z", 1],
  ] as const)
    feedback.vote(both, voter, vote);
  expect(["a", "a-2", "quoted", '"', "%"].map((id) => uses.usesOf(id))).toEqual([
    { answers: 2, badVotes: 2 },
    { answers: 1, badVotes: 2 },
    { answers: 0, badVotes: 0 },
    { answers: 0, badVotes: 0 },
    { answers: 0, badVotes: 0 },
  ]);
});
