import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { databasePath, openDatabase } from "./database.js";
import { createSqliteEditions } from "./editions.js";
import { openFile } from "./open-file.js";
import { MIGRATIONS } from "./schema.js";
import { createAskerKeys } from "./secret.js";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "schema-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A database as an earlier version left it: after so many steps, with what `fill` writes. */
function writeFormer(steps: number, fill: (connection: ReturnType<typeof openFile>) => void): void {
  const connection = openFile(databasePath(dataDir), 0);
  for (const step of MIGRATIONS.slice(0, steps)) if (typeof step === "string") connection.exec(step);
  connection.exec(`PRAGMA user_version = ${steps}`);
  fill(connection);
  connection.close();
}

it("conversations keep their turns when chats get keys, and what is finished forgets its chat", () => {
  let keyOf = (id: number) => String(id);
  writeFormer(4, (former) => {
    keyOf = createAskerKeys(former);
    const turn = former.prepare("INSERT INTO turns (conversation, at, turn) VALUES (?, 1, ?)");
    for (const [conversation, said] of [
      [`tg:1001:${keyOf(1001)}`, "一"],
      [`tg:1001:${keyOf(1001)}`, "二"],
      [`tg:-1001:7:${keyOf(1001)}`, "三"],
      ["terminal", "四"],
    ]) {
      turn.run(conversation, said);
    }
    former.exec("INSERT INTO inbox (update_id, lane, payload, finished_at) VALUES (1, '1001', NULL, 5)");
    former.exec("INSERT INTO inbox (update_id, lane, payload) VALUES (2, '1001', '{}')");
  });
  const connection = openDatabase(dataDir);
  expect(connection.prepare("SELECT conversation, turn FROM turns ORDER BY id").all()).toEqual([
    { conversation: `tg:${keyOf(1001)}:${keyOf(1001)}`, turn: "一" },
    { conversation: `tg:${keyOf(1001)}:${keyOf(1001)}`, turn: "二" },
    { conversation: `tg:${keyOf(-1001)}:7:${keyOf(1001)}`, turn: "三" },
    { conversation: "terminal", turn: "四" },
  ]);
  expect(connection.prepare("SELECT update_id, lane FROM inbox ORDER BY update_id").all()).toEqual([
    { update_id: 1, lane: "" },
    { update_id: 2, lane: "1001" },
  ]);
  connection.close();
});

it("answers of before are known by the articles that they cite", () => {
  writeFormer(5, (former) => {
    const answer = former.prepare(
      "INSERT INTO answers (id, at, kind, language, content, total_ms) VALUES (?, 1, 'extractive', 'zh', ?, 1)",
    );
    const citing = (...ids: string[]) =>
      JSON.stringify({ text: "", citations: ids.map((articleId) => ({ articleId })) });
    answer.run("one", citing("a", "b", "a"));
    answer.run("two", citing("b"));
    answer.run("refused", citing());
  });
  const connection = openDatabase(dataDir);
  expect(connection.prepare("SELECT article_id, answer_id FROM cited ORDER BY 1, 2").raw().all()).toEqual([
    ["a", "one"],
    ["b", "one"],
    ["b", "two"],
  ]);
  connection.close();
});

it("a new database has no key before anybody is known", () => {
  const connection = openDatabase(dataDir);
  expect(connection.prepare("SELECT name FROM secrets").all()).toEqual([]);
  connection.close();
});

it("editions that were written out in full can still be gone back to, and are still given up", () => {
  writeFormer(4, (former) => {
    const addArticle = former.prepare(
      "INSERT INTO articles (id, source, ordinal, revision, removed_at) VALUES (?, ?, 0, ?, ?)",
    );
    addArticle.run("a", "a.txt", 1, null);
    addArticle.run("b", "b.txt", 1, null);
    addArticle.run("c", "c.txt", 1, 5);
    former.exec("INSERT INTO files (source, hash) VALUES ('a.txt', '1'), ('b.txt', '1')");
    const addEdition = former.prepare("INSERT INTO editions (at, generation, articles, files) VALUES (1, ?, ?, ?)");
    addEdition.run("g1", '[["a",1],["c",1]]', '[["a.txt","1"],["c.txt","1"]]');
    addEdition.run("g2", '[["a",1],["b",1]]', '[["a.txt","1"],["b.txt","1"]]');
    addEdition.run("g3", '[["a",2],["b",1]]', '[["a.txt","2"],["b.txt","1"]]');
  });
  const connection = openDatabase(dataDir);
  const editions = createSqliteEditions(connection);
  const second = editions.current();
  expect(second).toEqual({
    articles: [
      ["a", 1],
      ["b", 1],
    ],
    files: [
      { source: "a.txt", hash: "1" },
      { source: "b.txt", hash: "1" },
    ],
  });
  const third = { articles: [["a", 2] as const, ["b", 1] as const], files: [{ source: "a.txt", hash: "2" }] };
  expect(editions.isGivenUp(() => ({ ...third, files: [...third.files, { source: "b.txt", hash: "1" }] }))).toBe(true);
  expect(editions.isGivenUp(() => second)).toBe(false);
  expect(editions.restore("g1")).toBe(true);
  expect(editions.current()).toEqual({
    articles: [
      ["a", 1],
      ["c", 1],
    ],
    files: [
      { source: "a.txt", hash: "1" },
      { source: "c.txt", hash: "1" },
    ],
  });
  connection.close();
});
