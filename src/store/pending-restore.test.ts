import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { BackedUpFolders } from "./backed-up-folders.js";
import { beginRestore, carryOut, finishRestore, type PendingRestore } from "./pending-restore.js";
import { createIngestLock } from "./sqlite/ingest-lock.js";

let dir: string;
let folders: BackedUpFolders;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pending-"));
  folders = { dataDir: join(dir, "data"), corpusDir: join(dir, "corpus") };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const report = { at: 1, articles: 2, questions: 0, files: 3, movedTo: [] };
const restore: PendingRestore = {
  report,
  aside: [
    { in: "dataDir", from: "db", to: ".before/db" },
    { in: "corpusDir", from: "a.md", to: ".before/a.md" },
    { in: "corpusDir", from: "2023", to: ".before/2023" },
  ],
  inPlace: [
    { in: "corpusDir", from: ".new/a.md", to: "a.md" },
    { in: "corpusDir", from: ".new/2023/b.md", to: "2023/b.md" },
    { in: "corpusDir", from: ".new/c.md", to: "c.md" },
    { in: "dataDir", from: ".new/db", to: "db" },
  ],
};

/** What was there says "old", what is restored "new". */
function prepare(): void {
  rmSync(dir, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const path of ["data/db", "corpus/a.md", "corpus/2023/b.md", "corpus/2023/d.md"]) write(path, "old");
  for (const path of ["data/.new/db", "corpus/.new/a.md", "corpus/.new/2023/b.md", "corpus/.new/c.md"])
    write(path, "new");
}
const read = (path: string) => readFileSync(join(dir, path), "utf8");

function expectRestored(): void {
  for (const path of ["data/db", "corpus/a.md", "corpus/2023/b.md", "corpus/c.md"])
    expect([path, read(path)]).toEqual([path, "new"]);
  for (const path of ["data/.before/db", "corpus/.before/a.md", "corpus/.before/2023/b.md", "corpus/.before/2023/d.md"])
    expect([path, read(path)]).toEqual([path, "old"]);
  expect(existsSync(join(dir, "corpus/2023/d.md"))).toBe(false);
  expect(readdirSync(folders.dataDir).filter((name) => name.endsWith(".json"))).toEqual([]);
}

it("has nothing to do when no restore was begun", () => {
  prepare();
  expect(carryOut(folders)).toBeUndefined();
  expect(finishRestore(folders)).toBeUndefined();
  expect(read("data/db")).toBe("old");
});

it("is finished by the next one, after whichever move it was killed, and however often", () => {
  const moves = restore.aside.length + restore.inPlace.length;
  for (let first = 1; first <= moves; first++) {
    for (let second = 1; second <= moves + 1 - first; second++) {
      prepare();
      beginRestore(folders, restore);
      for (const after of [first, second]) {
        let left = after;
        const killed = () => {
          if (--left === 0) throw new Error("killed");
        };
        if (existsSync(join(folders.dataDir, "restore-under-way.json"))) {
          try {
            carryOut(folders, killed);
          } catch {}
        }
      }
      if (first + second <= moves) expect(finishRestore(folders)).toEqual(report);
      else finishRestore(folders);
      expectRestored();
      expect(finishRestore(folders)).toBeUndefined();
    }
  }
});

it("is not touched while another process is at it", () => {
  prepare();
  beginRestore(folders, restore);
  const release = createIngestLock(folders.dataDir).acquire();
  expect(() => finishRestore(folders, 0)).toThrow(expect.objectContaining({ code: "INDEX_BUSY" }));
  expect(read("data/db")).toBe("old");
  release();
  expect(finishRestore(folders)).toEqual(report);
  expectRestored();
});
