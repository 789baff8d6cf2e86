/** Made-up variants of the shipped articles against a real store. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleDraft } from "../core/types.js";
import { createSyntheticArticles } from "../eval/synthetic.js";
import { createSqliteArticleStore } from "../store/sqlite/articles.js";
import { type Connection, openDatabase } from "../store/sqlite/database.js";
import { createSqliteEditions } from "../store/sqlite/editions.js";
import { findDuplicates } from "./duplicates.js";
import { planChange } from "./plan.js";
import { readArticles } from "./read-file.js";
import { shinglesOf } from "./shingles.js";

const PAGE = "page.txt";
const shipped = readArticles(readFileSync(new URL("../../corpus/000_d37ea6d2383917c8.txt", import.meta.url)), PAGE);
const [first, second] = shipped.drafts as [ArticleDraft, ArticleDraft];
const sentencesOf = ({ text, sentences }: ArticleDraft) => sentences.map(({ start, end }) => text.slice(start, end));

let dir: string;
let connection: Connection;
let store: ReturnType<typeof createSqliteArticleStore>;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "duplicates-"));
  connection = openDatabase(dir);
  store = createSqliteArticleStore(connection);
  const made = createSyntheticArticles(797, 1).map(({ title, text }, i) => {
    const source = `${i}.md`;
    return { source, ...readArticles(new TextEncoder().encode(`# ${title}\n\n${text}`), source) };
  });
  const changed = [{ source: PAGE, ...shipped }, ...made];
  const { change } = await planChange({ changed, kept: new Set(), files: [], problems: [] }, store);
  store.stage(change.write);
  createSqliteEditions(connection).putInPlace(change, { from: undefined, to: "g" });
});
afterAll(() => {
  connection.close();
  rmSync(dir, { recursive: true, force: true });
});

const variant = (change: Partial<ArticleDraft>, of = first): ArticleDraft => ({ ...of, source: "new.txt", ...change });
const kindsOf = async (draft: ArticleDraft) =>
  (await findDuplicates([draft], store)).map(({ kind, title }) => [kind, title]);

describe("findDuplicates", () => {
  it("knows the same article again, whatever its file, its punctuation and its characters", async () => {
    expect(await kindsOf(variant({}))).toEqual([["exact", first.title]]);
    const other = first.text
      .replaceAll("乡", "鄉")
      .replaceAll("发", "發")
      .replaceAll(",", "，")
      .replaceAll("\n", "\n\n");
    expect(await kindsOf(variant({ title: "别的标题", text: other }))).toEqual([["exact", first.title]]);
  });

  it("takes a corrected text under the same or nearly the same title for a new version", async () => {
    const text = first.text.replace("339名", "340名").replace("500万元", "600万元");
    expect(await kindsOf(variant({ text }))).toEqual([["newVersion", first.title]]);
    expect(await kindsOf(variant({ text, title: `${first.title}(更新)` }))).toEqual([["newVersion", first.title]]);
    expect(await kindsOf(variant({ source: PAGE, text: "这一篇重新写过了,和原来的文字没有任何相同的地方。" }))).toEqual(
      [["newVersion", first.title]],
    );
  });

  it.each([
    [
      "every fifth sentence new",
      sentencesOf(first)
        .map((one, i) => (i % 5 === 0 ? "这一句是另外写的。" : one))
        .join(""),
    ],
    [
      "every other sentence left out",
      sentencesOf(first)
        .filter((_, i) => i % 2 === 0)
        .join(""),
    ],
    ["every tenth character another", Array.from(first.text, (c, i) => (i % 10 === 0 ? "某" : c)).join("")],
    ["its sentences the other way round", sentencesOf(first).toReversed().join("")],
  ])("takes a text for nearly the same with %s", async (_, text) => {
    expect(await kindsOf(variant({ title: "另一家媒体的标题", text }))).toEqual([["nearText", first.title]]);
  });

  it.each([
    [
      "another article",
      variant({
        title: "新闻",
        text: "今天的图书馆里来了很多小朋友,他们在这里听故事、画画、做游戏,十分开心。".repeat(3),
      }),
    ],
    [
      "one that quotes a paragraph",
      variant({ title: "综述", text: `${second.text}${first.text.split("\n")[2] ?? ""}`.slice(600) }, second),
    ],
    [
      "the same title over another text",
      variant({ text: "本期简讯介绍三件新鲜事,都和去年的项目没有关系,文字也完全不同。".repeat(4) }),
    ],
    ["an empty text", variant({ title: "空", text: "" })],
  ])("leaves %s alone", async (name, draft) => {
    expect(
      (await kindsOf(draft)).filter(([, title]) => name !== "one that quotes a paragraph" || title === first.title),
    ).toEqual([]);
  });

  it("answers for each draft of a page, the likeliest first", async () => {
    const found = await findDuplicates([variant({ title: "一" }, second), variant({ title: "二" })], store);
    expect(found.map(({ draft, title, overlap }) => [draft, title, overlap])).toEqual([
      [0, second.title, 1],
      [1, first.title, 1],
    ]);
  });

  it("lets others have their turn", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    await findDuplicates(shipped.drafts, store);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(2);
  });

  it("finds the three articles of a page among 2,500", async () => {
    expect(await findDuplicates(shipped.drafts, store)).toHaveLength(3);
  });
});

describe("shinglesOf", () => {
  it("is the same for texts that fold to the same, and counts letters and digits only", () => {
    expect(shinglesOf("青龍縣, 三百戶 abc")).toEqual(shinglesOf("青龙县三百户ＡＢＣ"));
    expect(shinglesOf("一二三四")).toHaveLength(0);
    expect(shinglesOf("一二三四五六")).toHaveLength(2);
  });

  it("hashes a run alike wherever it stands", () => {
    expect(shinglesOf("前面有字一二三四五").at(-1)).toBe(shinglesOf("一二三四五")[0]);
  });
});
