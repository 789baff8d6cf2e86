/**
 * A restore over data, killed at any moment. `KILLS=50 npx vitest run test/store/killed-restore.test.ts` for more of them.
 * Everything says which of the two it belongs to, so that a mixture would show.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { createBackup } from "../../src/store/backup.js";
import { createSandbox, environmentOf, runProgram, type Sandbox } from "../flow/program.js";

const KILLS = Number(process.env.KILLS ?? 12);
/** Pictures: they are moved like articles, and cost nothing to index. */
const PICTURES = 100;
const QUESTION = "云溪县茶园项目带动了多少户茶农?";
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

const former = createSandbox(false);
const restored = createSandbox(false);
const target = createSandbox(false);
const backup = join(restored.dataDir, "..", "backup.sqlite.gz");
const children = new Set<ChildProcess>();

const open = (sandbox: Sandbox) => createApp(readConfig(environmentOf(sandbox)), log);

async function fill({ corpusDir, ...sandbox }: Sandbox, version: string, families: number): Promise<void> {
  mkdirSync(join(corpusDir, "图"), { recursive: true });
  const text = `---\ntitle: 云溪县茶园项目\n---\n云溪县茶园项目带动了${families}户茶农。\n`;
  writeFileSync(join(corpusDir, "茶园.md"), text);
  for (let i = 0; i < PICTURES; i++) writeFileSync(join(corpusDir, i % 2 ? "图" : "", `${i}.png`), version);
  const app = await open({ corpusDir, ...sandbox });
  await app.ensureIndex();
  await app.answerer.answer({ conversation: "chat", question: `${version}?` });
  await app.close();
}

beforeAll(async () => {
  await fill(former, "former", 612);
  await fill(restored, "restored", 700);
  await createBackup(restored, backup);
});
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  for (const sandbox of [former, restored, target]) sandbox.remove();
});

/** What is there before each kill. */
function putFormer(): void {
  for (const name of ["dataDir", "corpusDir"] as const) {
    rmSync(target[name], { recursive: true, force: true });
    cpSync(former[name], target[name], { recursive: true });
  }
}

/** Begins a restore over what is there, and kills it. @returns what that was. */
async function killOne(kill: number, lastsMs: number): Promise<string> {
  const child = spawn(process.execPath, [resolve("dist/scripts/restore.js"), backup, "--force"], {
    env: environmentOf(target),
    stdio: "ignore",
  });
  children.add(child);
  const exited = once(child, "exit");
  const begun = performance.now();
  // Most of the time goes into starting and staging: every other kill waits for the first move.
  const isMoving = () => existsSync(join(target.dataDir, "restore-under-way.json")) || child.exitCode !== null;
  if (kill % 2 === 0) while (!isMoving()) await new Promise((next) => setImmediate(next));
  await pause(kill % 2 === 0 ? Math.random() * 20 : Math.random() * lastsMs);
  child.kill("SIGKILL");
  const atMs = Math.round(performance.now() - begun);
  await exited;
  children.delete(child);
  const left = existsSync(join(target.dataDir, "restore-under-way.json")) ? ", while moving" : "";
  return `kill ${kill}, after ${atMs} of ${Math.round(lastsMs)} ms${left}`;
}

/** All that tells what there is. */
async function whatIsThere(app: App): Promise<Set<string>> {
  const versions = new Set<string>();
  const pictures = ["", "图"].flatMap((folder) =>
    readdirSync(join(target.corpusDir, folder))
      .filter((name) => name.endsWith(".png"))
      .map((name) => join(folder, name)),
  );
  if (pictures.length !== PICTURES) versions.add(`${pictures.length} pictures`);
  for (const path of pictures) versions.add(readFileSync(join(target.corpusDir, path), "utf8"));
  const { text } = await app.answerer.answer({ question: QUESTION });
  versions.add(text.includes("612户") ? "former" : text.includes("700户") ? "restored" : text);
  for (const { question } of app.conversations.listTurns("chat", 9)) versions.add(question.replace("?", ""));
  return versions;
}

it(`at ${KILLS} moments leaves what was there or what was restored, whole, and can be done again`, async () => {
  putFormer();
  const begun = performance.now();
  expect(await runProgram("scripts/restore.js", [backup, "--force"], environmentOf(target))).toMatchObject({ code: 0 });
  const lastsMs = performance.now() - begun;
  let whileMoving = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    putFormer();
    const moment = await killOne(kill, lastsMs);
    if (moment.endsWith("moving")) whileMoving++;
    const app = await open(target);
    await app.ensureIndex();
    const found = await whatIsThere(app);
    await app.close();
    expect([...found], moment).toHaveLength(1);
    expect(["former", "restored"], moment).toContain([...found][0]);
    // Every other time it is done again.
    if (kill % 4 < 2) continue;
    const again = await runProgram("scripts/restore.js", [backup, "--force"], environmentOf(target));
    expect(again, moment).toMatchObject({ code: 0, stderr: "" });
    const after = await open(target);
    await after.ensureIndex();
    expect([...(await whatIsThere(after))], moment).toEqual(["restored"]);
    await after.close();
  }
  expect(whileMoving).toBeGreaterThan(0);
}, 600_000);

it("killed while moving and done again at once, without a start in between, is finished", async () => {
  for (let kill = 2; ; kill += 2) {
    putFormer();
    if (!(await killOne(kill, 0)).endsWith("moving")) continue;
    // It was begun with --force: nothing of it needs to be forced any more.
    const again = await runProgram("scripts/restore.js", [backup], environmentOf(target));
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toContain(".before-restore-");
    const app = await open(target);
    await app.ensureIndex();
    expect([...(await whatIsThere(app))]).toEqual(["restored"]);
    await app.close();
    return;
  }
}, 60_000);
