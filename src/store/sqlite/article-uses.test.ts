import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer, Citation } from "../../core/types.js";
import { createSqliteAnswers } from "./answers.js";
import { createSqliteArticleUses } from "./article-uses.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteFeedback } from "./feedback.js";

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uses-"));
  connection = openDatabase(folder);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const cite = (n: number, articleId: string): Citation => ({
  n,
  articleId,
  revision: 1,
  title: "",
  source: "",
  quote: '"articleId":"quoted"',
  start: 0,
  end: n,
});

/** Stores the answer to an update, which cites these articles. */
function save(updateId: number, ...ids: string[]): string {
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
  return createSqliteAnswers(connection).save({ answer, asker: "x", updateId });
}
const usesOf = (...ids: string[]) => {
  const uses = createSqliteArticleUses(connection);
  return ids.map((id) => Object.values(uses.usesOf(id)));
};

it("counts the answers that cite an article, each once, and their bad votes", () => {
  const both = save(1, "a", "a", "a-2");
  save(2, "a");
  const feedback = createSqliteFeedback(connection);
  feedback.vote(both, "x", -1);
  feedback.vote(both, "y", -1);
  feedback.vote(both, "z", 1);
  expect(usesOf("a", "a-2", "quoted", '"', "%")).toEqual([
    [2, 2],
    [1, 2],
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

it("counts facts that were offered, each once", () => {
  const answers = createSqliteAnswers(connection);
  answers.saveFacts([cite(1, "a"), cite(2, "a"), cite(3, "b")], "zh");
  answers.saveFacts([cite(1, "a")], "zh");
  expect(usesOf("a", "b")).toEqual([
    [2, 0],
    [1, 0],
  ]);
});

it("goes by the last answer when an update is handled again after a crash", () => {
  save(1, "a", "b");
  save(1, "b", "c");
  expect(usesOf("a", "b", "c")).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
  ]);
});
