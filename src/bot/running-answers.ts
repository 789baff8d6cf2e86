/**
 * Answers that are being written right now, so that their askers can stop them. A stop does not wait in the lane of its
 * chat, where it would come after what it is to stop: it is heard the moment it arrives. Held in memory only, since after
 * a crash nothing runs; a question that is taken up again by the next start is answered whole.
 */
import { STOPPED_BY_ASKER } from "../core/ports.js";
import { draftIdOf } from "./drafts.js";
import type { Place } from "./reply.js";

/** An answer, as those see it who stop it or have something to say below it. */
export interface RunningAnswer {
  place: Place;
  /** See `conversationOf`: an asker stops only answers of the own conversation. */
  conversation: string;
  updateId: number;
  /** Shows a line below it; false when it cannot. */
  note: (words: string) => boolean;
}

/** What runs, and the stopping. */
export interface RunningAnswers {
  /** Until `end`, the answer can be stopped: `signal` is aborted then, or when everything must come to an end. */
  begin(answer: RunningAnswer): { signal: AbortSignal; end(): void };
  /** The stop button of a draft. One that belongs to nothing (any more) is no error. */
  stopDraft(chatId: number, draftId: number): void;
  /** /stop, heard: ends all that was asked in this conversation before it, also what has not begun yet. */
  stopConversation(conversation: string, updateId: number): void;
  /** /stop, when its turn comes: what was asked before it is over. @returns whether there was anything to stop. */
  settleStop(conversation: string, updateId: number): boolean;
  /** Shows a line below the answer that is running in this place; false when there is none or it cannot. */
  note(place: Place, words: string): boolean;
}

/** A /stop that waits for its own turn. */
interface Stop {
  updateId: number;
  hasStopped: boolean;
}

/** Nothing runs at first. @param winding aborted when answers must come to an end, for another reason than a stop. */
export function createRunningAnswers(winding: AbortSignal): RunningAnswers {
  const running = new Map<RunningAnswer, AbortController>();
  const stops = new Map<string, Stop>();
  winding.addEventListener("abort", () => {
    for (const controller of running.values()) controller.abort();
  });

  return {
    begin(answer) {
      const controller = new AbortController();
      running.set(answer, controller);
      const stop = stops.get(answer.conversation);
      if (winding.aborted) controller.abort();
      else if (stop && answer.updateId < stop.updateId) {
        stop.hasStopped = true;
        controller.abort(STOPPED_BY_ASKER);
      }
      return { signal: controller.signal, end: () => void running.delete(answer) };
    },
    stopDraft(chatId, draftId) {
      for (const [{ place, updateId }, controller] of running) {
        if (place.chatId === chatId && draftIdOf(updateId) === draftId) controller.abort(STOPPED_BY_ASKER);
      }
    },
    stopConversation(conversation, updateId) {
      const stop: Stop = { updateId, hasStopped: stops.get(conversation)?.hasStopped ?? false };
      stops.set(conversation, stop);
      for (const [answer, controller] of running) {
        if (answer.conversation !== conversation || answer.updateId >= updateId) continue;
        stop.hasStopped = true;
        controller.abort(STOPPED_BY_ASKER);
      }
    },
    settleStop(conversation, updateId) {
      const stop = stops.get(conversation);
      if (stop && stop.updateId <= updateId) stops.delete(conversation);
      return stop?.hasStopped ?? false;
    },
    note({ chatId, threadId }, words) {
      const here = Array.from(running.keys()).find(
        ({ place }) => place.chatId === chatId && place.threadId === threadId,
      );
      return here?.note(words) ?? false;
    },
  };
}
