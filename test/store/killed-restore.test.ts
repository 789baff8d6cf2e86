/**
 * A restore over data, killed at any moment. `KILLS=50 npx vitest run test/store/killed-restore.test.ts` for more of them.
 * Everything says which of the two it belongs to, so that a mixture would show.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { createBackup } from "../../src/store/backup.js";
import { createSandbox, environmentOf, runProgram, type Sandbox } from "../flow/program.js";

const KILLS = Number(process.env.KILLS ?? 10);
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

const list = join(target.dataDir, "restore-under-way.json");
const isMoving = () => existsSync(list);

interface Durations {
  allMs: number;
  movingMs: number;
}

/** Begins a restore over what is there. */
function begin() {
  const child = spawn(process.execPath, [resolve("dist/scripts/restore.js"), backup, "--force"], {
    env: environmentOf(target),
    stdio: "ignore",
  });
  children.add(child);
  const exited = once(child, "exit").then(() => children.delete(child));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const until = async (isSo: () => boolean) => {
    while (!isSo() && !hasEnded()) await new Promise((next) => setTimeout(next, 1));
    return performance.now();
  };
  return { child, exited, until };
}

/** How long one takes, from the start of its process, and how much of that its moves. */
async function measure(): Promise<Durations> {
  putFormer();
  const begun = performance.now();
  const { exited, until } = begin();
  const from = await until(isMoving);
  const to = await until(() => !isMoving());
  await exited;
  return { allMs: performance.now() - begun, movingMs: to - from };
}

/** Kills one over what was there before, at any moment or at one of its moves. @returns what that was. */
async function killOne({ allMs, movingMs }: Durations, isAtMoves: boolean): Promise<string> {
  putFormer();
  const { child, exited, until } = begin();
  const begun = isAtMoves ? await until(isMoving) : performance.now();
  const at = begun + Math.random() * (isAtMoves ? movingMs : allMs);
  await until(() => performance.now() > at);
  child.kill("SIGKILL");
  await exited;
  return `killed after ${Math.round(at - begun)} ms of its ${isAtMoves ? "moves" : "life"}${isMoving() ? ", while moving" : ""}`;
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

/** Answers from what is there, as a start would. */
async function answerFrom(): Promise<string[]> {
  const app = await open(target);
  await app.ensureIndex();
  const found = await whatIsThere(app);
  await app.close();
  return Array.from(found);
}
const restoreAgain = (...options: string[]) =>
  runProgram("scripts/restore.js", [backup, ...options], environmentOf(target));

it(`at ${KILLS} moments leaves what was there or what was restored, whole, and can be done again`, async () => {
  const durations = await measure();
  expect(await answerFrom()).toEqual(["restored"]);
  let whileMoving = 0;
  for (let kill = 1; kill <= KILLS || (whileMoving === 0 && kill <= 10 * KILLS); kill++) {
    const moment = await killOne(durations, kill % 2 === 0);
    if (moment.endsWith("moving")) whileMoving++;
    const found = await answerFrom();
    expect(found, moment).toHaveLength(1);
    expect(["former", "restored"], moment).toContain(found[0]);
    if (kill % 4 < 2) continue;
    expect(await restoreAgain("--force"), moment).toMatchObject({ code: 0, stderr: "" });
    expect(await answerFrom(), moment).toEqual(["restored"]);
  }
  expect(whileMoving).toBeGreaterThan(0);
}, 600_000);

it("killed while moving and done again at once, without a start in between, is finished", async () => {
  const durations = await measure();
  while (!(await killOne(durations, true)).endsWith("moving"));
  // It was begun with --force: nothing of it needs to be forced any more.
  const again = await restoreAgain();
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain(".before-restore-");
  expect(await answerFrom()).toEqual(["restored"]);
}, 60_000);
