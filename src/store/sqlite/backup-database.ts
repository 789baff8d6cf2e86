/**
 * What a backup is before it is packed: a copy of the database in which the corpus's files stand too, in two tables of
 * its own. Reading one trusts nothing: whoever can hand in a file could have put triggers or views into it.
 */
import { createHash } from "node:crypto";
import { AppError } from "../../core/errors.js";
import type { Connection } from "./database.js";
import { databasePath, WAIT_MS } from "./database.js";
import { openFile } from "./open-file.js";
import { MIGRATIONS, takeStep } from "./schema.js";

/** One file of the corpus folder; `path` is relative to it and `/`-separated. */
export interface BackedUpFile {
  path: string;
  bytes: Uint8Array;
}

/** What a backup says about itself. */
export interface BackupSummary {
  /** When it was made, ms since 1970. */
  at: number;
  articles: number;
  /** Answered and refused ones that are kept. */
  questions: number;
  files: number;
}

/** A backup that was found in order; `close` it. */
export interface OpenBackup {
  summary: BackupSummary;
  listFiles(): { path: string; sha256: string }[];
  /** @throws AppError BACKUP_INVALID when its bytes are not those that were backed up. */
  readFile(path: string): Uint8Array;
  /** Leaves the database alone in the file, as it was when it was backed up. */
  stripFiles(): void;
  close(): void;
}

const FORMAT = 1;

const TABLES = `
  CREATE TABLE backup (
    format INTEGER NOT NULL,
    at INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    files INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE backup_files (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
`;

/**
 * Copies the database of `dataDir` as it is at one moment into a new file. It is read like by any reader: whoever writes
 * meanwhile does not wait.
 * @throws what SQLite says; AppError BACKUP_FAILED when a newer version wrote the database.
 */
export function copyDatabase(dataDir: string, path: string): void {
  const source = openFile(databasePath(dataDir), WAIT_MS);
  try {
    if (schemaOf(source) > MIGRATIONS.length) {
      throw new AppError("BACKUP_FAILED", { message: "a newer version wrote this database: update the program" });
    }
    source.prepare("VACUUM INTO ?").run(path);
  } finally {
    source.close();
  }
}

/** Adds the corpus's files to the copy, and what the backup says about itself. */
export function addFiles(path: string, files: Iterable<BackedUpFile>, at: number): BackupSummary {
  const copy = openFile(path, WAIT_MS);
  try {
    copy.exec(`PRAGMA journal_mode = DELETE; ${TABLES}`);
    const insert = copy.prepare("INSERT INTO backup_files (path, sha256, bytes) VALUES (?, ?, ?)");
    const summary: BackupSummary = { at, ...countContents(copy), files: 0 };
    const write = copy.transaction(() => {
      for (const file of files) {
        insert.run(file.path, sha256Of(file.bytes), file.bytes);
        summary.files++;
      }
      const { articles, questions } = summary;
      copy
        .prepare("INSERT INTO backup (format, at, articles, questions, files) VALUES (?, ?, ?, ?, ?)")
        .run(FORMAT, at, articles, questions, summary.files);
    });
    write();
    return summary;
  } finally {
    copy.close();
  }
}

/** Checks the whole file. @throws AppError BACKUP_INVALID with the reason */
export function openBackup(path: string): OpenBackup {
  const backup = openFile(path, WAIT_MS);
  try {
    const summary = check(backup);
    const list = backup.prepare<[], { path: string; sha256: string }>("SELECT path, sha256 FROM backup_files");
    const read = backup.prepare<[string], { sha256: string; bytes: Buffer }>(
      "SELECT sha256, bytes FROM backup_files WHERE path = ?",
    );
    return {
      summary,
      listFiles: () => list.all(),
      readFile(name) {
        const file = read.get(name);
        if (!file || sha256Of(file.bytes) !== file.sha256) throw invalid(`${name} in it is damaged`);
        return file.bytes;
      },
      stripFiles: () => backup.exec("DROP TABLE backup_files; DROP TABLE backup; VACUUM"),
      close: () => backup.close(),
    };
  } catch (cause) {
    backup.close();
    if (cause instanceof AppError) throw cause;
    throw invalid("it holds no database in order", cause);
  }
}

/** The order matters: nothing is selected from a table before it is certain that it is one of ours. */
function check(backup: Connection): BackupSummary {
  backup.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  const schema = schemaOf(backup);
  if (schema > MIGRATIONS.length) {
    throw invalid(`it has schema ${schema}, this version knows ${MIGRATIONS.length}: update the program`);
  }
  if (JSON.stringify(tablesOf(backup)) !== JSON.stringify(expectedTables(schema))) {
    throw invalid("its tables are not those of a backup");
  }
  const found = backup.prepare<[], string>("PRAGMA integrity_check").pluck().get();
  if (found !== "ok") throw invalid(`it is damaged: ${found}`);
  const stated = backup.prepare<[], BackupSummary & { format: number }>("SELECT * FROM backup").get();
  if (!stated) throw invalid("it is not whole");
  const { format, ...summary } = stated;
  if (format !== FORMAT) throw invalid(`it has format ${format}, this version knows ${FORMAT}: update the program`);
  return summary;
}

function tablesOf(connection: Connection): unknown[] {
  return connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name").all();
}

function expectedTables(schema: number): unknown[] {
  const model = openFile(":memory:", 0);
  for (const step of [...MIGRATIONS.slice(0, schema), TABLES]) takeStep(model, step);
  const tables = tablesOf(model);
  model.close();
  return tables;
}

function schemaOf(connection: Connection): number {
  return connection.prepare<[], number>("PRAGMA user_version").pluck().get() ?? 0;
}

function countContents(connection: Connection): { articles: number; questions: number } {
  const count = (sql: string) => connection.prepare<[], number>(sql).pluck().get() ?? 0;
  const knowsAnswers = count("SELECT count(*) FROM sqlite_schema WHERE name = 'answers'") > 0;
  return {
    articles: count("SELECT count(*) FROM articles WHERE removed_at IS NULL"),
    questions: knowsAnswers ? count("SELECT count(*) FROM answers") : 0,
  };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError("BACKUP_INVALID", { message: `the backup cannot be used: ${why}; nothing was changed`, cause });
}
