/**
 * An emulated Telegram for tests: a strict Bot API over real HTTP on 127.0.0.1, and the people at its other end. The
 * bot under test talks to `apiRoot` as it would to api.telegram.org; the test says, presses and blocks, orders faults,
 * and looks at the chats and the journal. Keeps everything in memory; knows nothing of our bot.
 */
import { createFaults, type Faults } from "./faults.js";
import { createFloodGate, type FloodLimits } from "./flood.js";
import { type Call, createJournal } from "./journal.js";
import { createMethods } from "./methods/table.js";
import type { FakeUser, StoredMessage } from "./model.js";
import { startServer } from "./server.js";
import { createUpdateFeed } from "./update-feed.js";
import { createUserActions, type UserActions } from "./user-actions.js";
import { createWaiting } from "./waiting.js";
import { type ChatOptions, createWorld } from "./world.js";

export interface FakeTelegramOptions {
  /** Default "7000000001:AAF-fake-token-for-tests-0123456789abc". */
  token?: string;
  /** Default programme_answers_bot. */
  username?: string;
  /** Flood control; off by default. */
  flood?: FloodLimits;
  /** Whether this server knows sendMessageDraft; an older one answers 404. Default true. */
  knowsDrafts?: boolean;
  /** Default: a free one. */
  port?: number;
  /** Id of the first update. Default 500000001. */
  firstUpdateId?: number;
}

export interface FakeTelegram extends UserActions, Faults {
  /** For grammY's `client.apiRoot` and TELEGRAM_API_ROOT. */
  apiRoot: string;
  token: string;
  bot: FakeUser;
  /** Every call so far, in order of arrival. */
  readonly journal: readonly Call[];
  /** The calls of one method. */
  calls(method: string): Call[];
  /** Creates a chat with a title, a name or topics before anybody writes in it. */
  addChat(options: ChatOptions): void;
  /** What a chat shows now, in order; copies. Empty for an unknown chat. */
  messagesIn(chatId: number): StoredMessage[];
  /** Those of them that the bot sent. */
  botMessagesIn(chatId: number): StoredMessage[];
  /** What is in a file that was sent. */
  fileContent(fileId: string): Buffer;
  /** Texts of the drafts that are being streamed in a chat. */
  draftsIn(chatId: number): string[];
  /** The first finished call of a method for which `predicate` holds, also one from before. Default 10 s. */
  waitFor(method: string, predicate?: (call: Call) => boolean, timeoutMs?: number): Promise<Call>;
  /** The first message of the bot in a chat for which `predicate` holds, as soon as it does. Default 10 s. */
  waitForMessage(
    chatId: number,
    predicate?: (message: StoredMessage) => boolean,
    timeoutMs?: number,
  ): Promise<StoredMessage>;
  /** Resolves when no call but getUpdates was begun or under way for `ms`. */
  idle(ms: number, timeoutMs?: number): Promise<void>;
  /** Ids of the updates that the bot has not confirmed yet. */
  pendingUpdates(): number[];
  /** Resolves when the bot has confirmed every update. Default 10 s. */
  allConfirmed(timeoutMs?: number): Promise<void>;
  /** Cuts all connections and stops listening. */
  close(): Promise<void>;
}

/** Starts an emulated Telegram; close it at the end of the test. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const token = options.token ?? "7000000001:AAF-fake-token-for-tests-0123456789abc";
  const bot: FakeUser = {
    id: Number(token.split(":")[0]) || 7_000_000_001,
    is_bot: true,
    first_name: "Programme answers",
    username: options.username ?? "programme_answers_bot",
  };
  const waiting = createWaiting();
  const onChange = () => waiting.notify();
  const world = createWorld(bot, onChange);
  const feed = createUpdateFeed(options.firstUpdateId ?? 500_000_001, onChange);
  const journal = createJournal(waiting);
  const faults = createFaults();
  const context = { world, feed, flood: createFloodGate(options.flood), onChange };
  const methods = createMethods(options.knowsDrafts === false ? ["sendMessageDraft"] : []);
  const server = await startServer({ token, methods, journal, faults, context }, options.port);

  const messagesIn = (chatId: number) => {
    const chat = world.findChat(chatId);
    return chat ? structuredClone(chat.messages) : [];
  };
  return {
    ...createUserActions(world, feed, waiting),
    ...faults,
    apiRoot: server.root,
    token,
    bot,
    journal: journal.calls,
    calls: (method) => journal.calls.filter((call) => call.method === method),
    addChat: (chat) => void world.addChat(chat),
    messagesIn,
    botMessagesIn: (chatId) => messagesIn(chatId).filter(({ from }) => from === "bot"),
    fileContent(fileId) {
      const file = world.files.get(fileId);
      if (!file) throw new Error(`there is no file ${fileId}`);
      return file.content;
    },
    draftsIn: (chatId) => Array.from(world.findChat(chatId)?.drafts.values() ?? [], ({ text }) => text),
    waitFor: (method, predicate, timeoutMs) => journal.waitFor(method, predicate, timeoutMs),
    waitForMessage: (chatId, predicate = () => true, timeoutMs = 10_000) =>
      waiting.until(
        () => {
          const found = world
            .findChat(chatId)
            ?.messages.find((message) => message.from === "bot" && predicate(message));
          return found && structuredClone(found);
        },
        timeoutMs,
        () =>
          `a message in ${chatId}; there are ${JSON.stringify(messagesIn(chatId).map(({ from, text }) => [from, text]))}`,
      ),
    idle: (ms, timeoutMs) => journal.idle(ms, timeoutMs),
    pendingUpdates: () => feed.pending(),
    async allConfirmed(timeoutMs = 10_000) {
      const probe = () => (feed.pending().length === 0 ? true : undefined);
      await waiting.until(probe, timeoutMs, () => `confirmation of the updates ${feed.pending().join(", ")}`);
    },
    async close() {
      feed.close();
      await server.close();
    },
  };
}
