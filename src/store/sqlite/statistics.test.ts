import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer, AnswerKind } from "../../core/types.js";
import { createSqliteAnswers } from "./answers.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteFeedback } from "./feedback.js";
import { createSqliteSpending } from "./spending.js";
import { createSqliteStatistics } from "./statistics.js";

const NOW = Date.UTC(2026, 10, 25, 15);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let dataDir: string;
let connection: Connection;
let updateId: number;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
  updateId = 0;
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const cite = (n: number, articleId: string, title: string): Answer["citations"][number] => ({
  n,
  articleId,
  revision: 1,
  title,
  source: "a.md",
  quote: "句。",
  start: 0,
  end: 2,
});

function ask(kind: AnswerKind, at: number, totalMs = 0, citations: Answer["citations"] = [], isAsked = true): string {
  const timings = { retrieveMs: 0, totalMs };
  const answer: Answer = {
    question: "问?",
    standalone: "问?",
    kind,
    language: "zh",
    text: "",
    statements: [],
    citations,
    suggestions: [],
    timings,
  };
  const id = createSqliteAnswers(connection).save({ answer, asker: "k", ...(isAsked && { updateId: ++updateId }) });
  connection.prepare("UPDATE answers SET at = ? WHERE id = ?").run(at, id);
  return id;
}

function voteAt(id: string, voter: string, vote: 1 | -1, at: number): void {
  createSqliteFeedback(connection).vote(id, voter, vote);
  connection.prepare("UPDATE votes SET at = ? WHERE answer_id = ? AND voter = ?").run(at, id, voter);
}

it("counts whole days, the present one last, and finds the exact median", () => {
  const midnight = Date.UTC(2026, 10, 25);
  ask("extractive", midnight, 10);
  ask("refused", NOW, 40);
  ask("smalltalk", NOW, 1);
  ask("grounded", NOW, 900, [], false); // an answer to a wish
  const yesterday = ask("grounded", midnight - 1, 30);
  ask("grounded", midnight - 7 * DAY, 5000);
  voteAt(yesterday, "a", 1, NOW);
  voteAt(yesterday, "b", -1, midnight - HOUR);
  const spending = createSqliteSpending(connection);
  spending.add("2026-11-25", 500);
  spending.add("2026-11-24", 70);
  const statistics = createSqliteStatistics(connection);
  const none = { programmes: [] };
  const today = { answered: 1, refused: 1, medianMs: 25, tokens: 500, good: 1, bad: 0 };
  expect(statistics.period(1, NOW)).toEqual({ questions: 3, ...today, ...none });
  expect(statistics.period(7, NOW)).toEqual({
    questions: 4,
    answered: 2,
    refused: 1,
    medianMs: 30,
    tokens: 570,
    good: 1,
    bad: 1,
    ...none,
  });
  expect(statistics.daily(3, NOW)).toEqual([
    { day: "2026-11-23", answered: 0, refused: 0, tokens: 0, good: 0, bad: 0 },
    { day: "2026-11-24", answered: 1, refused: 0, medianMs: 30, tokens: 70, good: 0, bad: 1 },
    { day: "2026-11-25", ...today },
  ]);
});

it("counts answers by the programme of what they cite, else by its title", () => {
  const put = connection.prepare("INSERT INTO articles (id, source, ordinal, revision) VALUES (?, 'a.md', 0, 1)");
  const revise = connection.prepare(
    `INSERT INTO revisions (article_id, revision, content_hash, meta, text, sentences, created_at)
     VALUES (?, 1, 'h', ?, '', '[]', 0)`,
  );
  for (const [id, meta] of [
    ["a", '{"title":"甲","programme":"蓝色行动"}'],
    ["b", '{"title":"乙","programme":"蓝色行动"}'],
    ["c", '{"title":"丙","programme":""}'],
  ]) {
    put.run(id);
    revise.run(id, meta);
  }
  const [a, b, c, gone] = [cite(1, "a", "甲"), cite(2, "b", "乙"), cite(3, "c", "丙"), cite(4, "x", "丁")];
  ask(
    "grounded",
    NOW,
    0,
    [a, b].flatMap((citation) => citation ?? []),
  );
  ask(
    "extractive",
    NOW,
    0,
    [c, a].flatMap((citation) => citation ?? []),
  );
  ask(
    "extractive",
    NOW,
    0,
    [gone].flatMap((citation) => citation ?? []),
  );
  expect(createSqliteStatistics(connection).period(1, NOW).programmes).toEqual([
    { name: "蓝色行动", answers: 2 },
    { name: "丁", answers: 1 },
    { name: "丙", answers: 1 },
  ]);
});
