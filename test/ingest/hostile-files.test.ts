/**
 * Every hostile file comes to an end: as articles or with a known code, within seconds, without harm to the files beside
 * it. The limit of time is small here, so that what runs into it does so soon.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { isAppError } from "../../src/core/errors.js";
import { corpusFileName } from "../../src/ingest/file-name.js";
import { readingKindOf } from "../../src/ingest/kind.js";
import { createReadingThread } from "../../src/ingest/reading-thread.js";
import { readUpload } from "../../src/ingest/upload.js";
import { createSandbox, environmentOf } from "../flow/program.js";
import { GOOD_TEXT, utf8 } from "../support/hostile-file.js";
import { hostileFiles } from "../support/hostile-files.js";
import { makeDocx } from "../support/make-docx.js";
import { makePdf, pageOf } from "../support/make-pdf.js";

const files = hostileFiles();
const CODES = /^(?:FILE_(?:EMPTY|TOO_LARGE|NOT_TEXT|DAMAGED|ENCRYPTED|SCANNED|TOO_COMPLEX)|FRONT_MATTER_INVALID)$/u;
const MEMORY_MB = 1_800;
/** Heavier ones are read one by one only: in a folder they would take the program's own, longer limit. */
const HEAVY = 7_000;

describe("each of the hostile files", () => {
  const thread = createReadingThread({ ms: 4_000, heapMb: 512 });
  // What can be read must be, also on a machine with much else to do.
  const patient = createReadingThread({ ms: 20_000, heapMb: 512 });
  // For those of which either is right, the end comes sooner.
  const hasty = createReadingThread({ ms: 700, heapMb: 512 });
  afterAll(() => Promise.all([thread, patient, hasty].map((one) => one.end())));

  it("is one of at least 200", () => {
    expect(files.length).toBeGreaterThanOrEqual(200);
  });

  it.each(files)("$about: $name", async (file) => {
    let end = "read";
    try {
      const { source, drafts } = await readUpload(
        file,
        file.ends === "any" ? hasty : file.ends === "read" ? patient : thread,
      );
      expect(source).toMatch(/^[^./\\][^/\\\p{Cc}]*\.(?:txt|md|html|docx|pdf)$/u);
      expect(drafts.length).toBeGreaterThan(0);
      for (const { text, sentences } of drafts) {
        expect(sentences.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
      }
    } catch (error) {
      if (!isAppError(error)) throw error;
      expect(error.message).not.toContain("食堂");
      end = error.code;
    }
    if (file.ends === "any") expect(end === "read" || CODES.test(end)).toBe(true);
    else expect(end).toBe(file.ends);
    expect(process.memoryUsage.rss() / 2 ** 20).toBeLessThan(MEMORY_MB);
    expect(globalThis).not.toHaveProperty("hacked");
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("a folder of hostile files and good ones", () => {
  const sandbox = createSandbox();
  const environment = environmentOf(sandbox);
  const { corpusDir } = readConfig(environment);
  let app: App;
  beforeAll(() => {
    mkdirSync(corpusDir, { recursive: true });
    for (const [i, { name, bytes }] of files.entries()) {
      if (bytes.length > HEAVY && bytes.length < 20 * 2 ** 20) continue;
      const safe = corpusFileName(name, readingKindOf(bytes, name));
      writeFileSync(join(corpusDir, `${i}-${safe}`), bytes);
    }
    writeFileSync(join(corpusDir, "good.docx"), makeDocx(["云溪县茶园", "云溪县的茶园去年采茶三百二十七吨。(皮磊)"]));
    writeFileSync(
      join(corpusDir, "good.pdf"),
      makePdf([pageOf("石桥镇蜂蜜", "石桥镇的蜂蜜合作社有四百一十二户农户。")]),
    );
    writeFileSync(
      join(corpusDir, "good.html"),
      utf8(
        `<html><head><title>白沙湾鲈鱼</title></head><body><p>白沙湾的鲈鱼卖出了五百六十八吨。</p><p>${GOOD_TEXT}</p>`,
      ),
    );
  });
  afterAll(async () => {
    await app.close();
    sandbox.remove();
  });

  it("is indexed as far as it is good, and the good ones answer", async () => {
    const before = readdirSync(corpusDir);
    app = await createApp(readConfig(environment), { debug() {}, info() {}, warn() {}, error() {} });
    const report = await app.ingest();
    for (const { code } of report.problems) expect(code).toMatch(CODES);
    const known = new Set(app.articles.listHeads().map(({ source }) => source));
    const bad = new Set(report.problems.map(({ source }) => source));
    for (const name of before.filter((one) => /\.(?:txt|md|html|docx|pdf)$/u.test(one))) {
      expect([name, known.has(name.normalize("NFC")) !== bad.has(name.normalize("NFC"))]).toEqual([name, true]);
    }
    const ask = async (question: string) => (await app.answerer.answer({ conversation: "c", question })).text;
    expect(await ask("云溪县的茶园去年采茶多少吨?")).toContain("三百二十七吨");
    expect(await ask("石桥镇的蜂蜜合作社有多少户农户?")).toContain("四百一十二户");
    expect(await ask("白沙湾的鲈鱼卖出了多少吨?")).toContain("五百六十八吨");
    expect(readdirSync(corpusDir)).toEqual(before);
    expect((await app.ingest()).added).toBe(0);
  }, 120_000);
});
