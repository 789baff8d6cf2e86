/**
 * Tells those who asked to be told that their question can be answered now, once, in the chat where they asked. Runs at the
 * start, whenever another generation of the index serves (also one that another process has put in place), and when called.
 *
 *   open wishes ─ one a place and question ─ quotable? ─ answer ─ save ─ close the wish ─ send
 *
 * Whether there is an answer is tried without a model, so that a hundred wishes cost nothing at each re-index. A wish is closed
 * before its message goes out: a crash in between means that somebody is not told, never twice. One that fails is tried again
 * later, with the answer that was made for it, and keeps nobody else waiting.
 */
import type { Api } from "grammy";
import { type AnswerStore, PROVEN_KINDS, type Wish } from "../core/audience-ports.js";
import type { WishStore } from "../core/gap-ports.js";
import type { Answerer, Log } from "../core/ports.js";
import type { IndexStatistics } from "../core/statistics-port.js";
import type { Answer } from "../core/types.js";
import { gapWords } from "../i18n/gap-words.js";
import type { AccessRule } from "./access-rule.js";
import { describeError, isUnreachable, networkFaultOf, refusalOf } from "./api-errors.js";
import type { Catalogue } from "./catalogue.js";
import { type Place, sendText } from "./reply.js";
import { type AnswerView, renderAnswer } from "./views/answer-view.js";
import { clip } from "./views/paging.js";

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
  /** Where anything may be said (any more). */
  isAllowed: AccessRule;
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
/** Until a wish that could not be told is tried again: twice as long each time. Milliseconds. */
const FIRST_DELAY_MS = 5000;
const MAX_DELAY_MS = 3_600_000;

/** Wishes of several people that are one message. */
type SharedWish = [Wish, ...Wish[]];

/** A message that could not be told yet. Kept in memory: after a restart it is tried at once, and answered anew. */
interface Delay {
  failures: number;
  /** Milliseconds since the epoch. */
  notBefore: number;
  /** The answer that was made and saved, by this generation. */
  made?: { generation: string | undefined; view: AnswerView };
}

/** Nothing happens before `tell` or `watch`. */
export function createWishTelling(deps: WishTellingDeps): WishTelling {
  const { wishes, answerer, quoting, answers, catalogue, isAllowed, patient, stopping, log } = deps;
  const generationId = async () => (await deps.indexStatistics()).generation;
  const delays = new Map<string, Delay>();
  const isDue = ({ notBefore }: Delay) => notBefore <= Date.now();
  let running: Promise<void> | undefined;
  let wanted: "all" | "delayed" | undefined;
  /** The generation for which everybody was told; undefined when that is to be done again. */
  let told: string | undefined;

  function start(what: "all" | "delayed"): Promise<void> {
    if (wanted !== "all") wanted = what;
    running ??= runWhileWanted().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function runWhileWanted(): Promise<void> {
    while (wanted && !stopping.aborted) {
      const isForAll = wanted === "all";
      wanted = undefined;
      try {
        told = await generationId();
        const open = shareWishes(wishes.listOpen());
        for (const key of delays.keys()) if (!open.has(key)) delays.delete(key);
        for (const [key, shared] of open) {
          if (stopping.aborted) return;
          const delay = delays.get(key);
          const isWanted = delay ? isDue(delay) : isForAll;
          if (isWanted && isAllowed(shared[0].chatId)) await tellOrDelay(key, shared, told);
        }
      } catch (error) {
        told = undefined;
        if (!stopping.aborted) log.error(describeError(error), "those who asked to be told could not be told");
      }
    }
  }

  /** What goes wrong with one must not keep the others from being told. */
  async function tellOrDelay(key: string, shared: SharedWish, generation: string | undefined): Promise<void> {
    const delay = delays.get(key) ?? { failures: 0, notBefore: 0 };
    try {
      if (delay.made?.generation !== generation) delete delay.made;
      const view = delay.made?.view ?? (await answerTo(shared[0]));
      if (view && !stopping.aborted) {
        delay.made = { generation, view };
        await send(view, shared);
      }
      delays.delete(key);
    } catch (error) {
      if (stopping.aborted) return;
      const waitMs = Math.max(pauseOf(error), Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** delay.failures));
      delays.set(key, { ...delay, failures: delay.failures + 1, notBefore: Date.now() + waitMs });
      log.error({ waitMs, ...describeError(error) }, "somebody who asked to be told could not be told yet");
    }
  }

  /** Undefined when there is none yet. */
  async function answerTo({ asker, language, question }: Wish): Promise<AnswerView | undefined> {
    const request = { question, language };
    if (!hasAnswered(await quoting.answer(request))) return undefined;
    const answer = await answerer.answer(request);
    if (!hasAnswered(answer) || stopping.aborted) return undefined;
    const lead = gapWords(language).answerIsThere(clip(question, MAX_QUOTED));
    const id = answers.save({ answer, asker });
    return renderAnswer({ ...answer, id, at: Date.now() }, (citation) => catalogue.datesOf(citation), { lead });
  }

  /** @throws whatever says that nothing has arrived: the wishes are open again. */
  async function send({ messages, keyboard }: AnswerView, shared: SharedWish): Promise<void> {
    const [{ chatId, threadId }] = shared;
    const closed = shared.filter((wish) => wishes.close(wish));
    if (closed.length === 0) return;
    const place: Place = { chatId, isGroup: chatId < 0, ...(threadId !== undefined && { threadId }) };
    let sent = 0;
    try {
      for (const [i, message] of messages.entries()) {
        const isLast = i === messages.length - 1;
        await sendText(patient, place, message, isLast && keyboard ? { keyboard } : {});
        sent++;
      }
    } catch (error) {
      if (sent === 0 && hasCertainlyNotArrived(error)) {
        for (const wish of closed) wishes.reopen(wish);
        throw error;
      }
      log.warn(describeError(error), "somebody who asked to be told could not be reached");
    }
  }

  async function look(): Promise<void> {
    try {
      if ((await generationId()) !== told) await start("all");
      else if (Array.from(delays.values()).some(isDue)) await start("delayed");
    } catch (error) {
      log.warn(describeError(error), "which index serves could not be told");
    }
  }

  const tell = () => start("all");
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

/** Several people in one group who wish for the same are told together: by place and question. */
function shareWishes(open: readonly Wish[]): Map<string, SharedWish> {
  const shared = new Map<string, SharedWish>();
  for (const wish of open) {
    const key = JSON.stringify([wish.chatId, wish.threadId ?? null, wish.question]);
    const known = shared.get(key);
    if (known) known.push(wish);
    else shared.set(key, [wish]);
  }
  return shared;
}

/** Then telling again later tells nobody twice. Whoever has blocked us is not tried again. */
function hasCertainlyNotArrived(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal ? !isUnreachable(refusal) && refusal.error_code !== 400 : networkFaultOf(error) === "notSent";
}

/** How long Telegram asks to wait. Milliseconds. */
function pauseOf(error: unknown): number {
  return (refusalOf(error)?.parameters.retry_after ?? 0) * 1000;
}
