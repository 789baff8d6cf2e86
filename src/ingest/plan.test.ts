import { describe, expect, it } from "vitest";
import type { FileRecord } from "../core/ports.js";
import type { Article, ArticleDraft, StoredChunk } from "../core/types.js";
import { splitIntoChunks } from "./chunk.js";
import { createDraft } from "./draft.js";
import { identify, type PlanStore, planChange } from "./plan.js";
import type { CorpusReading } from "./read-corpus.js";

const draftOf = (source: string, title: string, text: string, ordinal = 0): ArticleDraft =>
  createDraft({ source, ordinal, title }, [{ text, kind: "body" }]);

/** A store that holds what earlier plans wrote, without a database. */
function createStore(): PlanStore & {
  removals: Set<string>;
  apply(plan: Awaited<ReturnType<typeof planChange>>): void;
} {
  const current = new Map<string, { article: Article; chunks: StoredChunk[] }>();
  const last = new Map<string, number>();
  const stored = new Map<string, number>();
  const removals = new Set<string>();
  let files: readonly FileRecord[] = [];
  let nextId = 1;
  return {
    countArticles: () => current.size,
    listCurrent: () => [...current.values()].map(({ article }) => article),
    getRevision: (id) => current.get(id)?.article,
    listFiles: () => files,
    listChunksOf: (id) => current.get(id)?.chunks ?? [],
    removals,
    listRemovals: () => removals,
    currentRevision: (id) => current.get(id)?.article.revision,
    lastRevision: (id) => last.get(id),
    revisionWith: (id, contentHash) => stored.get(`${id} ${contentHash}`),
    apply({ change }) {
      for (const { article, chunks } of change.write) {
        current.set(article.id, { article, chunks: chunks.map((chunk) => ({ ...chunk, id: nextId++ })) });
        last.set(article.id, Math.max(article.revision, last.get(article.id) ?? 0));
        stored.set(`${article.id} ${article.contentHash}`, article.revision);
      }
      for (const id of change.remove) current.delete(id);
      files = change.files;
    },
  };
}

/** The reading of files that all have changed, and of sources that are kept. */
const readingOf = (drafts: ArticleDraft[], kept: string[] = []): CorpusReading => {
  const sources = [...new Set(drafts.map(({ source }) => source))];
  const changed = sources.map((source) => ({
    source,
    drafts: drafts.filter((draft) => draft.source === source),
    joins: [{ before: "主要产业,产", after: "量大" }],
    warnings: [],
  }));
  const files = [...sources, ...kept].map((source) => ({ source, hash: `hash of ${source}` }));
  return { changed, kept: new Set(kept), files, problems: [] };
};

describe("planChange", () => {
  it("adds what is new, with chunks and its first revision", async () => {
    const plan = await planChange(readingOf([draftOf("a.txt", "甲", "主要产业,产量大。")]), createStore());
    const [written] = plan.change.write;
    expect(written?.article).toMatchObject({
      title: "甲",
      revision: 1,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(written?.article.id).toMatch(/^[0-9a-f]{16}$/);
    expect(written?.chunks).toEqual(written && splitIntoChunks(written.article));
    expect(plan).toMatchObject({ unchanged: 0, isEmpty: false, change: { remove: [] } });
    expect(plan.entries).toEqual([
      {
        change: "added",
        articleId: written?.article.id,
        title: "甲",
        source: "a.txt",
        joins: [{ before: "主要产业,产", after: "量大" }],
      },
    ]);
  });

  it("finds nothing to do when the same is read again", async () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。")]);
    store.apply(await planChange(reading, store));
    expect(await planChange(reading, store)).toMatchObject({ entries: [], unchanged: 2, isEmpty: true });
  });

  it("gives a changed article the next revision and keeps its id and its standing chunks", async () => {
    const store = createStore();
    const text = Array.from({ length: 20 }, (_, i) => `${i}${"字".repeat(60)}。`).join("");
    store.apply(await planChange(readingOf([draftOf("a.txt", "甲", text)]), store));
    const [before] = store.listCurrent();
    const plan = await planChange(readingOf([draftOf("a.txt", "甲", text.replace("19字", "19个字"))]), store);
    expect(plan.entries.map(({ change }) => change)).toEqual(["updated"]);
    expect(plan.change.write[0]?.article).toMatchObject({ id: before?.id, revision: 2 });
    const known = new Set(store.listChunksOf(before?.id ?? "").map(({ hash }) => hash));
    expect(plan.change.write[0]?.chunks.filter(({ hash }) => !known.has(hash))).toHaveLength(1);
  });

  it.each([
    ["text", (draft: ArticleDraft) => ({ ...draft, text: "二。" })],
    ["author", (draft: ArticleDraft) => ({ ...draft, author: "张三" })],
    ["sentence boundary", (draft: ArticleDraft) => ({ ...draft, sentences: [] })],
    ["alias", (draft: ArticleDraft) => ({ ...draft, aliases: ["别名"] })],
  ])("takes a change of the %s for a change of the article", async (_, change) => {
    const store = createStore();
    const draft = draftOf("a.txt", "甲", "一。");
    store.apply(await planChange(readingOf([draft]), store));
    expect((await planChange(readingOf([change(draft)]), store)).entries).toMatchObject([{ change: "updated" }]);
  });

  it("takes another place in the file for no change", async () => {
    const store = createStore();
    store.apply(await planChange(readingOf([draftOf("a.txt", "甲", "一。", 0)]), store));
    const plan = await planChange(
      readingOf([draftOf("a.txt", "新", "零。", 0), draftOf("a.txt", "甲", "一。", 1)]),
      store,
    );
    expect(plan.entries.map(({ change, title }) => [change, title])).toEqual([["added", "新"]]);
  });

  it("removes the articles of a file that is gone or no longer holds them", async () => {
    const store = createStore();
    store.apply(
      await planChange(
        readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。"), draftOf("b.txt", "丙", "三。", 1)]),
        store,
      ),
    );
    const plan = await planChange(readingOf([draftOf("b.txt", "丙", "三。")]), store);
    expect(plan.entries.map(({ change, title }) => [change, title])).toEqual([
      ["removed", "甲"],
      ["removed", "乙"],
    ]);
    expect(plan.change.remove).toHaveLength(2);
    expect(plan.unchanged).toBe(1);
  });

  it("leaves the articles of a kept file alone", async () => {
    const store = createStore();
    store.apply(await planChange(readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。")]), store));
    expect(await planChange(readingOf([], ["a.txt", "b.txt"]), store)).toMatchObject({
      entries: [],
      unchanged: 2,
      isEmpty: true,
    });
  });

  it("takes out what an admin removed although its file is there, and takes it back as it was", async () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。"), draftOf("a.txt", "乙", "二。", 1)]);
    const first = await planChange(reading, store);
    store.apply(first);
    const [one, other] = first.change.write.map(({ article }) => article.id);
    store.removals.add(one ?? "");
    const unchanged = { ...readingOf([], ["a.txt"]), files: reading.files };
    const plan = await planChange(unchanged, store);
    expect(plan.change).toMatchObject({ write: [], remove: [one] });
    expect(plan).toMatchObject({ unchanged: 1, isEmpty: false });
    store.apply(plan);

    // The file is read in every run from now on, since its hash is not the one that is known.
    expect(store.listFiles()[0]?.hash).not.toBe(reading.files[0]?.hash);
    expect(await planChange(reading, store)).toMatchObject({ entries: [], isEmpty: true });
    store.removals.clear();
    const back = await planChange(reading, store);
    expect(back.entries).toMatchObject([{ change: "added", articleId: one }]);
    expect(back.change.write.map(({ article }) => article.revision)).toEqual([1]);
    store.apply(back);
    expect(new Set(store.listCurrent().map(({ id }) => id))).toEqual(new Set([one, other]));
    expect(store.listFiles()).toEqual(reading.files);
  });

  it("gives content that was there before its own revision again, and new content the next number", async () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。")]);
    store.apply(await planChange(reading, store));
    store.apply(await planChange(readingOf([]), store));
    const plan = await planChange(reading, store);
    expect(plan.entries).toMatchObject([{ change: "added" }]);
    expect(plan.change.write[0]?.article.revision).toBe(1);
    const other = await planChange(readingOf([draftOf("a.txt", "甲", "二。")]), store);
    expect(other.change.write[0]?.article.revision).toBe(2);
  });

  it("is not empty when only the list of files changed", async () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。")]);
    store.apply(await planChange(reading, store));
    const plan = await planChange({ ...reading, files: [{ source: "a.txt", hash: "other" }] }, store);
    expect(plan).toMatchObject({ entries: [], unchanged: 1, isEmpty: false });
  });
});

describe("identify", () => {
  it("tells articles of one title in one file apart by their order", async () => {
    const [first, second, third] = identify([
      draftOf("a.txt", "简讯", "一。"),
      draftOf("a.txt", "简讯", "二。"),
      draftOf("a.txt", "其他", "三。"),
    ]);
    expect(second?.id).toBe(`${first?.id}-2`);
    expect(third?.id).not.toContain("-");
  });

  it("gives the same title in another file another id", async () => {
    const [a] = identify([draftOf("a.txt", "简讯", "一。")]);
    const [b] = identify([draftOf("b.txt", "简讯", "一。")]);
    expect(a?.id).not.toBe(b?.id);
  });
});
