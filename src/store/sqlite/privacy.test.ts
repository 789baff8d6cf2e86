import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Connection, openDatabase } from "./database.js";
import { createSqlitePrivacy } from "./privacy.js";

let dataDir: string;
let connection: Connection;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "privacy-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ANN = "annannannannann1";
const BEN = "benbenbenbenben2";
const ASKED_AT = 1000;

/** Everything that can be stored about a person; the same number sets their ids apart. */
function fill(asker: string, n: number): void {
  const run = (sql: string, ...values: unknown[]) => connection.prepare(sql).run(...values);
  const content = JSON.stringify({ text: `答${n}` });
  const turn = JSON.stringify({ at: ASKED_AT, question: `问${n}`, answer: `答${n}`, citations: [] });
  run(
    `INSERT INTO answers (id, update_id, at, asker, question, standalone, kind, language, content, total_ms)
     VALUES (?, ?, ?, ?, ?, ?, 'refused', 'zh', ?, 5)`,
    `answer${n}`,
    n,
    ASKED_AT,
    asker,
    `问${n}`,
    `整句${n}`,
    content,
  );
  for (const conversation of [`tg:${asker}:${asker}`, `tg:groupgroupgroup0:7:${asker}`]) {
    run("INSERT INTO turns (conversation, at, turn) VALUES (?, ?, ?)", conversation, ASKED_AT, turn);
  }
  run(
    "INSERT INTO votes (answer_id, voter, vote, reasons, comment, at) VALUES (?, ?, -1, '[\"figure\"]', ?, ?)",
    `answer${n}`,
    asker,
    `附言${n}`,
    ASKED_AT,
  );
  run(
    "INSERT INTO wishes (answer_id, asker, chat_id, language, question, at) VALUES (?, ?, ?, 'zh', ?, ?)",
    `answer${n}`,
    asker,
    n,
    `问${n}`,
    ASKED_AT,
  );
  run("INSERT INTO requests (asker, at, update_id) VALUES (?, ?, ?)", asker, ASKED_AT, n);
  run("INSERT INTO told (topic, who, at, update_id) VALUES ('limit', ?, ?, ?)", asker, ASKED_AT, n);
  run("INSERT INTO preferences (asker, language) VALUES (?, 'en')", asker);
}

/** Rows in which a person is named, by table. */
function rowsOf(asker: string): Record<string, number> {
  const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const counts = tables.map((table): [string, number] => {
    const rows = connection.prepare(`SELECT * FROM ${table}`).all();
    return [table, rows.filter((row) => JSON.stringify(row).includes(asker)).length];
  });
  return Object.fromEntries(counts.filter(([, rows]) => rows > 0));
}

const ALL = { answers: 1, turns: 2, votes: 1, wishes: 1, requests: 1, told: 1, preferences: 1 };

it("forgets a person in every table, and nobody else", () => {
  fill(ANN, 1);
  fill(BEN, 2);
  const privacy = createSqlitePrivacy(connection);
  expect([rowsOf(ANN), rowsOf(BEN)]).toEqual([ALL, ALL]);
  const bens = privacy.collect(BEN);
  privacy.forget(ANN);
  expect([rowsOf(ANN), rowsOf(BEN)]).toEqual([{}, ALL]);
  expect(privacy.collect(BEN)).toEqual(bens);
  expect(privacy.collect(ANN)).toEqual({ questions: [], turns: [], votes: [], wishes: [], requests: [] });
});

it("keeps the answer of a forgotten question, without whose it was and what was asked", () => {
  fill(ANN, 1);
  createSqlitePrivacy(connection).forget(ANN);
  expect(connection.prepare("SELECT id, asker, question, standalone FROM answers").all()).toEqual([
    { id: "answer1", asker: null, question: null, standalone: null },
  ]);
});

it("is not taken in by a person whose key ends like another's", () => {
  fill(ANN, 1);
  fill(`x${ANN}`, 2);
  createSqlitePrivacy(connection).forget(ANN);
  expect(connection.prepare("SELECT count(*) FROM turns").pluck().get()).toBe(2);
});

it("collects all of it, of one person", () => {
  fill(ANN, 1);
  fill(BEN, 2);
  const spoken = { at: ASKED_AT, question: "问1", answer: "答1" };
  expect(createSqlitePrivacy(connection).collect(ANN)).toEqual({
    questions: [spoken],
    turns: [spoken, spoken],
    votes: [{ at: ASKED_AT, vote: -1, reasons: ["figure"], comment: "附言1" }],
    wishes: [{ at: ASKED_AT, question: "问1" }],
    requests: [ASKED_AT],
    language: "en",
  });
});

it("forgets what is old, whoever wrote it, and keeps what is new and what is no text", () => {
  fill(ANN, 1);
  connection.prepare("INSERT INTO ignored_gaps (question, admin, at) VALUES ('问', 1, ?)").run(ASKED_AT);
  const privacy = createSqlitePrivacy(connection);
  expect(privacy.purge(ASKED_AT)).toBe(0);
  expect(privacy.purge(ASKED_AT + 1)).toBe(6);
  expect(privacy.collect(ANN)).toEqual({
    questions: [],
    turns: [],
    votes: [{ at: ASKED_AT, vote: -1, reasons: ["figure"] }],
    wishes: [],
    requests: [ASKED_AT],
    language: "en",
  });
});
