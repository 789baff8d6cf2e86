/** Handing in articles, and looking at what became of them: for the tests of adding articles from the chat. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OWNER, type WholeBot } from "../support/whole-bot.js";

/** A corpus that has nothing to do with what is handed in. */
export const BEFORE = { "old.md": "---\ntitle: 另一篇\n---\n这里说的是别的事情。\n" };

const folderOf = ({ corpusDir }: WholeBot) => join(corpusDir, "added");

/** Names of the files that were published. */
export const addedTo = (whole: WholeBot) =>
  existsSync(folderOf(whole)) ? readdirSync(folderOf(whole)).toSorted() : [];
export const contentOf = (whole: WholeBot, name: string) => readFileSync(join(folderOf(whole), name), "utf8");

/** Sends a file; waits for what the bot says of it. */
export function sendFile(
  whole: WholeBot,
  name: string,
  text: string | Buffer,
  part: string,
  options: { userId?: number; content?: Record<string, unknown> } = {},
) {
  const { userId = OWNER } = options;
  const { message } = whole.telegram.upload(name, Buffer.from(text), { ...options, userId });
  return whole.telegram.waitForMessage(
    userId,
    (reply) => reply.message_id > message.message_id && reply.text.includes(part),
  );
}
