/** An answer with two sources, and looking at what its buttons bring about: for the tests of evidence. */
import { expect, vi } from "vitest";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import { articleOf, citing } from "../support/cited-article.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { startBot } from "./starting.js";

/** Of the first source. */
export const QUOTE = "累计孵化339名。";
const article = articleOf(["第一段。", `头一句。${QUOTE}末一句。`, "第三段。"], {
  published: "2023-02-28",
  url: "https://a.cn/x",
});
/** Two sources, in the second and the third of three paragraphs. */
export const citations = [citing(article, QUOTE), citing(article, "第三段。", 2)];
const statements = [
  { text: "青龙县孵化339名", citations: [1] },
  { text: "还有第三段", citations: [2] },
];
const answer = answerWith("青龙县孵化339名[1]\n还有第三段[2]", { citations, statements });

/** A bot that gives this answer to everything. */
export const startAnswering = (options = {}) => startBot({ script: () => answer, articles: [article], ...options });

/** Asks, and waits until the whole answer is there and on the books. */
export async function ask(rig: BotRig, chatId = 1001, text = "多少名?"): Promise<StoredMessage> {
  const { telegram } = rig;
  telegram.say(chatId < 0 ? `/ask ${text}` : text, { chatId });
  const message = await telegram.waitForMessage(chatId, ({ reply_markup }) => reply_markup !== undefined);
  await vi.waitFor(() => expect(rig.inbox().listUnfinished()).toEqual([]), { timeout: 10_000 });
  return message;
}

/** The same message as soon as it shows `part`. */
export const shows = ({ telegram }: BotRig, { chatId, message_id }: StoredMessage, part: string) =>
  telegram.waitForMessage(chatId, (message) => message.message_id === message_id && message.text.includes(part));

/** The next message of the bot in a chat besides those that are known. */
export const nextAfter = ({ telegram }: BotRig, ...known: StoredMessage[]) =>
  telegram.waitForMessage(
    known[0]?.chatId ?? 0,
    ({ message_id }) => !known.some((message) => message.message_id === message_id),
  );

/** Texts of the buttons, by row. */
export const labels = ({ reply_markup }: StoredMessage) =>
  reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));
/** Id of an answer, as its buttons carry it. */
export const idOf = ({ reply_markup }: StoredMessage) =>
  reply_markup?.inline_keyboard.flat()[0]?.callback_data?.split(":")[1] ?? "";
/** What is formatted so. */
export const marked = ({ text, entities }: StoredMessage, type: string) =>
  entities.filter((entity) => entity.type === type).map(({ offset, length }) => text.slice(offset, offset + length));
