/**
 * Drafts: the ephemeral preview in which Telegram shows an answer while it is written, with a button to stop it. Not
 * every server and chat has them; who refused one is not asked again. A draft is never worth a second attempt, and
 * nothing is accounted for: the finished message follows in any case, and takes the draft away.
 */
import type { Api } from "grammy";
import { refusalOf } from "./api-errors.js";
import type { Place } from "./reply.js";
import type { CallSignal } from "./transformer.js";

/** A draft that is not taken in this time will be replaced by the next one. Milliseconds. */
const DRAFT_TIMEOUT_MS = 5000;

/** Chats that take no drafts; beyond this many they are asked anew. */
const MAX_CHATS_REMEMBERED = 10_000;

/** Telegram may take ids of 32 bits only. */
const MAX_DRAFT_ID = 2_147_483_647;

/** What a draft shows. */
export interface DraftText {
  text: string;
  /** With a button that stops the answer. */
  canStop: boolean;
}

/** Where drafts can be shown, and the showing. */
export interface Drafts {
  /** Private chats, unless they or the server have refused. */
  areTakenIn(place: Place): boolean;
  /**
   * Shows a text, plain, at most 4096 UTF-16 units; the former one of the same id is replaced.
   * @throws when it was not shown; afterwards `areTakenIn` tells whether another attempt makes sense.
   */
  show(place: Place, draftId: number, draft: DraftText, signal?: AbortSignal): Promise<void>;
}

/** Asks the server with the first draft. @param quick one attempt a call. */
export function createDrafts(quick: Api): Drafts {
  let isMethodKnown = true;
  const refusing = new Set<number>();

  function learn(error: unknown, chatId: number): void {
    const code = refusalOf(error)?.error_code;
    if (code === 404) isMethodKnown = false;
    if (code !== 400) return;
    if (refusing.size >= MAX_CHATS_REMEMBERED) refusing.clear();
    refusing.add(chatId);
  }

  return {
    areTakenIn: ({ chatId, isGroup }) => isMethodKnown && !isGroup && !refusing.has(chatId),
    async show({ chatId, threadId }, draftId, { text, canStop }, signal) {
      const ending = new AbortController();
      const end = () => ending.abort();
      const timer = setTimeout(end, DRAFT_TIMEOUT_MS);
      signal?.addEventListener("abort", end);
      try {
        await quick.sendMessageDraft(
          chatId,
          draftId,
          text,
          {
            ...(threadId === undefined ? {} : { message_thread_id: threadId }),
            // Stopping must not take away what was shown: the stopped answer replaces it.
            ...(canStop ? { can_stop: true, keep_on_stop: true } : {}),
          },
          ending.signal as unknown as CallSignal,
        );
      } catch (error) {
        learn(error, chatId);
        throw error;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
      }
    },
  };
}

/** The id of the draft for the answer to an update: the same one whenever it is handled, and never 0. */
export function draftIdOf(updateId: number): number {
  return (updateId % MAX_DRAFT_ID) + 1;
}
