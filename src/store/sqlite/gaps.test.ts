import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnswerKind } from "../../core/types.js";
import { createSqliteAnswers } from "./answers.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteFeedback } from "./feedback.js";
import { createSqliteGaps, createSqliteWishes } from "./gaps.js";
import { createSqlitePrivacy } from "./privacy.js";

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

/** Saves an answer that was given at `at`. @returns its id. */
function ask(question: string, kind: AnswerKind, at: number, asker = "k1"): string {
  const timings = { retrieveMs: 0, totalMs: 0 };
  const content = { language: "zh" as const, text: "", statements: [], citations: [], suggestions: [], timings };
  const answer = { question: `那${question}`, standalone: question, kind, ...content };
  const id = createSqliteAnswers(connection).save({ answer, asker, updateId: ++updateId });
  connection.prepare("UPDATE answers SET at = ? WHERE id = ?").run(at, id);
  return id;
}

const wish = (answerId: string, asker: string) => ({
  answerId,
  asker,
  chatId: 5,
  language: "zh" as const,
  question: "多少户?",
});

describe("questions without help", () => {
  const list = (limit = 10) => createSqliteGaps(connection).listUnhelped(limit);

  it("are refusals and bad votes, once each, as understood, newest first, without who asked", () => {
    const feedback = createSqliteFeedback(connection);
    ask("几户?", "refused", 1);
    const disliked = ask("几亩?", "grounded", 2);
    const both = ask("几人?", "refused", 3);
    feedback.vote(ask("几年?", "extractive", 4), "k2", 1);
    ask("你好", "smalltalk", 5);
    for (const [id, voter] of [
      [disliked, "k2"],
      [disliked, "k3"],
      [both, "k2"],
    ] as const) {
      feedback.vote(id, voter, -1);
    }
    feedback.addWish(wish(both, "k1"));
    feedback.addWish(wish(both, "k2"));
    expect(list()).toEqual([
      { question: "几人?", at: 3, isRefused: true, isDisliked: true, waiting: 2 },
      { question: "几亩?", at: 2, isRefused: false, isDisliked: true, waiting: 0 },
      { question: "几户?", at: 1, isRefused: true, isDisliked: false, waiting: 0 },
    ]);
    expect(list(1)).toHaveLength(1);
  });

  it("leave out a refusal once the same words were answered, but not a bad vote", () => {
    const feedback = createSqliteFeedback(connection);
    ask("几户?", "refused", 1);
    feedback.vote(ask("几户?", "extractive", 2), "k2", -1);
    ask("几户?", "extractive", 3);
    expect(list()).toEqual([{ question: "几户?", at: 2, isRefused: false, isDisliked: true, waiting: 0 }]);
    ask("几户?", "refused", 4);
    expect(list().map(({ at }) => at)).toEqual([4, 2]);
  });

  it("are gone with what a person asked to be forgotten, but for what others wait for", () => {
    const feedback = createSqliteFeedback(connection);
    ask("几户?", "refused", 1);
    feedback.addWish(wish(ask("多少户?", "refused", 2), "k2"));
    createSqlitePrivacy(connection).forget("k1");
    expect(list()).toMatchObject([{ question: "多少户?", isRefused: true, waiting: 1 }]);
    createSqlitePrivacy(connection).forget("k2");
    expect(list()).toEqual([]);
  });

  it("are ignored once, and that is forgotten with time like the questions themselves", () => {
    const gaps = createSqliteGaps(connection);
    expect([gaps.ignore("几户", 7), gaps.ignore("几户", 8)]).toEqual([true, false]);
    expect(gaps.listIgnored()).toEqual(["几户"]);
    createSqlitePrivacy(connection).purge(Date.now() + 1);
    expect(gaps.listIgnored()).toEqual([]);
  });
});

describe("wishes", () => {
  it("are open until they are closed, once, and can be opened again", () => {
    const wishes = createSqliteWishes(connection);
    const mine = wish(ask("多少户?", "refused", 1), "k1");
    createSqliteFeedback(connection).addWish({ ...mine, threadId: 9 });
    expect(wishes.listOpen()).toEqual([{ ...mine, threadId: 9 }]);
    expect([wishes.close(mine), wishes.close(mine)]).toEqual([true, false]);
    expect(wishes.listOpen()).toEqual([]);
    wishes.reopen(mine);
    expect(wishes.listOpen()).toHaveLength(1);
    createSqlitePrivacy(connection).forget("k1");
    expect(wishes.close(mine)).toBe(false);
  });
});
