import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { RemovedArticle } from "../core/admin-ports.js";
import type { Publication } from "../core/intake-ports.js";
import type { ArticleHead } from "../core/types.js";
import { putIntoCorpus } from "./put-into-corpus.js";

let corpusDir: string;
let removed: RemovedArticle[];
beforeEach(() => {
  corpusDir = mkdtempSync(join(tmpdir(), "put-"));
  removed = [];
});
afterEach(() => rmSync(corpusDir, { recursive: true, force: true }));

const bytes = new TextEncoder().encode("标题\n\n正文。\n");
const publication = (changes: Partial<Publication> = {}): Publication => ({
  id: "k9",
  at: Date.UTC(2026, 10, 25),
  admin: 1,
  file: { name: "../../报道.TXT", bytes },
  articles: [{ title: "../茶园: 启动!", paragraphs: [{ text: "正文。", kind: "body" }] }],
  isEdited: false,
  replaces: [],
  ...changes,
});
const head = (id: string, source: string): ArticleHead => ({
  id,
  revision: 1,
  contentHash: "",
  source,
  ordinal: 0,
  title: id,
  language: "zh",
  aliases: [],
  eventDates: [],
});
const put = (given: Publication, heads: ArticleHead[] = []) =>
  putIntoCorpus(given, {
    corpusDir,
    articles: { listHeads: () => heads },
    removals: { add: (removal) => removed.push(removal) > 0 },
  });
const text = (source: string) => readFileSync(join(corpusDir, source), "utf8");
const write = (source: string) => {
  mkdirSync(join(corpusDir, "added"), { recursive: true });
  writeFileSync(join(corpusDir, source), "旧");
};

it("writes a file as it came under a name of ours, and twice is the same as once", async () => {
  const first = await put(publication());
  expect(first).toEqual(["added/2026-11-25-茶园-启动-k9.txt"]);
  expect(await put(publication())).toEqual(first);
  expect(readdirSync(join(corpusDir, "added"))).toEqual(["2026-11-25-茶园-启动-k9.txt"]);
  expect(text(first[0] ?? "")).toBe("标题\n\n正文。\n");
});

it("lets several be published at once", async () => {
  const texts = Array.from({ length: 8 }, (_, i) => `标题${i}\n\n${"正文。".repeat(20_000 * (i + 1))}`);
  const sources = await Promise.all(
    texts.map((words, i) =>
      put(publication({ id: `k${i}`, file: { name: "a.txt", bytes: new TextEncoder().encode(words) } })),
    ),
  );
  expect(sources.map(([source = ""]) => text(source))).toEqual(texts);
  expect(readdirSync(join(corpusDir, "added"))).toHaveLength(texts.length);
});

it.each([
  ["edited", { isEdited: true }],
  ["from an address", { file: { name: "a.html", bytes, url: "https://a.cn" } }],
  [
    "without a headline",
    { articles: [{ title: "茶园启动", isUntitled: true, paragraphs: [{ text: "正文。", kind: "body" as const }] }] },
  ],
  ["of a kind that is not read", { file: { name: "a", bytes } }],
])("writes Markdown when it is %s", async (_, changes) => {
  const [source = ""] = await put(publication(changes));
  expect(source).toMatch(/^added\/2026-11-25-茶园-?启动-k9\.md$/u);
  expect(text(source)).toMatch(/^---\ntitle: .+\n---\n\n正文。\n$/u);
});

it("writes each of several articles, also of one title or of none", async () => {
  const paragraphs = [{ text: "正文。", kind: "body" as const }];
  const articles = [
    { title: "同题", paragraphs },
    { title: "同题", paragraphs },
    { title: "…", paragraphs },
  ];
  expect(await put(publication({ isEdited: true, articles }))).toEqual([
    "added/2026-11-25-同题-k9-1.md",
    "added/2026-11-25-同题-k9-2.md",
    "added/2026-11-25-k9-3.md",
  ]);
});

it("puts a new version of what was added in its place, so that it is a revision of the same article", async () => {
  write("added/old.txt");
  expect(await put(publication({ replaces: ["a"] }), [head("a", "added/old.txt")])).toEqual(["added/old.txt"]);
  expect([text("added/old.txt"), removed]).toEqual(["标题\n\n正文。\n", []]);
});

it("takes a file of another kind away, and touches no file that was not added from a chat or holds other articles", async () => {
  for (const source of ["added/old.pdf", "added/two.txt", "own.txt"]) write(source);
  const heads = [
    head("a", "added/old.pdf"),
    head("b", "added/two.txt"),
    head("c", "added/two.txt"),
    head("d", "own.txt"),
  ];
  expect(await put(publication({ replaces: ["a", "b", "d", "x"] }), heads)).toEqual([
    "added/2026-11-25-茶园-启动-k9.txt",
  ]);
  expect(["added/old.pdf", "added/two.txt", "own.txt"].map((source) => existsSync(join(corpusDir, source)))).toEqual([
    false,
    true,
    true,
  ]);
  expect(removed.map(({ articleId }) => articleId)).toEqual(["b", "d"]);
});

it("says it in one error when the folder cannot be written", async () => {
  writeFileSync(join(corpusDir, "added"), "a file");
  await expect(put(publication())).rejects.toMatchObject({ code: "STORE_FAILED" });
});
