import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Turn } from "../../core/types.js";
import { createSqliteConversations, TURNS_KEPT } from "./conversations.js";
import { type Connection, openDatabase } from "./database.js";

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

const turn = (question: string): Turn => ({
  question,
  standalone: question,
  answer: "339名[1]",
  kind: "extractive",
  citations: [],
  at: 1,
});

it("gives the last turns of one conversation, oldest first", () => {
  const conversations = createSqliteConversations(connection);
  for (const question of ["一", "二", "三"]) conversations.appendTurn("chat-1", turn(question));
  conversations.appendTurn("chat-2", turn("别人"));
  expect(conversations.listTurns("chat-1", 2).map((t) => t.question)).toEqual(["二", "三"]);
  expect(conversations.listTurns("nobody", 2)).toEqual([]);
});

it("forgets one conversation and says how much", () => {
  const conversations = createSqliteConversations(connection);
  for (const key of ["a", "a", "b"]) conversations.appendTurn(key, turn("问"));
  expect(conversations.clearTurns("a")).toBe(2);
  expect(conversations.listTurns("a", 5)).toEqual([]);
  expect(conversations.listTurns("b", 5)).toHaveLength(1);
});

it("keeps a bounded number of turns", () => {
  const conversations = createSqliteConversations(connection);
  for (let i = 0; i < TURNS_KEPT + 5; i++) conversations.appendTurn("a", turn(`问${i}`));
  const kept = conversations.listTurns("a", 1000);
  expect(kept).toHaveLength(TURNS_KEPT);
  expect(kept.at(-1)?.question).toBe(`问${TURNS_KEPT + 4}`);
});
