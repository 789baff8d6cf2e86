import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileStamps } from "./file-stamps.js";
import { readCorpus } from "./read-corpus.js";

let dir: string;
let path: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "stamps-"));
  path = join(dir, "a.txt");
  writeFileSync(path, "食堂开张");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** As `stat` would say of a file that nobody has written to for a while. */
const settled = () => Object.assign(statSync(path), { ctimeMs: statSync(path).ctimeMs - 60_000 });

describe("createFileStamps", () => {
  it("knows nothing at first, nor of a file that was written just before", async () => {
    const stamps = createFileStamps();
    expect(await stamps.findUntouched([path])).toEqual(new Map());
    stamps.remember(path, statSync(path), "hash");
    expect(await stamps.findUntouched([path])).toEqual(new Map());
  });

  it("finds a change although size and time of writing are as before, and a file that is gone", async () => {
    const stamps = createFileStamps();
    const { atime, mtime } = statSync(path);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    stamps.remember(path, statSync(path), "hash");
    expect(await stamps.findUntouched([path])).toEqual(new Map([[path, "hash"]]));
    writeFileSync(path, "书店开张");
    utimesSync(path, atime, mtime);
    expect(await stamps.findUntouched([path])).toEqual(new Map());
    stamps.remember(path, settled(), "hash");
    rmSync(path);
    expect(await stamps.findUntouched([path])).toEqual(new Map());
  });
});

describe("readCorpus with stamps", () => {
  it("reads a file again that changed since, and one that the store knows otherwise", async () => {
    const hashes = new Map<string, string>();
    const stamps = {
      findUntouched: async () => new Map(hashes),
      remember: (file: string, _: unknown, hash: string) => void hashes.set(file, hash),
    };
    const first = await readCorpus(dir, [], () => {}, { stamps });
    expect(first.changed).toHaveLength(1);
    writeFileSync(join(dir, "b.txt"), "书店开张");
    const second = await readCorpus(dir, first.files, () => {}, { stamps });
    expect(second.changed.map(({ source }) => source)).toEqual(["b.txt"]);
    expect(second.files.map(({ source }) => source)).toEqual(["a.txt", "b.txt"]);
    expect(second.kept).toEqual(new Set(["a.txt"]));
    const forgotten = await readCorpus(dir, [{ source: "a.txt", hash: "another" }], () => {}, { stamps });
    expect(forgotten.changed).toHaveLength(2);
  });
});
