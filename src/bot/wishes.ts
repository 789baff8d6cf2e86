/**
 * Tells those who asked to be told that their question can be answered now, once, in the chat where they asked. Runs at the
 * start, whenever another generation of the index serves (also one that another process has put in place), and when called.
 *
 *   open wishes ─ one a place and question ─ quotable? ─ answer ─ save ─ close the wish ─ send
 *
 * Whether there is an answer is tried without a model, so that a hundred wishes cost nothing at each re-index. A wish is closed
 * before its message goes out: a crash in between means that somebody is not told, never twice.
 */
import type { Api } from "grammy";
import { type AnswerStore, PROVEN_KINDS, type Wish } from "../core/audience-ports.js";
import type { WishStore } from "../core/gap-ports.js";
import type { Answerer, Log } from "../core/ports.js";
import type { IndexStatistics } from "../core/statistics-port.js";
import type { Answer } from "../core/types.js";
import { gapWords } from "../i18n/gap-words.js";
import type { Admins } from "./admin.js";
import { describeError, isUnreachable, networkFaultOf, refusalOf } from "./api-errors.js";
import type { Catalogue } from "./catalogue.js";
import { type Place, sendText } from "./reply.js";
import { renderAnswer } from "./views/answer-view.js";

/** What telling works with. */
export interface WishTellingDeps {
  wishes: WishStore;
  /** As everybody is answered. */
  answerer: Answerer;
  /** The same without a model. */
  quoting: Answerer;
  answers: Pick<AnswerStore, "save">;
  catalogue: Catalogue;
  /** Names the generation that serves. */
  indexStatistics: () => Promise<IndexStatistics>;
  /** Waits and repeats. */
  patient: Api;
  /** Chats in which anything may be said (any more); undefined: all. */
  allowedChats: readonly number[] | undefined;
  /** May be told in any case. */
  admins: Pick<Admins, "has">;
  /** Aborted when nothing more is to be begun. */
  stopping: AbortSignal;
  log: Log;
}

/** The telling. */
export interface WishTelling {
  /** Goes through the open wishes. Calls that come while it runs are one more run behind it. Never rejects. */
  tell(): Promise<void>;
  /** Tells now, and again whenever the generation has changed. @returns the function that ends it. */
  watch(everyMs: number): () => void;
}

/** A question is repeated so far. Characters. */
const MAX_QUOTED = 200;

/** Wishes of several people that are one message. */
type SharedWish = [Wish, ...Wish[]];

/** Nothing happens before `tell` or `watch`. */
export function createWishTelling(deps: WishTellingDeps): WishTelling {
  const { wishes, answerer, quoting, answers, catalogue, allowedChats, admins, patient, stopping, log } = deps;
  const generationId = async () => (await deps.indexStatistics()).generation;
  const isAllowed = (chatId: number) => !allowedChats || allowedChats.includes(chatId) || admins.has(chatId);
  let running: Promise<void> | undefined;
  let isWanted = false;
  /** The generation for which everybody was told; undefined when that is to be done again. */
  let told: string | undefined;

  function tell(): Promise<void> {
    isWanted = true;
    running ??= runWhileWanted().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function runWhileWanted(): Promise<void> {
    while (isWanted && !stopping.aborted) {
      isWanted = false;
      try {
        told = await generationId();
        for (const shared of shareWishes(wishes.listOpen())) {
          if (stopping.aborted) return;
          if (isAllowed(shared[0].chatId)) await tellOne(shared);
        }
      } catch (error) {
        if (!stopping.aborted) log.error(describeError(error), "those who asked to be told could not be told");
      }
    }
  }

  async function tellOne(shared: SharedWish): Promise<void> {
    const [{ asker, chatId, threadId, language, question }] = shared;
    const request = { question, language };
    if (!hasAnswered(await quoting.answer(request))) return;
    const answer = await answerer.answer(request);
    if (!hasAnswered(answer) || stopping.aborted) return;
    const lead = gapWords(language).answerIsThere(clip(question));
    const id = answers.save({ answer, asker });
    const view = renderAnswer({ ...answer, id, at: Date.now() }, (citation) => catalogue.datesOf(citation), { lead });
    const closed = shared.filter((wish) => wishes.close(wish));
    if (closed.length === 0) return;
    const place: Place = { chatId, isGroup: chatId < 0, ...(threadId !== undefined && { threadId }) };
    let sent = 0;
    try {
      for (const [i, message] of view.messages.entries()) {
        const isLast = i === view.messages.length - 1;
        await sendText(patient, place, message, isLast && view.keyboard ? { keyboard: view.keyboard } : {});
        sent++;
      }
    } catch (error) {
      if (sent === 0 && hasCertainlyNotArrived(error)) {
        for (const wish of closed) wishes.reopen(wish);
        told = undefined; // the next look tries again
      }
      log.warn(describeError(error), "somebody who asked to be told could not be reached");
    }
  }

  async function look(): Promise<void> {
    try {
      if ((await generationId()) !== told) await tell();
    } catch (error) {
      log.warn(describeError(error), "which index serves could not be told");
    }
  }

  return {
    tell,
    watch(everyMs) {
      void tell();
      const timer = setInterval(() => void look(), everyMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

function hasAnswered({ kind }: Answer): boolean {
  return PROVEN_KINDS.includes(kind);
}

function clip(question: string): string {
  const characters = Array.from(question);
  return characters.length <= MAX_QUOTED ? question : `${characters.slice(0, MAX_QUOTED).join("")}…`;
}

/** Several people in one group who wish for the same are told together. */
function shareWishes(open: readonly Wish[]): SharedWish[] {
  const shared = new Map<string, SharedWish>();
  for (const wish of open) {
    const key = JSON.stringify([wish.chatId, wish.threadId ?? null, wish.question]);
    const known = shared.get(key);
    if (known) known.push(wish);
    else shared.set(key, [wish]);
  }
  return Array.from(shared.values());
}

/** Then telling again later tells nobody twice. Whoever has blocked us is not tried again. */
function hasCertainlyNotArrived(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal ? !isUnreachable(refusal) && refusal.error_code !== 400 : networkFaultOf(error) === "notSent";
}
