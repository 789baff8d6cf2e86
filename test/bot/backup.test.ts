import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { type Finished, runProgram } from "../flow/program.js";
import { closeSurroundings, openSurroundings, type Surroundings, startProgram } from "./program.js";

// The program and the commands backup and restore, each a process of its own.

const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const zh = botWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(zh.sources);

afterAll(closeSurroundings);

/** Runs one of the two commands on a data and a corpus folder. */
function run(command: "backup" | "restore", args: string[], folders: Record<string, string>): Promise<Finished> {
  const environment = { PATH: process.env.PATH ?? "", LANG: "en_US.UTF-8", BOT_TOKEN: "", OPENAI_API_KEY: "" };
  return runProgram(`scripts/${command}.js`, args, { ...environment, ...folders });
}

/** A folder for a program with the shipped corpus and one article more. */
function foldersOf({ dataDir }: Surroundings, name: string): { DATA_DIR: string; CORPUS_DIR: string } {
  const folder = join(dataDir, name);
  mkdirSync(folder);
  return { DATA_DIR: join(folder, "data"), CORPUS_DIR: join(folder, "corpus") };
}

describe.concurrent("a backup", { timeout: 90_000 }, () => {
  it("made while questions are answered brings all of it back elsewhere", async () => {
    const surroundings = await openSurroundings();
    const { telegram, start, dataDir } = surroundings;
    const [here, there] = [foldersOf(surroundings, "here"), foldersOf(surroundings, "there")];
    const file = join(dataDir, "bot.sqlite.gz");
    cpSync("corpus", here.CORPUS_DIR, { recursive: true });
    writeFileSync(join(here.CORPUS_DIR, "tea.md"), "---\ntitle: 云溪县种茶记\n---\n2018年,云溪县累计种茶3.2万亩。\n");
    const first = await start(here);
    telegram.say("心智障碍者家庭支持计划覆盖了多少个市县?");
    const old = await telegram.waitForMessage(1001, isFinished);

    const asking = (async () => {
      for (let user = 2001; user <= 2012; user++) {
        telegram.say(QUESTION, { userId: user });
        await telegram.waitForMessage(user, isFinished);
      }
    })();
    const backup = await run("backup", ["--out", file], here);
    await asking;
    expect(backup).toMatchObject({ code: 0, stderr: "" });
    expect(backup.stdout).toMatch(/bot\.sqlite\.gz \([\d.]+ MB\): 4 articles, \d+ questions, 4 files/u);
    expect((await run("backup", ["--out", file], here)).stderr).toContain("BACKUP_FAILED");

    const refused = await run("restore", [file, "--force"], here);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("BOT_RUNNING") });
    first.kill("SIGKILL");
    await first.exited;
    const restored = await run("restore", [file], there);
    expect(restored).toMatchObject({ code: 0, stderr: "" });
    expect(restored.stdout).toContain("4 articles");
    await start(there);

    telegram.press(old, "出处 1");
    await telegram.waitForMessage(
      1001,
      ({ message_id, text }) => message_id === old.message_id && text.includes("引文是"),
    );
    telegram.say("它是哪年发起的?");
    await telegram.waitForMessage(
      1001,
      ({ message_id, text }) => message_id > old.message_id && text.includes("2019年"),
    );
    telegram.say("云溪县累计种茶多少亩?", { userId: 3001 });
    await telegram.waitForMessage(3001, ({ text }) => text.includes("3.2万亩"));
    const before = telegram.botMessagesIn(2001)[0]?.text;
    telegram.say(QUESTION, { userId: 3002 });
    expect((await telegram.waitForMessage(3002, isFinished)).text).toBe(before);
    expect((await run("restore", [file], there)).stderr).toContain("BOT_RUNNING");
  });
});

describe.concurrent("a second bot on the same DATA_DIR", () => {
  it("ends at once and says why; one that was killed is in nobody's way", async () => {
    const { telegram, start, dataDir } = await openSurroundings();
    const first = await start();
    const second = startProgram({
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATA_DIR: dataDir,
      CORPUS_DIR: "corpus",
    });
    expect((await second.exited).code).toBe(1);
    expect(second.stderr()).toContain("BOT_RUNNING");
    expect(first.isRunning()).toBe(true);
    first.kill("SIGKILL");
    await first.exited;
    await start();
    telegram.say(QUESTION);
    expect((await telegram.waitForMessage(1001, isFinished)).text).toContain("339名");
    // Three programs one after another, on a machine with much else to do.
  }, 60_000);
});
