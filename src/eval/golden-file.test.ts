import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readGoldenSet } from "./golden.js";
import { type NewQuestion, putQuestion } from "./golden-file.js";

const FIRST = '{"id": "g01", "question": "主要产业是什么?",  "kind": "fact", "must": [["板栗"]], "article": null}';
const question: NewQuestion = { question: "多少名?", kind: "kept", must: [["339名"]], article: "报告" };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
  path = join(folder, "golden.jsonl");
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

it("adds one whole line and leaves the others to the byte, also behind one without an end", () => {
  writeFileSync(path, FIRST);
  expect(putQuestion(path, question, false).kind).toBe("kept");
  expect(putQuestion(path, { ...question, question: "多少户?" }, false).golden.id).toBe("k002");
  const added = (id: string, words: string) => JSON.stringify({ id, ...question, question: words });
  expect(readFileSync(path, "utf8")).toBe(`${FIRST}\n${added("k001", "多少名?")}\n${added("k002", "多少户?")}\n`);
  expect(readGoldenSet(path)).toHaveLength(3);
  expect(readdirSync(folder)).toEqual(["golden.jsonl"]);
});

it("begins a set where there is none", () => {
  putQuestion(path, question, false);
  expect(readGoldenSet(path)).toEqual([{ id: "k001", ...question }]);
});

it("keeps no question twice, and replaces one only when it may", () => {
  writeFileSync(path, `${FIRST}\n`);
  const same: NewQuestion = { question: "主要產業是什麼？", kind: "kept", must: [["茶"]], article: null };
  expect(putQuestion(path, same, false)).toMatchObject({ kind: "known", golden: { id: "g01", must: [["板栗"]] } });
  expect(readFileSync(path, "utf8")).toBe(`${FIRST}\n`);
  expect(putQuestion(path, same, true).kind).toBe("replaced");
  expect(putQuestion(path, same, true).kind).toBe("known");
  expect(readFileSync(path, "utf8")).toBe(`${JSON.stringify({ id: "g01", ...same })}\n`);
});

it("touches no set that cannot be read", () => {
  writeFileSync(path, `${FIRST}\n{"id":\n`);
  expect(() => putQuestion(path, question, false)).toThrow(/golden.jsonl, line 2/);
  expect(readFileSync(path, "utf8")).toBe(`${FIRST}\n{"id":\n`);
});

it("leaves nothing behind when it cannot be written", () => {
  writeFileSync(path, `${FIRST}\n`);
  // A folder in the place of the new file: works for root as well.
  const elsewhere = join(folder, "missing", "golden.jsonl");
  expect(() => putQuestion(elsewhere, question, false)).toThrow(expect.objectContaining({ code: "STORE_FAILED" }));
  expect(existsSync(join(folder, "missing"))).toBe(false);
});
