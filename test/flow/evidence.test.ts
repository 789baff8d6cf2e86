/** Old answers keep their evidence: the product with its bot, over articles that change, go and come back. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { createBot, type TelegramBot } from "../../src/bot/bot.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { type FakeTelegram, startFakeTelegram } from "../support/telegram/fake-telegram.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { createSandbox, environmentOf, type Sandbox } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const HEAD = "---\ntitle: 云溪县茶园项目\nauthor: 皮磊\npublished: 2024-05-01\nurl: https://a.cn/tea\n---\n";
const QUOTE = "云溪县茶园项目带动了612户茶农。";

let sandbox: Sandbox;
let telegram: FakeTelegram;
let app: App;
let bot: TelegramBot;

beforeEach(async () => {
  sandbox = createSandbox(false);
  mkdirSync(sandbox.corpusDir);
  telegram = await startFakeTelegram();
});
afterEach(async () => {
  await stop();
  await telegram.close();
  sandbox.remove();
});

async function start(): Promise<void> {
  app = await createApp(readConfig(environmentOf(sandbox)), silent);
  bot = createBot(
    { ...app, followCorpus: () => async () => {}, log: silent },
    { token: telegram.token, apiRoot: telegram.apiRoot, stopWithinMs: 1000 },
  );
  void bot.run();
}

async function stop(): Promise<void> {
  await bot.stop();
  await app.close();
}

const write = (name: string, text: string) => writeFileSync(join(sandbox.corpusDir, name), text);
const shows = ({ message_id }: StoredMessage, part: string) =>
  telegram.waitForMessage(1001, (message) => message.message_id === message_id && message.text.includes(part));

/** Opens the card of the answer's first source, and turns it into the answer again. */
async function openAndBack(answer: StoredMessage, part: string): Promise<StoredMessage> {
  telegram.press(answer, "出处 1");
  const card = await shows(answer, part);
  telegram.press(card, "返回答案");
  expect((await shows(answer, "[1] 《云溪县茶园项目》")).html).toBe(answer.html);
  return card;
}

it("shows the cited sentence after the article was changed, taken away, and the program started again", async () => {
  write("tea.md", `${HEAD}茶园在山里。\n\n项目去年启动。${QUOTE}茶农很高兴。\n`);
  write("other.md", "---\ntitle: 另一篇\n---\n这里说的是别的事情。\n");
  await start();
  await app.ingest();
  telegram.say("云溪县茶园项目带动了多少户茶农?");
  const answer = await telegram.waitForMessage(1001, ({ reply_markup }) => reply_markup !== undefined);
  expect(answer.text).toContain("612户");

  const card = await openAndBack(answer, "项目去年启动。");
  expect(card.text).toContain("《云溪县茶园项目》\n皮磊 · 2024-05-01\n\n项目去年启动。云溪县茶园项目");
  expect(card.text).not.toContain("后来");
  const buttons = card.reply_markup?.inline_keyboard.flat() ?? [];
  expect(buttons.find(({ url }) => url !== undefined)?.url).toMatch(/^https:\/\/a\.cn\/tea#:~:text=%E4%BA%91/);

  write("tea.md", `${HEAD}茶园在山里。\n\n项目去年启动。云溪县茶园项目带动了700户茶农。\n`);
  await app.ingest();
  const rewritten = await openAndBack(answer, "现在的版本里没有这句话");
  expect(rewritten.text).toContain(`项目去年启动。${QUOTE}茶农很高兴。`);
  const marks = rewritten.entities.filter(({ type }) => type === "underline");
  expect(marks.map(({ offset, length }) => rewritten.text.slice(offset, offset + length))).toEqual([QUOTE]);

  await stop();
  rmSync(join(sandbox.corpusDir, "tea.md"));
  await start();
  await app.ingest();
  const removed = await openAndBack(answer, "后来不再收录");
  expect(removed.text).toContain(QUOTE);
  telegram.press(answer, "出处 1");
  telegram.press(await shows(answer, "后来不再收录"), "全文");
  await shows(answer, "茶园在山里。\n\n项目去年启动。");
});
