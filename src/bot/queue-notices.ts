/**
 * "您前面还有 n 个问题": told once to an asker whose question does not begin soon. The line is never one of the messages that
 * are accounted for (`delivery`), and it never stays: it is a line below the answer that is running in this chat, else a
 * draft, else a silent message that is deleted when the question begins. One line at a time goes out, so that a crowd of
 * waiting people takes nothing from the answers, and a line that fails is not repeated.
 */
import type { Api } from "grammy";
import type { Log } from "../core/ports.js";
import type { Language } from "../core/types.js";
import { botWords } from "../i18n/bot-words.js";
import { describeError } from "./api-errors.js";
import { type Drafts, draftIdOf } from "./drafts.js";
import { type Place, sendText } from "./reply.js";
import type { RunningAnswers } from "./running-answers.js";

/** A question that may have to wait. */
export interface WaitingQuestion {
  updateId: number;
  /** Who asks where; see `conversationOf`. */
  conversation: string;
  place: Place;
  language: Language;
  /** How many come before it by now; undefined when it does not wait any more. */
  ahead: () => number | undefined;
}

/** What telling works with. */
export interface QueueNoticeDeps {
  quick: Api;
  drafts: Drafts;
  running: Pick<RunningAnswers, "note">;
  log: Log;
}

/** The telling. */
export interface QueueNotices {
  /** Tells its asker if it has not begun in a while. Of several that one asker has waiting, the first is spoken of. */
  watch(question: WaitingQuestion): void;
  /** A question begins: what was said of its waiting goes away. */
  leave(updateId: number): void;
}

interface Watched {
  question: WaitingQuestion;
  timer: NodeJS.Timeout;
  isOver: boolean;
  messageId?: number;
}

/** @param afterMs how long a question waits before anything is said. */
export function createQueueNotices({ quick, drafts, running, log }: QueueNoticeDeps, afterMs: number): QueueNotices {
  const watched = new Map<number, Watched>();
  /** The question of each asker that was spoken of, as long as it waits. */
  const spokenOf = new Map<string, number>();
  let telling = Promise.resolve();

  async function tell(entry: Watched): Promise<void> {
    const { question } = entry;
    const ahead = question.ahead();
    if (entry.isOver || ahead === undefined || ahead === 0 || spokenOf.has(question.conversation)) return;
    spokenOf.set(question.conversation, question.updateId);
    const line = botWords(question.language).waiting(ahead);
    if (running.note(question.place, line)) return;
    if (drafts.areTakenIn(question.place)) {
      const draft = { text: line, canStop: false };
      const error = await drafts
        .show(question.place, draftIdOf(question.updateId), draft)
        .catch((thrown: unknown) => thrown);
      if (drafts.areTakenIn(question.place)) return note(error);
    }
    const sent = await sendText(quick, question.place, line, { format: "plain", isSilent: true }).catch(note);
    if (!sent) return;
    entry.messageId = sent.message_id;
    if (entry.isOver) withdraw(entry);
  }

  function withdraw({ question, messageId }: Watched): void {
    if (messageId !== undefined) quick.deleteMessage(question.place.chatId, messageId).catch(note);
  }

  function note(error: unknown): void {
    if (error !== undefined) log.debug(describeError(error), "a word about the queue was not shown");
  }

  return {
    watch(question) {
      const timer = setTimeout(() => {
        telling = telling.then(() => tell(entry)).catch(note);
      }, afterMs);
      timer.unref();
      const entry: Watched = { question, timer, isOver: false };
      watched.set(question.updateId, entry);
    },
    leave(updateId) {
      const entry = watched.get(updateId);
      if (!entry) return;
      watched.delete(updateId);
      if (spokenOf.get(entry.question.conversation) === updateId) spokenOf.delete(entry.question.conversation);
      clearTimeout(entry.timer);
      entry.isOver = true;
      withdraw(entry);
    },
  };
}
