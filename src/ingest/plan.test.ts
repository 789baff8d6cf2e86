import { describe, expect, it } from "vitest";
import type { Article, ArticleDraft, StoredChunk } from "../core/types.js";
import { splitIntoChunks } from "./chunk.js";
import { createDraft } from "./draft.js";
import { identify, type PlanStore, planChange } from "./plan.js";
import type { CorpusReading } from "./read-corpus.js";

const draftOf = (source: string, title: string, text: string, ordinal = 0): ArticleDraft =>
  createDraft({ source, ordinal, title }, [{ text, kind: "body" }]);

/** A store that holds what earlier plans wrote, without a database. */
function createStore(): PlanStore & { apply(plan: ReturnType<typeof planChange>): void } {
  const current = new Map<string, { article: Article; chunks: StoredChunk[] }>();
  const last = new Map<string, number>();
  let files: CorpusReading["files"] = [];
  let nextId = 1;
  return {
    countArticles: () => current.size,
    listHeads: () => [...current.values()].map(({ article }) => article),
    getRevision: (id) => current.get(id)?.article,
    listFiles: () => files,
    listChunksOf: (id) => current.get(id)?.chunks ?? [],
    lastRevision: (id) => last.get(id),
    apply({ change }) {
      for (const { article, chunks } of change.write) {
        current.set(article.id, { article, chunks: chunks.map((chunk) => ({ ...chunk, id: nextId++ })) });
        last.set(article.id, article.revision);
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
  it("adds what is new, with chunks and its first revision", () => {
    const plan = planChange(readingOf([draftOf("a.txt", "甲", "主要产业,产量大。")]), createStore());
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

  it("finds nothing to do when the same is read again", () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。")]);
    store.apply(planChange(reading, store));
    expect(planChange(reading, store)).toMatchObject({ entries: [], unchanged: 2, isEmpty: true });
  });

  it("gives a changed article the next revision and keeps its id and its standing chunks", () => {
    const store = createStore();
    const text = Array.from({ length: 20 }, (_, i) => `${i}${"字".repeat(60)}。`).join("");
    store.apply(planChange(readingOf([draftOf("a.txt", "甲", text)]), store));
    const [before] = store.listHeads();
    const plan = planChange(readingOf([draftOf("a.txt", "甲", text.replace("19字", "19个字"))]), store);
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
  ])("takes a change of the %s for a change of the article", (_, change) => {
    const store = createStore();
    const draft = draftOf("a.txt", "甲", "一。");
    store.apply(planChange(readingOf([draft]), store));
    expect(planChange(readingOf([change(draft)]), store).entries).toMatchObject([{ change: "updated" }]);
  });

  it("takes another place in the file for no change", () => {
    const store = createStore();
    store.apply(planChange(readingOf([draftOf("a.txt", "甲", "一。", 0)]), store));
    const plan = planChange(readingOf([draftOf("a.txt", "新", "零。", 0), draftOf("a.txt", "甲", "一。", 1)]), store);
    expect(plan.entries.map(({ change, title }) => [change, title])).toEqual([["added", "新"]]);
  });

  it("removes the articles of a file that is gone or no longer holds them", () => {
    const store = createStore();
    store.apply(
      planChange(
        readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。"), draftOf("b.txt", "丙", "三。", 1)]),
        store,
      ),
    );
    const plan = planChange(readingOf([draftOf("b.txt", "丙", "三。")]), store);
    expect(plan.entries.map(({ change, title }) => [change, title])).toEqual([
      ["removed", "甲"],
      ["removed", "乙"],
    ]);
    expect(plan.change.remove).toHaveLength(2);
    expect(plan.unchanged).toBe(1);
  });

  it("leaves the articles of a kept file alone", () => {
    const store = createStore();
    store.apply(planChange(readingOf([draftOf("a.txt", "甲", "一。"), draftOf("b.txt", "乙", "二。")]), store));
    expect(planChange(readingOf([], ["a.txt", "b.txt"]), store)).toMatchObject({
      entries: [],
      unchanged: 2,
      isEmpty: true,
    });
  });

  it("goes on counting revisions when a removed article is back", () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。")]);
    store.apply(planChange(reading, store));
    store.apply(planChange(readingOf([]), store));
    const plan = planChange(reading, store);
    expect(plan.entries).toMatchObject([{ change: "added" }]);
    expect(plan.change.write[0]?.article.revision).toBe(2);
  });

  it("is not empty when only the list of files changed", () => {
    const store = createStore();
    const reading = readingOf([draftOf("a.txt", "甲", "一。")]);
    store.apply(planChange(reading, store));
    const plan = planChange({ ...reading, files: [{ source: "a.txt", hash: "other" }] }, store);
    expect(plan).toMatchObject({ entries: [], unchanged: 1, isEmpty: false });
  });
});

describe("identify", () => {
  it("tells articles of one title in one file apart by their order", () => {
    const [first, second, third] = identify([
      draftOf("a.txt", "简讯", "一。"),
      draftOf("a.txt", "简讯", "二。"),
      draftOf("a.txt", "其他", "三。"),
    ]);
    expect(second?.id).toBe(`${first?.id}-2`);
    expect(third?.id).not.toContain("-");
  });

  it("gives the same title in another file another id", () => {
    const [a] = identify([draftOf("a.txt", "简讯", "一。")]);
    const [b] = identify([draftOf("b.txt", "简讯", "一。")]);
    expect(a?.id).not.toBe(b?.id);
  });
});
