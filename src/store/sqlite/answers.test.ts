import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../core/types.js";
import { createSqliteAnswers } from "./answers.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqlitePreferences } from "./preferences.js";
import { createAskerKeys } from "./secret.js";

let dataDir: string;
let connection: Connection;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const answer: Answer = {
  question: "多少名?",
  standalone: "青龙县多少名?",
  kind: "extractive",
  language: "zh",
  text: "339名[1]",
  statements: [{ text: "339名", citations: [1] }],
  citations: [{ n: 1, articleId: "a1", revision: 2, title: "题", source: "a.txt", quote: "339名。", start: 3, end: 8 }],
  suggestions: [],
  notice: "partNotFound",
  timings: { retrieveMs: 1, totalMs: 12.4 },
};

describe("answers", () => {
  it("are given back as they were, under an id that is not to be guessed", () => {
    const answers = createSqliteAnswers(connection);
    const id = answers.save({ answer, asker: "k1", updateId: 5 });
    const { timings: _, ...kept } = answer;
    expect(id).toMatch(/^[\w-]{12}$/);
    expect(answers.read(id)).toMatchObject({ ...kept, id, asker: "k1" });
    expect(answers.read("nothing")).toBeUndefined();
  });

  it("keep their id when the same update is handled again after a crash", () => {
    const answers = createSqliteAnswers(connection);
    const id = answers.save({ answer, asker: "k1", updateId: 5 });
    expect(answers.save({ answer: { ...answer, text: "其他" }, asker: "k1", updateId: 5 })).toBe(id);
    expect(answers.read(id)?.text).toBe("其他");
    expect(answers.save({ answer, asker: "k1", updateId: 6 })).not.toBe(id);
  });
});

describe("facts that are offered", () => {
  const cite = (start: number) => ({ ...answer.citations[0], n: 3, start, end: start + 5 }) as Answer["citations"][0];
  const count = () => connection.prepare("SELECT count(*) FROM answers").pluck().get();

  it("are answers of their own, asked by nobody", () => {
    const answers = createSqliteAnswers(connection);
    const [id = "", other = ""] = answers.saveFacts([{ ...cite(3), extra: 1 } as never, cite(9)], "en");
    expect(id).toMatch(/^[\w-]{12}$/);
    expect(other).not.toBe(id);
    expect(answers.read(id)).toEqual({
      id,
      at: expect.any(Number) as number,
      kind: "extractive",
      language: "en",
      text: "339名。[1]",
      statements: [{ text: "339名。", citations: [1] }],
      citations: [{ ...cite(3), n: 1 }],
      suggestions: [],
    });
  });

  it("keep their ids over a restart, and are written once", () => {
    const ids = createSqliteAnswers(connection).saveFacts([cite(3), cite(9), cite(3)], "zh");
    const [first] = ids;
    expect(ids[2]).toBe(first);
    connection.close();
    connection = openDatabase(dataDir);
    const changes = () => connection.prepare("SELECT total_changes()").pluck().get();
    const before = changes();
    expect(createSqliteAnswers(connection).saveFacts([cite(9), cite(3)], "en")).toEqual([ids[1], first]);
    expect(changes()).toBe(before);
    expect(count()).toBe(2);
    expect(createSqliteAnswers(connection).saveFacts([{ ...cite(3), revision: 9 }], "zh")).not.toContain(first);
  });

  it("are nothing when there are none", () => {
    expect(createSqliteAnswers(connection).saveFacts([], "zh")).toEqual([]);
  });
});

describe("an asker's key", () => {
  it("is the same after a restart, another for another person, and another in another data folder", () => {
    const key = createAskerKeys(connection)(1001);
    connection.close();
    connection = openDatabase(dataDir);
    expect(createAskerKeys(connection)(1001)).toBe(key);
    expect(createAskerKeys(connection)(1002)).not.toBe(key);
    expect(key).not.toContain("1001");
    const elsewhere = mkdtempSync(join(tmpdir(), "store-"));
    const other = openDatabase(elsewhere);
    expect(createAskerKeys(other)(1001)).not.toBe(key);
    other.close();
    rmSync(elsewhere, { recursive: true, force: true });
  });
});

it("remembers a language until it is taken back", () => {
  const preferences = createSqlitePreferences(connection);
  expect(preferences.languageOf("k1")).toBeUndefined();
  preferences.setLanguage("k1", "en");
  preferences.setLanguage("k1", "zh-Hant");
  expect(preferences.languageOf("k1")).toBe("zh-Hant");
  preferences.setLanguage("k1", undefined);
  expect(preferences.languageOf("k1")).toBeUndefined();
});
