/**
 * One conversation with the real program over the shipped articles, and what the chat shows after each step: a picture
 * for each kind of message. Nothing here is written by hand but what the people say.
 */
import type { FakeTelegram } from "../support/telegram/fake-telegram.js";
import type { StoredMessage } from "../support/telegram/model.js";

/** What one picture shows. */
export interface Scene {
  /** Of the file. */
  name: string;
  /** Under the picture, English. */
  caption: string;
  messages: StoredMessage[];
}

const PERSON = 1001;
const GROUP = -1_001_000_000_001;

/** Has the conversation; the program must run on `telegram` and know `admin`. */
export async function playScenes(telegram: FakeTelegram, admin: number): Promise<Scene[]> {
  const scenes: Scene[] = [];
  /** Waits until nothing moves, then keeps the last messages of a chat. */
  async function keep(name: string, caption: string, last: number, chatId = PERSON): Promise<StoredMessage> {
    await telegram.allConfirmed();
    await telegram.idle(400);
    const messages = telegram.messagesIn(chatId);
    scenes.push({ name, caption, messages: messages.slice(-last) });
    const shown = messages.at(-1);
    if (!shown) throw new Error(`nothing to show for ${name}`);
    return shown;
  }
  const press = (message: StoredMessage, part: string, userId = PERSON) => {
    const button = message.reply_markup?.inline_keyboard.flat().find(({ text }) => text.includes(part));
    if (!button) throw new Error(`no button with ${part} under ${message.text.slice(0, 40)}`);
    telegram.press(message, button.text, { userId });
  };

  telegram.say("/start");
  await keep("start", "/start: who the bot is, and questions to begin with", 2);
  telegram.say("青龙县累计孵化了多少名电商从业者？");
  const answer = await keep("answer", "An answer: each statement with its number, the sources with the sentence", 2);
  press(answer, "1");
  const card = await keep("evidence", "Evidence: the paragraph with the quoted sentence marked", 1);
  press(card, "全文");
  await keep("article", "The whole article, opened where the sentence stands", 1);
  telegram.say("那销售额呢？");
  const followUp = await keep("follow-up", "A question that goes on from the one before", 2);
  press(followUp, "没帮助");
  await keep("feedback", "Why an answer was no help", 1);
  telegram.say("青龙县有多少人口？");
  await keep("refusal", "What the articles do not say is refused; the wish can be kept", 2);
  telegram.say("/fact 公益宝贝 2022");
  await keep("fact", "/fact: sentences that state it, without a model", 2);
  telegram.say("/sources");
  await keep("sources", "/sources: what the bot has read", 2);
  telegram.say("/privacy");
  await keep("privacy", "/privacy: exactly what is stored", 2);
  telegram.say("/lang");
  await keep("language", "/lang: the language of the interface", 2);
  telegram.say("", { content: { voice: { file_id: "v", duration: 3 } } });
  await keep("other-input", "A voice message gets a sentence that helps", 1);
  telegram.say("青龍縣累計孵化了多少名電商從業者？", { userId: 1002, languageCode: "zh-hant" });
  await keep("traditional", "Traditional Chinese, quotes as they stand", 2, 1002);
  telegram.say("How many provinces have rural commissioners been sent to?", { userId: 1003, languageCode: "en" });
  await keep("english", "An English question without a model", 2, 1003);
  telegram.say("@programme_answers_bot 心智障碍者家庭支持计划覆盖了多少个市县？", { chatId: GROUP });
  const inGroup = await keep("group", "In a group: called by name, answered as a reply", 2, GROUP);
  press(inGroup, "1");
  await keep("group-evidence", "In a group the evidence is a message of its own", 1, GROUP);
  telegram.say("/admin", { userId: admin });
  await keep("admin", "/admin: what admins can do", 2, admin);
  const page =
    "山村图书角开放\n\n4月8日，云溪县第一批12个山村图书角开放，每个图书角有图书300册。\n\n（本报记者 王一）\n";
  telegram.upload("山村图书角.txt", Buffer.from(page), { userId: admin });
  await keep("upload", "A file that an admin sent: what it would become, before anything changes", 1, admin);
  for (const [command, caption] of [
    ["articles", "/articles: the articles, for admins"],
    ["gaps", "/gaps: what could not be answered"],
    ["stats", "/stats: the overview"],
    ["reindex", "/reindex: rehearsed before it is put in place"],
  ] as const) {
    telegram.say(`/${command}`, { userId: admin });
    await keep(command, caption, 2, admin);
  }
  return scenes;
}
