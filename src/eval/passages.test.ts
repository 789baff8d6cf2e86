import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readPassages, readQueries } from "./passages.js";

const folder = mkdtempSync(join(tmpdir(), "passages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINE = '{"id":"p1","doc_id":"d","title":"","text":"云溪县"}\n';

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function ids(path: string): Promise<string[]> {
  const found = [];
  for await (const { id } of readPassages(path)) found.push(id);
  return found;
}

describe("readPassages", () => {
  it("reads plain and gzipped lines, and passes over empty ones", async () => {
    const text = `${LINE}\n${LINE.replace("p1", "p2")}`;
    expect(await ids(write("a.jsonl", text))).toEqual(["p1", "p2"]);
    expect(await ids(write("a.jsonl.gz", gzipSync(text)))).toEqual(["p1", "p2"]);
  });

  it.each([
    ["a line that is no JSON", () => write("b.jsonl", `${LINE}{"id"`), "b.jsonl, line 2"],
    ["a line of another form", () => write("c.jsonl", '{"id":1}'), "c.jsonl, line 1"],
    ["a file that is not there", () => join(folder, "none.jsonl"), "none.jsonl"],
    ["a gzipped file that is not there", () => join(folder, "none.jsonl.gz"), "none.jsonl.gz"],
    ["a cut-off gzip", () => write("d.jsonl.gz", gzipSync(LINE.repeat(2000)).subarray(0, 60)), "d.jsonl.gz"],
    ["plain text under a gzip's name", () => write("e.jsonl.gz", LINE), "e.jsonl.gz"],
  ])("says where %s is", async (_, make, place) => {
    await expect(ids(make())).rejects.toMatchObject({
      code: "SET_INVALID",
      message: expect.stringContaining(place) as string,
    });
  });
});

it("reads questions with what makes them unanswerable", async () => {
  const path = write("q.jsonl", '{"id":"q","text":"谁?","positives":["p1"],"answers":["李弘"],"pos_docs":["d"]}');
  expect(await readQueries(path)).toEqual([
    { id: "q", text: "谁?", positives: ["p1"], answers: ["李弘"], pos_docs: ["d"] },
  ]);
});
