import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EditionStore } from "../../core/edition-ports.js";
import type { ArticleStore, CorpusChange } from "../../core/ports.js";
import type { Article } from "../../core/types.js";
import { createSqliteArticleStore } from "./articles.js";
import { type Connection, openDatabase } from "./database.js";
import { createSqliteEditions } from "./editions.js";

let dataDir: string;
let connection: Connection;
let articles: ArticleStore;
let editions: EditionStore;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "store-"));
  connection = openDatabase(dataDir);
  articles = createSqliteArticleStore(connection);
  editions = createSqliteEditions(connection);
});
afterEach(() => {
  connection.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const revision = (id: string, number: number) => ({
  article: {
    id,
    revision: number,
    contentHash: `${id} ${number}`,
    source: `${id}.txt`,
    ordinal: 0,
    title: `${id} ${number}`,
    language: "zh",
    aliases: [],
    eventDates: [],
    text: "一。",
    sentences: [{ ordinal: 0, start: 0, end: 2, kind: "body", paragraph: 0 }],
  } satisfies Article,
  chunks: [
    { articleId: id, revision: number, firstSentence: 0, lastSentence: 0, start: 0, end: 2, hash: `${id}${number}` },
  ],
});
const changeOf = (write: CorpusChange["write"], remove: string[], files: Record<string, string>): CorpusChange => ({
  write,
  remove,
  files: Object.entries(files).map(([source, hash]) => ({ source, hash })),
});
function put(change: CorpusChange, from: string | undefined, to: string): void {
  articles.stage(change.write);
  editions.putInPlace(change, { from, to });
}
const titles = () => articles.listHeads().map(({ title }) => title);

const FIRST = changeOf([revision("a", 1), revision("b", 1)], [], { "a.txt": "1", "b.txt": "1" });
const SECOND = changeOf([revision("a", 2), revision("c", 1)], ["b"], { "a.txt": "2", "c.txt": "1" });

describe("editions", () => {
  it("brings back articles and files as they were when a generation was put in place, and forth again", () => {
    put(FIRST, undefined, "g1");
    const first = editions.current();
    put(SECOND, "g1", "g2");
    expect(titles()).toEqual(["a 2", "c 1"]);
    expect(editions.restore("g1")).toBe(true);
    expect(titles()).toEqual(["a 1", "b 1"]);
    expect(editions.current()).toEqual(first);
    expect(articles.listFiles()).toEqual(FIRST.files);
    expect(editions.restore("g2")).toBe(true);
    expect(titles()).toEqual(["a 2", "c 1"]);
    expect(articles.listFiles()).toEqual(SECOND.files);
  });

  it("knows of a generation from before there were editions what was current until the next", () => {
    put(FIRST, undefined, "g1");
    connection.exec("DELETE FROM editions");
    expect(editions.restore("g1")).toBe(false);
    put(SECOND, "g1", "g2");
    expect(editions.restore("g1")).toBe(true);
    expect(titles()).toEqual(["a 1", "b 1"]);
  });

  it("knows what was gone back from, until something else is put in place", () => {
    put(FIRST, undefined, "g1");
    put(SECOND, "g1", "g2");
    const second = editions.current();
    expect(editions.isGivenUp(() => second)).toBe(false);
    editions.restore("g1");
    expect(editions.isGivenUp(() => second)).toBe(true);
    expect(editions.isGivenUp(() => editions.current())).toBe(false);
    expect(editions.isGivenUp(() => ({ ...second, files: [] }))).toBe(false);
    // In whatever order its parts are told.
    const turned = { articles: second.articles.toReversed(), files: second.files.toReversed() };
    expect(editions.isGivenUp(() => turned)).toBe(true);
    put(changeOf([], [], { "a.txt": "1", "b.txt": "1", "d.txt": "1" }), "g1", "g3");
    expect(editions.isGivenUp(() => second)).toBe(false);
  });

  it("knows what was refused before it was ever in place", () => {
    put(FIRST, undefined, "g1");
    const refused = { articles: [["a", 2]] as const, files: [{ source: "a.txt", hash: "2" }] };
    editions.giveUp(refused);
    expect(editions.isGivenUp(() => refused)).toBe(true);
    expect(titles()).toEqual(["a 1", "b 1"]);
  });

  it("keeps a few, however often something is put in place", () => {
    put(FIRST, undefined, "g0");
    for (let i = 1; i < 20; i++)
      editions.putInPlace(changeOf([], [], { "a.txt": `${i}` }), { from: `g${i - 1}`, to: `g${i}` });
    expect(connection.prepare("SELECT count(*) AS n FROM editions").get()).toEqual({ n: 6 });
    expect(editions.restore("g18")).toBe(true);
    expect(editions.restore("g2")).toBe(false);
  });

  it("keeps the one to go back to, however much was refused and however often files changed", () => {
    put(FIRST, undefined, "g1");
    put(SECOND, "g1", "g2");
    for (let i = 0; i < 8; i++) editions.giveUp({ articles: [["a", 9]], files: [{ source: "a.txt", hash: `no${i}` }] });
    for (let i = 0; i < 8; i++) put(changeOf([], [], { "a.txt": `same ${i}`, "c.txt": "1" }), "g2", "g2");
    expect(editions.restore("g1")).toBe(true);
    expect(titles()).toEqual(["a 1", "b 1"]);
    // Gone back to, it is the one before of whatever comes next.
    put(changeOf([revision("d", 1)], [], { "a.txt": "1", "b.txt": "1", "d.txt": "1" }), "g1", "g3");
    for (let i = 0; i < 8; i++) put(changeOf([], [], { "a.txt": `again ${i}` }), "g3", "g3");
    expect(editions.restore("g1")).toBe(true);
    expect(titles()).toEqual(["a 1", "b 1"]);
  });

  it("changes nothing when it cannot be written", () => {
    put(FIRST, undefined, "g1");
    const before = editions.current();
    connection.exec("CREATE TRIGGER no BEFORE INSERT ON editions BEGIN SELECT RAISE(ABORT, 'no'); END");
    articles.stage(SECOND.write);
    expect(() => editions.putInPlace(SECOND, { from: "g1", to: "g2" })).toThrow("nothing was changed");
    expect(editions.current()).toEqual(before);
  });

  it("keeps of every change only what it changed, and forgets what nobody can go back to", () => {
    put(FIRST, undefined, "g0");
    for (let i = 1; i < 20; i++) put(changeOf([], [], { "a.txt": `${i}` }), `g${i - 1}`, `g${i}`);
    const states = connection.prepare("SELECT undo FROM edition_states ORDER BY number").pluck().all() as string[];
    expect(states).toHaveLength(6);
    expect(JSON.parse(states.at(-1) ?? "")).toEqual({ articles: [], files: [["a.txt", "18"]] });
  });

  it("goes back and forth over refused ones and others gone back from", () => {
    put(FIRST, undefined, "g1");
    editions.giveUp({ articles: [["a", 7]], files: [] });
    put(SECOND, "g1", "g2");
    const second = editions.current();
    expect(editions.restore("g1")).toBe(true);
    editions.giveUp({ articles: [], files: [] });
    expect(titles()).toEqual(["a 1", "b 1"]);
    expect(editions.isGivenUp(() => ({ articles: [], files: [] }))).toBe(true);
    expect(editions.isGivenUp(() => second)).toBe(true);
    expect(editions.restore("g2")).toBe(true);
    expect(editions.current()).toEqual(second);
    expect(editions.restore("g1")).toBe(true);
    expect(articles.listFiles()).toEqual(FIRST.files);
  });
});
