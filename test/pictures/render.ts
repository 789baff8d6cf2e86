/**
 * `npm run pictures`: has a conversation with the real program and writes a picture of each kind of message to
 * `docs/pictures/`, with a page that shows them all. Needs a Chromium (`CHROMIUM=/path`, default `chromium` of Debian).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { closeSurroundings, openSurroundings } from "../bot/program.js";
import { renderPage } from "./page.js";
import { playScenes } from "./scenes.js";

const FOLDER = "docs/pictures";
const ADMIN = 42;

const { telegram, start } = await openSurroundings();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  await start({ ADMIN_IDS: String(ADMIN) });
  const scenes = await playScenes(telegram, ADMIN);
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 480, height: 200 }, deviceScaleFactor: 1 });
  for (const { name, messages } of scenes) {
    const all = messages.flatMap(({ chatId }) => telegram.messagesIn(chatId));
    const texts = new Map(all.map(({ message_id, text }) => [message_id, text]));
    await page.setContent(renderPage(messages, texts));
    await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  }
  const list = scenes.map(({ name, caption }) => `## ${caption}\n![${caption}](${name}.png)`);
  const heading = "# What people see\nEvery picture is made from the bot's own messages: `npm run pictures`.";
  writeFileSync(join(FOLDER, "README.md"), `${[heading, ...list].join("\n\n")}\n`);
  console.log(`${scenes.length} pictures in ${FOLDER}`);
} finally {
  await browser.close();
  await closeSurroundings();
}
