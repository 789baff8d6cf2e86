import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Turn } from "../core/types.js";
import { createBackup } from "./backup.js";
import { restoreBackup } from "./restore.js";
import { createBotLock } from "./sqlite/bot-lock.js";
import { createSqliteConversations } from "./sqlite/conversations.js";
import { openDatabase } from "./sqlite/database.js";
import { createIngestLock } from "./sqlite/ingest-lock.js";
import { openFile } from "./sqlite/open-file.js";

let dir: string;
let here: { dataDir: string; corpusDir: string };
let there: { dataDir: string; corpusDir: string };
let file: string;
const closers: (() => void)[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "backup-"));
  here = { dataDir: join(dir, "data"), corpusDir: join(dir, "corpus") };
  there = { dataDir: join(dir, "there", "data"), corpusDir: join(dir, "there", "corpus") };
  file = join(dir, "one.sqlite.gz");
  mkdirSync(join(here.corpusDir, "2023", "三月"), { recursive: true });
  writeFileSync(join(here.corpusDir, "2023", "三月", "茶园: 记.md"), "茶园有三百亩。");
  writeFileSync(join(here.corpusDir, "aliases.yaml"), "- [孤独症, 自闭症]\n");
  writeFileSync(join(here.corpusDir, "golden.jsonl"), "");
  writeFileSync(join(here.corpusDir, ".hidden"), "x");
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
  rmSync(dir, { recursive: true, force: true });
});

/** A database with one remembered question. */
function fill({ dataDir }: { dataDir: string }, question = "茶园有多少亩?") {
  const connection = openDatabase(dataDir);
  closers.push(() => connection.close());
  const conversations = createSqliteConversations(connection);
  conversations.appendTurn("chat", turnOf(question));
  return { connection, conversations };
}
const turnOf = (question: string): Turn => ({
  question,
  standalone: question,
  answer: "三百亩。",
  kind: "refused",
  citations: [],
  at: 1,
});
const questionsIn = ({ dataDir }: { dataDir: string }) => {
  const connection = openDatabase(dataDir);
  closers.push(() => connection.close());
  return createSqliteConversations(connection)
    .listTurns("chat", 100)
    .map(({ question }) => question);
};
const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).toSorted() : []);

describe("createBackup", () => {
  it("holds all of the database and the corpus, also what is still in the journal of a writer", async () => {
    const { conversations } = fill(here);
    conversations.appendTurn("chat", turnOf("还有呢?"));
    expect(await createBackup(here, file)).toMatchObject({ path: file, files: 3, bytes: statSync(file).size });
    const report = await restoreBackup(file, there);
    expect(report).toMatchObject({ files: 3, movedTo: [] });
    expect(questionsIn(there)).toEqual(["茶园有多少亩?", "还有呢?"]);
    expect(readFileSync(join(there.corpusDir, "2023", "三月", "茶园: 记.md"), "utf8")).toBe("茶园有三百亩。");
    expect(namesIn(there.corpusDir)).toEqual(["2023", "aliases.yaml", "golden.jsonl"]);
    expect(namesIn(there.dataDir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("is readable for its owner only, and never writes over a file", async () => {
    fill(here);
    await createBackup(here, file);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);
    const before = readFileSync(file);
    await expect(createBackup(here, file)).rejects.toMatchObject({ code: "BACKUP_FAILED" });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(namesIn(dir)).toEqual(["corpus", "data", "one.sqlite.gz"]);
  });

  it("leaves out DATA_DIR inside the corpus folder, and follows links once", async () => {
    const inside = { ...here, dataDir: join(here.corpusDir, "data") };
    fill(inside);
    expect(await createBackup(inside, file)).toMatchObject({ files: 3 });
  });

  it("says when there is nothing to back up, or no place for it", async () => {
    await expect(createBackup(here, file)).rejects.toMatchObject({ code: "BACKUP_FAILED" });
    expect(existsSync(here.dataDir)).toBe(false);
    fill(here);
    const nowhere = join(dir, "no", "such", "folder.gz");
    await expect(createBackup(here, nowhere)).rejects.toMatchObject({ code: "BACKUP_FAILED" });
  });

  it("refuses a database that a newer version wrote", async () => {
    fill(here).connection.exec("PRAGMA user_version = 999");
    await expect(createBackup(here, file)).rejects.toThrow("newer version");
  });
});

describe("restoreBackup refuses, and changes nothing,", () => {
  beforeEach(async () => {
    fill(here);
    await createBackup(here, file);
  });
  const nothing = () => [namesIn(there.corpusDir), namesIn(there.dataDir).filter((name) => !name.endsWith(".lock"))];

  /** The same backup, changed by somebody who can use SQLite. */
  function forge(sql: string): void {
    const copy = join(dir, "forged.sqlite");
    writeFileSync(copy, gunzipSync(readFileSync(file)));
    const connection = openFile(copy, 0);
    connection.exec(sql);
    connection.close();
    writeFileSync(file, gzipSync(readFileSync(copy)));
  }

  it.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    [
      "with one bit turned",
      (bytes: Buffer) => bytes.with(Math.floor(bytes.length / 2), (bytes.at(bytes.length / 2) ?? 0) ^ 1),
    ],
    ["that is empty", () => Buffer.alloc(0)],
    ["that is something else", () => Buffer.from("茶园有三百亩。")],
    ["that is something else, packed", () => gzipSync("茶园有三百亩。")],
    ["that is no backup's database", () => gzipSync(readFileSync(join(here.dataDir, "programme-answers.sqlite")))],
  ])("a file %s", async (_, change) => {
    writeFileSync(file, change(readFileSync(file)));
    await expect(restoreBackup(file, there)).rejects.toMatchObject({ code: "BACKUP_INVALID" });
    expect(nothing()).toEqual([[], []]);
  });

  it.each([
    ["a newer schema", "PRAGMA user_version = 999", "update the program"],
    ["a newer format", "UPDATE backup SET format = 2", "update the program"],
    ["a trigger", "CREATE TRIGGER t AFTER INSERT ON turns BEGIN DELETE FROM answers; END", "tables"],
    ["a view for a table", "DROP TABLE backup_files; CREATE VIEW backup_files AS SELECT 1", "tables"],
    ["another file's bytes", "UPDATE backup_files SET bytes = x'00' WHERE path = 'aliases.yaml'", "damaged"],
    ["fewer files than it says", "DELETE FROM backup_files WHERE path = 'aliases.yaml'", "missing"],
    ...[
      "../out.md",
      "/tmp/out.md",
      "a/../../out.md",
      "2023/./x.md",
      "a//b.md",
      ".profile",
      "x/.git/hooks/pre-commit",
      "",
    ].map((path): [string, string, string] => [
      `the path ${JSON.stringify(path)}`,
      `UPDATE backup_files SET path = '${path}' WHERE path = 'aliases.yaml'`,
      "of the name",
    ]),
    [
      "a path with an end in it",
      "UPDATE backup_files SET path = 'a' || char(0) || '.md' WHERE path = 'aliases.yaml'",
      "name",
    ],
    [
      "a file where a folder is needed",
      "UPDATE backup_files SET path = 'golden.jsonl/x.md' WHERE path = 'aliases.yaml'",
      "in the way of",
    ],
  ])("a backup with %s", async (_, sql, reason) => {
    forge(sql);
    await expect(restoreBackup(file, there)).rejects.toMatchObject({
      code: "BACKUP_INVALID",
      message: expect.stringContaining(reason),
    });
    expect(nothing()).toEqual([[], []]);
    expect(namesIn(dir)).not.toContain("out.md");
  });

  it("while a bot or an index run holds DATA_DIR, even when forced", async () => {
    const releaseBot = createBotLock(there.dataDir).acquire();
    await expect(restoreBackup(file, there, { force: true })).rejects.toMatchObject({ code: "BOT_RUNNING" });
    releaseBot();
    const releaseIngest = createIngestLock(there.dataDir).acquire();
    await expect(restoreBackup(file, there, { force: true })).rejects.toMatchObject({ code: "INDEX_BUSY" });
    releaseIngest();
    await restoreBackup(file, there);
  });

  it("while another program has the database open", async () => {
    const { connection } = fill(there, "别的问题");
    await expect(restoreBackup(file, there, { force: true })).rejects.toMatchObject({ code: "RESTORE_REFUSED" });
    connection.close();
    expect(questionsIn(there)).toEqual(["别的问题"]);
  });
});

describe("restoreBackup where there is data already", () => {
  beforeEach(async () => {
    fill(here);
    await createBackup(here, file);
  });

  it("refuses; with force it moves what was there aside and deletes nothing", async () => {
    fill(there, "别的问题").connection.close();
    mkdirSync(there.corpusDir);
    writeFileSync(join(there.corpusDir, "other.md"), "别的");
    await expect(restoreBackup(file, there)).rejects.toMatchObject({ code: "RESTORE_REFUSED" });
    const { movedTo } = await restoreBackup(file, there, { force: true });
    expect(questionsIn(there)).toEqual(["茶园有多少亩?"]);
    expect(movedTo).toHaveLength(2);
    const [oldData = "", oldCorpus = ""] = movedTo;
    expect(questionsIn({ dataDir: oldData })).toEqual(["别的问题"]);
    expect(namesIn(oldCorpus)).toEqual(["other.md"]);
    expect(namesIn(there.corpusDir).filter((name) => !name.startsWith("."))).toEqual([
      "2023",
      "aliases.yaml",
      "golden.jsonl",
    ]);
  });

  it("refuses over a corpus with other files, and takes one whose files are all in the backup", async () => {
    mkdirSync(there.corpusDir, { recursive: true });
    writeFileSync(join(there.corpusDir, "aliases.yaml"), "- [民大, 中央民族大学]\n");
    await expect(restoreBackup(file, there)).rejects.toMatchObject({ code: "RESTORE_REFUSED" });
    expect(readFileSync(join(there.corpusDir, "aliases.yaml"), "utf8")).toContain("民大");
    writeFileSync(join(there.corpusDir, "aliases.yaml"), "- [孤独症, 自闭症]\n");
    expect(await restoreBackup(file, there)).toMatchObject({ movedTo: [] });
    expect(namesIn(there.corpusDir)).toEqual(["2023", "aliases.yaml", "golden.jsonl"]);
  });
});
