/**
 * What must happen the moment an update arrives, before it waits in its lane: a stop overtakes the answer that it is to
 * end, a question is counted, or refused when too many wait, and watched in case it has to wait long. Nothing is answered
 * here; every update goes on to the features.
 */
import type { Update, UserFromGetMe } from "grammy/types";
import type { AccessRule } from "./access-rule.js";
import { askerIdOf, type LanguageDeps, languageOf } from "./context.js";
import { readIncoming } from "./incoming.js";
import type { QueueNotices } from "./queue-notices.js";
import { conversationOf, placeOf } from "./reply.js";
import type { RunningAnswers } from "./running-answers.js";
import type { WaitingRoom } from "./waiting-room.js";

/** What arrivals are made known to. */
export interface ArrivalDeps extends LanguageDeps {
  keyOf: (telegramId: number) => string;
  /** Of anybody else nothing is taken note of. */
  isAllowed: AccessRule;
  me: () => Pick<UserFromGetMe, "id" | "username">;
  running: Pick<RunningAnswers, "stopDraft" | "stopConversation" | "settleStop">;
  room: Pick<WaitingRoom, "admit" | "leave" | "forget">;
  notices: QueueNotices;
}

/** The queue as it stands when an update arrives. */
export interface QueueView {
  /** Updates that wait. */
  waiting: number;
  /** How many come before this one, asked at any time; undefined when it does not wait any more. */
  ahead: () => number | undefined;
}

/** The reception. */
export interface Arrivals {
  /** Takes note of a new update. @returns false when it was refused: it need not wait for its chat. */
  receive(update: Update, queue: QueueView): boolean;
  /** An update is being handled now. */
  begin(updateId: number): void;
  /** It is done with, whatever became of it: nothing of it is remembered. */
  end(updateId: number): void;
}

/** Makes the reception; `me` is asked for when the first update comes. */
export function createArrivals(deps: ArrivalDeps): Arrivals {
  const { keyOf, preferences, isAllowed, me, running, room, notices } = deps;
  const releases = new Map<number, () => void>();
  return {
    receive({ update_id: updateId, message, stopped_message_generation: stopped }, { waiting, ahead }) {
      if (stopped) running.stopDraft(stopped.chat.id, stopped.draft_id);
      if (!message || !isAllowed(message.chat.id, message.from?.id ?? 0)) return true;
      const incoming = readIncoming(message, me());
      const command = incoming.kind === "command" ? incoming.name : undefined;
      if (incoming.kind !== "question" && command !== "ask" && command !== "stop") return true;
      const place = placeOf(message);
      const asker = keyOf(askerIdOf(message));
      const conversation = conversationOf(place, asker, keyOf);
      if (command === "stop") {
        running.stopConversation(conversation, updateId);
        releases.set(updateId, () => running.settleStop(conversation, updateId));
        return true;
      }
      if (!room.admit({ updateId, conversation }, waiting)) {
        releases.set(updateId, () => room.forget(updateId));
        return false;
      }
      const language = languageOf({ preferences }, asker, message.from);
      notices.watch({ updateId, conversation, place, language, ahead });
      return true;
    },
    begin(updateId) {
      room.leave(updateId);
      notices.leave(updateId);
    },
    end(updateId) {
      releases.get(updateId)?.();
      releases.delete(updateId);
    },
  };
}
