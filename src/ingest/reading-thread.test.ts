/** The limits of the thread that reads files, on real files that are too much. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { makeDocx } from "../../test/support/make-docx.js";
import { makePdf, pageOf } from "../../test/support/make-pdf.js";
import { readFileBounded } from "./read-bounded.js";
import { createReadingThread, type ReadingThread } from "./reading-thread.js";

const PARAGRAPH = "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭,食堂每天供应午餐和晚餐。";
let thread: ReadingThread;
afterEach(() => thread.end());

describe("a reading thread", () => {
  it("reads files of all kinds, also several at once, and tells what a bad one is", async () => {
    thread = createReadingThread();
    const read = (bytes: Uint8Array, name: string) => readFileBounded(bytes, name, {}, { thread });
    const readings = await Promise.allSettled([
      read(makePdf([pageOf("长者食堂开张", PARAGRAPH)]), "a.pdf"),
      read(new TextEncoder().encode("%PDF-1.4\nnothing"), "b.pdf"),
      read(makeDocx(["长者食堂开张", PARAGRAPH]), "c.docx"),
      read(new TextEncoder().encode(`<html><body><h1>食堂</h1><p>${PARAGRAPH}</p>`), "d.html"),
    ]);
    expect(readings).toMatchObject([
      { value: { drafts: [{ title: "长者食堂开张", text: PARAGRAPH }] } },
      { reason: { code: "FILE_DAMAGED", message: expect.stringContaining("b.pdf") } },
      { value: { drafts: [{ title: "长者食堂开张", text: PARAGRAPH }] } },
      { value: { drafts: [{ text: expect.stringContaining(PARAGRAPH) }] } },
    ]);
  });

  it("stops a file that takes too long, and reads the next one", async () => {
    thread = createReadingThread({ ms: 1_000 });
    const slow = { bytes: new TextEncoder().encode("_*".repeat(50_000)), source: "a.md", origin: {} };
    await expect(thread.read(slow)).rejects.toMatchObject({ code: "FILE_TOO_COMPLEX" });
    const good = { bytes: new TextEncoder().encode(PARAGRAPH), source: "b.md", origin: {} };
    expect((await thread.read(good)).drafts).toHaveLength(1);
  });

  it("does not keep the program from ending, nor prints anything", async () => {
    const code = `import { createReadingThread } from ${JSON.stringify(new URL("../../dist/src/ingest/reading-thread.js", import.meta.url).href)};
      await createReadingThread().read({ bytes: new TextEncoder().encode("%PDF-1.4 nothing"), source: "a.pdf", origin: {} })
        .catch((error) => process.stdout.write(error.code));`;
    const folder = mkdtempSync(join(tmpdir(), "thread-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const script = join(folder, "read.mjs");
    writeFileSync(script, code);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { timeout: 15_000 });
    expect({ stdout, stderr }).toEqual({ stdout: "FILE_DAMAGED", stderr: "" });
  }, 20_000);

  it.each([
    ["a.md", "_*"],
    ["a.md", "]"],
    ["a.md", "a\n===\n"],
    ["a.txt", "“\n"],
  ])("does not keep others waiting for %s full of %j", async (name, unit) => {
    thread = createReadingThread();
    await thread.read({ bytes: new TextEncoder().encode(PARAGRAPH), source: "a.txt", origin: {} });
    const bytes = new TextEncoder().encode(unit.repeat(16 * 1024)).subarray(0, 15_999);
    // What keeps others waiting does so from the first moment on; how it ends is not of interest here.
    const begun = performance.now();
    const ended = new AbortController();
    const reading = readFileBounded(bytes, name, {}, { thread }).finally(() => ended.abort());
    reading.catch(() => {});
    let longest = 0;
    for (
      let last = performance.now();
      !ended.signal.aborted && performance.now() - begun < 1_000;
      last = performance.now()
    ) {
      await pause(1);
      longest = Math.max(longest, performance.now() - last);
    }
    // On the thread that answers, the Markdown here would take five seconds and more.
    expect(longest).toBeLessThan(2_500);
  });

  it("stops a file that fills the heap, and reads the next one with a new thread", async () => {
    thread = createReadingThread({ heapMb: 64 });
    const bytes = makeDocx(Array.from({ length: 30_000 }, (_, i) => `${i}${PARAGRAPH}`));
    await expect(thread.read({ bytes, source: "a.docx", origin: {} })).rejects.toMatchObject({
      code: "FILE_TOO_COMPLEX",
    });
    const good = { bytes: makeDocx([PARAGRAPH]), source: "b.docx", origin: {} };
    expect((await thread.read(good)).drafts).toHaveLength(1);
  });
});
