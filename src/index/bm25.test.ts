import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripQuestionWords } from "../text/question-words.js";
import { indexTerms } from "../text/tokens.js";
import { createBm25 } from "./bm25.js";
import { createBm25Builder } from "./bm25-build.js";
import { openBm25Segment } from "./bm25-segment.js";
import { type Bm25Settings, DEFAULT_BM25, isUnit, weightOf } from "./bm25-settings.js";

interface Doc {
  id: number;
  title: string;
  text: string;
}

function build(docs: readonly Doc[], settings?: Partial<Bm25Settings>) {
  const builder = createBm25Builder(settings);
  for (const doc of docs) builder.add(doc.id, doc.title, doc.text);
  return builder.finish();
}

const open = (docs: readonly Doc[], settings?: Partial<Bm25Settings>) =>
  createBm25([openBm25Segment(build(docs, settings).buffer)]);

/** The same scores by the book: every chunk and every window, no index. */
function scoreByTheBook(docs: readonly Doc[], question: string): Map<number, number> {
  const { k1, b, titleWeight, nearWindow, nearFloor } = DEFAULT_BM25;
  const read = docs.map((doc) => ({ ...doc, terms: indexTerms(doc.text), titleTerms: indexTerms(doc.title) }));
  const average = Math.max(1, read.reduce((sum, doc) => sum + doc.terms.filter(isUnit).length, 0) / docs.length);
  const count = (terms: readonly string[], term: string) => terms.filter((other) => other === term).length;
  const worthOf = (term: string) => {
    const frequency = read.filter((doc) => doc.terms.includes(term) || doc.titleTerms.includes(term)).length;
    const idf = Math.log(1 + (docs.length - frequency + 0.5) / (frequency + 0.5));
    return frequency === 0 ? 0 : idf * weightOf(term, DEFAULT_BM25);
  };
  const asked = (text: string) => [...new Set(indexTerms(text))].filter((term) => worthOf(term) > 0);
  const stripped = asked(stripQuestionWords(question));
  const terms = stripped.length > 0 ? stripped : asked(question);
  const near = terms.filter((term) => isUnit(term) || Array.from(term).length === 2);
  const whole = near.reduce((sum, term) => sum + worthOf(term), 0);
  const scores = new Map<number, number>();
  for (const doc of read) {
    const units = doc.terms.filter(isUnit);
    const titleUnits = doc.titleTerms.filter(isUnit);
    const titlePairs = new Set(titleUnits.map((unit, i) => (titleUnits[i - 1] ?? "") + unit));
    let bm25 = 0;
    for (const term of terms) {
      const norm = 1 - b + (b * units.length) / average;
      const tf = count(doc.terms, term) / norm + titleWeight * count(doc.titleTerms, term);
      bm25 += (worthOf(term) * (k1 + 1) * tf) / (k1 + tf);
    }
    let best = 0;
    for (let start = 0; start < Math.max(1, units.length); start++) {
      const window = units.slice(start, start + nearWindow);
      const pairs = new Set(window.map((unit, i) => (units[start + i - 1] ?? "") + unit));
      const inside = near.filter((term) =>
        isUnit(term) ? window.includes(term) || titleUnits.includes(term) : pairs.has(term) || titlePairs.has(term),
      );
      best = Math.max(
        best,
        inside.reduce((sum, term) => sum + worthOf(term), 0),
      );
    }
    if (bm25 > 0) scores.set(doc.id, bm25 * (nearFloor + (whole > 0 ? best / whole : 0)));
  }
  return scores;
}

const someText = fc.string({ unit: fc.constantFrom(...Array.from("青龙县板栗电商多少的是 ,339ab𠮷")), maxLength: 60 });
const someDocs = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 90 }), title: someText, text: someText }), {
    selector: (doc) => doc.id,
    maxLength: 12,
  })
  .filter((docs) => docs.length > 0);

describe("word search", () => {
  it("scores as the formula says, whatever is indexed and asked", () => {
    fc.assert(
      fc.property(someDocs, someText, (docs, question) => {
        const hits = open(docs).search(question, 50);
        const expected = scoreByTheBook(docs, question);
        expect(hits.map((hit) => hit.chunkId).toSorted((a, b) => a - b)).toEqual(
          [...expected.keys()].toSorted((a, b) => a - b),
        );
        for (const hit of hits) expect(hit.score / (expected.get(hit.chunkId) ?? 0)).toBeCloseTo(1, 2);
        hits.forEach((hit, i) => {
          const before = hits[i - 1];
          if (before) expect(before.score > hit.score || before.chunkId < hit.chunkId).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("takes any string as a question", () => {
    const index = open([{ id: 1, title: "标题", text: "青龙县的板栗 AND OR NOT * \" ' ( 339" }]);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), fc.integer(), (question, topK) => {
        for (const hit of index.search(question, topK)) expect(hit.score).toBeGreaterThan(0);
      }),
    );
    expect(index.search("板栗".repeat(500_000), 3).map((hit) => hit.chunkId)).toEqual([1]);
  });

  it("gives the same file for the same chunks in any order of arrival, and the same results after a copy", () => {
    fc.assert(
      fc.property(someDocs, someText, (docs, question) => {
        const one = open(docs);
        const other = open(docs.toReversed());
        const copy = createBm25([openBm25Segment(build(docs).slice().buffer)]);
        expect(other.search(question, 20)).toEqual(one.search(question, 20));
        expect(copy.search(question, 20)).toEqual(one.search(question, 20));
      }),
      { numRuns: 50 },
    );
  });

  it("puts the lower chunk id first when scores are equal", () => {
    const docs = [9, 4, 7].map((id) => ({ id, title: "", text: "板栗产量大" }));
    expect(
      open(docs)
        .search("板栗", 2)
        .map((hit) => hit.chunkId),
    ).toEqual([4, 7]);
  });

  it("tells rare terms from frequent ones, and unknown ones most of all", () => {
    const index = open([
      { id: 1, title: "青龙县", text: "板栗" },
      { id: 2, title: "", text: "青龙" },
      { id: 3, title: "", text: "电商" },
    ]);
    expect(index.size).toBe(3);
    expect(index.documentFrequency("青龙")).toBe(2);
    expect(index.documentFrequency("板栗")).toBe(1);
    expect(index.documentFrequency("火箭")).toBe(0);
    expect(index.idf("火箭")).toBeGreaterThan(index.idf("板栗"));
    expect(index.idf("板栗")).toBeGreaterThan(index.idf("青龙"));
    expect(index.idf("青龙")).toBeGreaterThan(0);
  });

  it("tells how much of a question was found", () => {
    const index = open([
      { id: 1, title: "", text: "青龙县孵化电商从业者" },
      { id: 2, title: "", text: "板栗产量很大" },
    ]);
    const share = (question: string) => (index.search(question, 1)[0]?.score ?? 0) / index.fullScore(question);
    expect(share("青龙县的电商从业者")).toBeGreaterThan(0.8);
    expect(share("青龙县的电商从业者")).toBeGreaterThan(share("青龙县的火箭发射场"));
    expect(share("月球上龙卷风")).toBeLessThan(0.2);
    expect(index.fullScore("")).toBe(0);
  });

  it("finds nothing for an empty question, none wanted, or an empty index", () => {
    const index = open([{ id: 1, title: "", text: "板栗" }]);
    for (const question of ["", "  ", "?!", "火箭", "\u200b"]) expect(index.search(question, 5)).toEqual([]);
    for (const topK of [0, -1, Number.NaN]) expect(index.search("板栗", topK)).toEqual([]);
    expect(index.search("板栗", Number.POSITIVE_INFINITY)).toHaveLength(1);
    const empty = open([]);
    expect(empty.size).toBe(0);
    expect(empty.search("板栗", 5)).toEqual([]);
    expect(empty.idf("板栗")).toBeGreaterThan(0);
  });

  it("looks for the question words themselves when there is nothing else", () => {
    expect(open([{ id: 3, title: "", text: "你问我为什么" }]).search("为什么?", 5)).toHaveLength(1);
  });

  it("keeps the settings it was built with", () => {
    const docs = [
      { id: 1, title: "板栗", text: "电商" },
      { id: 2, title: "", text: "板栗" },
    ];
    const first = (settings: Partial<Bm25Settings>) => open(docs, { nearFloor: 100, ...settings }).search("板栗", 1)[0];
    expect(first({ titleWeight: 9 })?.chunkId).toBe(1);
    expect(first({ titleWeight: 0.1 })?.chunkId).toBe(2);
  });

  it("refuses bytes that are no such file", () => {
    const bytes = build([{ id: 1, title: "题", text: "板栗" }]);
    const refused = (buffer: ArrayBuffer) =>
      expect(() => openBm25Segment(buffer)).toThrow(expect.objectContaining({ code: "INDEX_INVALID" }));
    refused(new ArrayBuffer(0));
    refused(bytes.slice(0, bytes.length - 8).buffer);
    refused(bytes.slice(0, 60).buffer);
    refused(new Uint8Array([...bytes, 0, 0, 0, 0, 0, 0, 0, 0]).buffer);
    refused(new Uint8Array(4096).buffer);
  });

  it.each([0, -1, 1.5, 2 ** 32, Number.NaN])("refuses the chunk id %d", (id) => {
    expect(() => createBm25Builder().add(id, "", "")).toThrow(expect.objectContaining({ code: "INDEX_INVALID" }));
  });

  it("refuses a chunk id that came before", () => {
    const builder = createBm25Builder();
    builder.add(1, "", "板栗");
    expect(() => builder.add(1, "", "板栗")).toThrow(expect.objectContaining({ code: "INDEX_INVALID" }));
  });
});
