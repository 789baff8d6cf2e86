/**
 * A re-indexing that is killed at any moment. `KILLS=50 npx vitest run test/ingest/killed-reindex.test.ts` for more of them.
 * Every article says the version of the corpus it belongs to, so that half an index would show.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { createSandbox, environmentOf } from "../flow/program.js";

const KILLS = Number(process.env.KILLS ?? 10);
const ARTICLES = 24;
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const sandbox = createSandbox(false);
const environment = environmentOf(sandbox);
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  sandbox.remove();
});

/** Loads the program, waits for a word, and re-indexes once. */
const CHILD = `
  const { createApp } = await import(${JSON.stringify(new URL("../../dist/src/app.js", import.meta.url).href)});
  const { readConfig } = await import(${JSON.stringify(new URL("../../dist/src/config.js", import.meta.url).href)});
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  process.stdout.write("ready\\n");
  process.stdin.once("data", async () => {
    const app = await createApp(readConfig(), log);
    await app.reindexer.run();
    process.stdout.write("done\\n");
    await app.close();
    process.exit();
  });
`;

async function startChild(): Promise<ChildProcess & { hasEnded: () => boolean }> {
  const child = spawn(process.execPath, [join(sandbox.corpusDir, "..", "child.mjs")], {
    env: environment,
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  child.stdin?.on("error", () => {});
  await once(child.stdout ?? child, "data");
  return Object.assign(child, { hasEnded: () => child.exitCode !== null || child.signalCode !== null });
}

function writeCorpus(version: number): void {
  for (let i = 0; i < ARTICLES; i++) {
    const sentences = Array.from(
      { length: 12 },
      (_, n) => `第${i}号茶园的第${n}项记录属于第${version}版,${"说来话长".repeat(8)}。`,
    );
    const text = `第${i}号茶园带动了${1000 + i}户茶农,这是第${version}版。\n\n${sentences.join("")}`;
    writeFileSync(join(sandbox.corpusDir, `${i}.md`), `---\ntitle: 第${i}号茶园\n---\n${text}\n`);
  }
}

/** The version that the index holds, when all of it is of one. */
async function readVersion(app: App): Promise<{ versions: string[]; articles: number; asked: string }> {
  const generation = await app.generations.current();
  const versions = new Set<string>();
  const articles = new Set<string>();
  // Ids are given in order: far beyond the last one nothing is held.
  for (let id = 1, missed = 0; missed < 20_000; id++, missed++) {
    if (generation?.holds(id) !== true) continue;
    missed = 0;
    const [passage] = app.articles.getPassages([id]);
    articles.add(passage?.articleId ?? "lost");
    for (const [, version = ""] of (passage?.text ?? "第lost版").matchAll(/第([a-z\d]+)版/g)) versions.add(version);
  }
  const answer = await app.answerer.answer({ question: "第7号茶园带动了多少户茶农?" });
  const asked = `${/1007户/.exec(answer.text)?.[0]} ${/第(\d+)版/.exec(answer.text)?.[1]}`;
  return { versions: Array.from(versions), articles: articles.size, asked };
}

it(`at ${KILLS} moments never leaves half an index, and the next start has all of it`, async () => {
  mkdirSync(sandbox.corpusDir);
  const golden = { id: "g1", question: "第3号茶园带动了多少户茶农?", must: [["1003"]], article: null };
  writeFileSync(join(sandbox.corpusDir, "golden.jsonl"), JSON.stringify(golden));
  writeFileSync(join(sandbox.corpusDir, "..", "child.mjs"), CHILD);
  writeCorpus(0);
  const open = () => createApp(readConfig(environment), log);
  const first = await open();
  await first.reindexer.run();
  await first.close();

  let version = 1;
  writeCorpus(version);
  const whole = await startChild();
  const begun = performance.now();
  whole.stdin?.write("go\n");
  await once(whole, "exit");
  const lastsMs = performance.now() - begun;

  let interrupted = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const former = version;
    writeCorpus(++version);
    const child = await startChild();
    const atMs = Math.random() * lastsMs;
    child.stdin?.write("go\n");
    await pause(atMs);
    if (!child.hasEnded()) {
      interrupted++;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    const app = await open();
    const moment = `kill ${kill}, at ${Math.round(atMs)} of ${Math.round(lastsMs)} ms`;
    const found = await readVersion(app);
    expect(found.versions, moment).toHaveLength(1);
    expect(found.articles, moment).toBe(ARTICLES);
    const held = Number(found.versions[0]);
    expect(found.asked, moment).toBe(`1007户 ${held}`);
    // Every other time the next run finds what two kills have left behind.
    if (kill % 2 === 0) {
      expect(held, moment).toBeGreaterThanOrEqual(former - 1);
      await app.ensureIndex();
      expect(await readVersion(app), moment).toEqual({
        versions: [String(version)],
        articles: ARTICLES,
        asked: `1007户 ${version}`,
      });
      expect((await app.reindexer.run()).kind, moment).toBe("same");
    } else expect(held, moment).toBeLessThanOrEqual(version);
    await app.close();
  }
  expect(interrupted).toBeGreaterThan(KILLS / 4);
}, 600_000);
