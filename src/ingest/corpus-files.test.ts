import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCorpusFiles } from "./corpus-files.js";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "corpus-"));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});
const put = (path: string) => {
  mkdirSync(join(dir, path, ".."), { recursive: true });
  writeFileSync(join(dir, path), "正文。");
};
const sources = async () => (await listCorpusFiles(dir)).files.map(({ source }) => source);

describe("listCorpusFiles", () => {
  it("lists texts and Markdown at any depth in one order, and nothing else", async () => {
    for (const path of ["b.txt", "a.md", "2023/三月/新闻.TXT", "a.pdf", "golden.jsonl", "aliases.yaml", "注.txt.bak"])
      put(path);
    expect(await sources()).toEqual(["2023/三月/新闻.TXT", "a.md", "b.txt"]);
  });

  it("leaves out what is hidden and what explains the folder", async () => {
    for (const path of [".a.txt", ".git/b.txt", "README.md", "sub/readme.md", "sub/c.txt"]) put(path);
    expect(await sources()).toEqual(["sub/c.txt"]);
  });

  it("names a file alike on every system", async () => {
    put("cafe\u0301.txt");
    expect(await sources()).toEqual(["caf\u00e9.txt"]);
  });

  it("follows links, each folder once, and never in a circle", async () => {
    put("real/a.txt");
    symlinkSync(dir, join(dir, "real", "up"));
    symlinkSync(join(dir, "real"), join(dir, "zalias"));
    symlinkSync(join(dir, "real", "a.txt"), join(dir, "b.txt"));
    expect(await sources()).toEqual(["b.txt", "real/a.txt"]);
  });

  it("lists a link that leads nowhere, so that its loss can be reported", async () => {
    symlinkSync(join(dir, "gone.txt"), join(dir, "a.txt"));
    expect(await sources()).toEqual(["a.txt"]);
  });

  it("takes a folder that is named like a text for a folder", async () => {
    put("a.txt/b.txt");
    expect(await sources()).toEqual(["a.txt/b.txt"]);
  });

  it("gives an empty list for an empty folder", async () => {
    expect(await listCorpusFiles(dir)).toEqual({ files: [], unreadable: [] });
  });

  it.each(["missing", "file.txt"])("says which variable is wrong when the folder is %s", async (name) => {
    writeFileSync(join(dir, "file.txt"), "x");
    await expect(listCorpusFiles(join(dir, name))).rejects.toMatchObject({
      code: "CORPUS_UNREADABLE",
      message: expect.stringContaining("CORPUS_DIR"),
    });
  });
});
