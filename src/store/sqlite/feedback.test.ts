import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeedbackStore } from "../../core/audience-ports.js";
import { createSqliteAnswers } from "./answers.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteFeedback } from "./feedback.js";

let dataDir: string;
let connection: Connection;
let feedback: FeedbackStore;
let id: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
  feedback = createSqliteFeedback(connection);
  id = createSqliteAnswers(connection).save({
    answer: {
      question: "多少名?",
      standalone: "多少名?",
      kind: "refused",
      language: "zh",
      text: "没有",
      statements: [],
      citations: [],
      suggestions: [],
      timings: { retrieveMs: 0, totalMs: 0 },
    },
    asker: "k1",
    updateId: 5,
  });
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("votes", () => {
  it("are one per person and answer; the other one begins anew", () => {
    expect(feedback.read(id, "k1")).toBeUndefined();
    feedback.vote(id, "k1", -1);
    feedback.vote(id, "k2", 1);
    feedback.comment(id, "k1", "数字错了");
    expect(feedback.setReason(id, "k1", "other", true)).toEqual(["other"]);
    feedback.vote(id, "k1", -1);
    expect(feedback.read(id, "k1")).toEqual({ vote: -1, reasons: ["other"], comment: "数字错了" });
    feedback.vote(id, "k1", 1);
    expect(feedback.read(id, "k1")).toEqual({ vote: 1, reasons: [] });
    expect(feedback.read(id, "k2")).toEqual({ vote: 1, reasons: [] });
  });

  it("have reasons that can be given and taken back, twice with the same effect", () => {
    feedback.setReason(id, "k1", "other", true);
    feedback.setReason(id, "k1", "figure", true);
    expect(feedback.setReason(id, "k1", "figure", true)).toEqual(["figure", "other"]);
    expect(feedback.setReason(id, "k1", "other", false)).toEqual(["figure"]);
    expect(feedback.setReason(id, "k1", "other", false)).toEqual(["figure"]);
    expect(feedback.read(id, "k1")).toEqual({ vote: -1, reasons: ["figure"] });
  });

  it("have one comment, the last one", () => {
    feedback.comment(id, "k1", "一");
    feedback.comment(id, "k1", "二");
    expect(feedback.read(id, "k1")).toEqual({ vote: -1, reasons: [], comment: "二" });
  });

  it("go with their answer", () => {
    feedback.vote(id, "k1", 1);
    connection.prepare("DELETE FROM answers").run();
    expect(feedback.read(id, "k1")).toBeUndefined();
  });
});

it("keeps one wish per person and answer", () => {
  const wish = { answerId: id, asker: "k1", chatId: -100, threadId: 7, language: "zh" as const, question: "多少名?" };
  expect(feedback.addWish(wish)).toBe(true);
  expect(feedback.addWish({ ...wish, chatId: 3 })).toBe(false);
  expect(feedback.addWish({ ...wish, asker: "k2" })).toBe(true);
  expect(connection.prepare("SELECT asker, chat_id, thread_id, question, told_at FROM wishes").all()).toEqual([
    { asker: "k1", chat_id: -100, thread_id: 7, question: "多少名?", told_at: null },
    { asker: "k2", chat_id: -100, thread_id: 7, question: "多少名?", told_at: null },
  ]);
});
