import type { Message, Update } from "grammy/types";
import { expect, it } from "vitest";
import { createArrivals } from "./arrivals.js";
import { createRunningAnswers } from "./running-answers.js";
import { createWaitingRoom } from "./waiting-room.js";

const ANN = 1;
const STRANGER = 666;
const CONVERSATION = "tg:key-1:key-1";

function say(update_id: number, text: string, id = ANN): Update {
  const entities = text.startsWith("/") ? [{ type: "bot_command", offset: 0, length: text.length }] : [];
  const message = {
    message_id: 1,
    date: 0,
    chat: { id, type: "private" },
    from: { id, is_bot: false },
    text,
    entities,
  };
  return { update_id, message: message as unknown as Message & Update.NonChannel };
}

function start(maxWaiting = 9) {
  const running = createRunningAnswers(new AbortController().signal);
  const room = createWaitingRoom({ maxWaiting, maxWaitingEach: 9 });
  const watched: number[] = [];
  const arrivals = createArrivals({
    keyOf: (id) => `key-${id}`,
    preferences: { languageOf: () => undefined },
    isAllowed: (chatId) => chatId !== STRANGER,
    me: () => ({ id: 77, username: "bot" }),
    running,
    room,
    notices: { watch: ({ updateId }) => void watched.push(updateId), leave: () => undefined },
  });
  const receive = (update: Update) => arrivals.receive(update, { waiting: 3, ahead: () => 1 });
  return { arrivals, receive, running, room, watched };
}

it("nothing of an update is kept once it is done with, whatever became of it", () => {
  const { arrivals, receive, running, room } = start(3);
  expect(receive(say(5, "问?"))).toBe(false);
  expect(room.refusalOf(5)).toBe("tell");
  arrivals.end(5);
  expect(room.refusalOf(5)).toBeUndefined();

  running.begin({ place: { chatId: ANN, isGroup: false }, conversation: CONVERSATION, updateId: 6, note: () => true });
  receive(say(7, "/stop"));
  arrivals.end(7);
  expect(running.settleStop(CONVERSATION, 7)).toBe(false);
});

it("whoever is not answered is neither counted nor told of the queue, and stops nothing", () => {
  const { receive, room, watched, running } = start(3);
  const place = { chatId: STRANGER, isGroup: false };
  const run = running.begin({ place, conversation: "tg:key-666:key-666", updateId: 1, note: () => true });
  expect(receive(say(2, "问?", STRANGER))).toBe(true);
  expect(receive(say(3, "/stop", STRANGER))).toBe(true);
  expect([room.refusalOf(2), watched, run.signal.aborted]).toEqual([undefined, [], false]);
});
