/**
 * An answer while it is written. In private chats a draft shows what is being done and then the verified text; elsewhere
 * a message grows by edits. The latest text wins, nothing is shown more often than Telegram bears, and the finished
 * answer always gets there. An answer that is there at once is one message and nothing else.
 *
 *   status ─ partial ─ partial ─── finish
 *      └ draft   └ draft or edit (latest)   └ waits for what is under way, then the messages
 */
import type { Api } from "grammy";
import type { Log } from "../core/ports.js";
import { describeError, isMessageLost, refusalOf } from "./api-errors.js";
import { type Drafts, draftIdOf } from "./drafts.js";
import { createGrowingMessage } from "./growing-message.js";
import type { Place } from "./reply.js";
import { span } from "./views/html.js";
import type { Keyboard } from "./views/keyboard.js";
import { MAX_MESSAGE_CHARS, splitSpans } from "./views/split.js";

/** How often what is done, in milliseconds. */
export interface Pace {
  /** Between drafts. Default 1000. */
  draftMs: number;
  /** A draft lasts half a minute: it is shown again in time. Default 20000. */
  refreshMs: number;
  /** Between edits: a group bears twenty a minute. Default 3000. */
  editMs: number;
  /** Until text is shown: a finished answer may be right behind it. Default 150. */
  firstMs: number;
  /** Until it is shown what is being done: before that the typing sign says enough, and many answers are there. Default 500. */
  statusMs: number;
  /** Between typing signs, which last five seconds. Default 4500. */
  typingMs: number;
}

/** What Telegram bears, with a little to spare. */
export const DEFAULT_PACE: Pace = {
  draftMs: 1000,
  refreshMs: 20_000,
  editMs: 3000,
  firstMs: 150,
  statusMs: 500,
  typingMs: 4500,
};

/** A draft that hangs holds the finished answer up no longer than this. Milliseconds. */
const LAST_DRAFT_MS = 1000;

/** What a growing answer works with. */
export interface StreamDeps {
  /** For what must arrive; the update's own. */
  api: Api;
  /** For what the next attempt replaces. */
  quick: Api;
  drafts: Drafts;
  log: Log;
}

/** An answer that is being written. */
export interface ReplyStream {
  /** What is being done, shown until there is text; only in a draft. Returns at once. */
  status(words: string): void;
  /** The text so far, plain. Returns at once. */
  partial(text: string): void;
  /** A line below everything, until the end; only in a draft. @returns false when it cannot be shown. */
  note(words: string): boolean;
  /**
   * The finished answer: its messages, HTML, at least one, and the buttons under the last. Rejects when they cannot be
   * delivered. Call it once; partial texts that come later are dropped.
   */
  finish(view: { messages: readonly string[]; keyboard?: Keyboard }): Promise<void>;
  /** Stops everything that goes on by itself; no harm after `finish`. */
  close(): void;
}

/** Begins with the typing sign. @param updateId of the update that is answered. */
export function createReplyStream(
  { api, quick, drafts, log }: StreamDeps,
  place: Place,
  updateId: number,
  pace: Pace = DEFAULT_PACE,
): ReplyStream {
  const message = createGrowingMessage(api, quick, place);
  /** Ends a draft under way; edits are waited for, since one that comes late would replace the finished text. */
  const ended = new AbortController();
  let status = "";
  let text = "";
  let footer = "";
  let shown = "";
  const begun = Date.now();
  /** When the pace lets the next text be shown. */
  let notBefore = begun;
  /** When Telegram takes something again that has asked to wait. */
  let refusedUntil = 0;
  let isTextShown = false;
  let timer: NodeJS.Timeout | undefined;
  let refresh: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let isClosed = false;

  const typing = setInterval(showTyping, pace.typingMs);
  showTyping();

  function showTyping(): void {
    const thread = place.threadId === undefined ? {} : { message_thread_id: place.threadId };
    quick.sendChatAction(place.chatId, "typing", thread).catch((error: unknown) => {
      // A sign is not worth a second attempt, and whoever refuses it refuses the next one too.
      clearInterval(typing);
      log.debug(describeError(error), "no typing sign could be shown");
    });
  }

  /** Only verified text may stand in a message, which notifies and stays. */
  function wanted(): string {
    if (!drafts.areTakenIn(place)) return clip(text);
    const below = footer === "" ? "" : `\n\n${footer}`;
    return `${clip(text === "" ? status : text, MAX_MESSAGE_CHARS - below.length)}${below}`.trim();
  }

  /** Not to be shown sooner. The first verified text waits for nothing that was shown before it. */
  function dueAt(): number {
    const isFirstText = text !== "" && !isTextShown;
    const earliest = begun + (text === "" ? pace.statusMs : pace.firstMs);
    return Math.max(earliest, isFirstText ? begun : notBefore, refusedUntil);
  }

  function arm(): void {
    const next = wanted();
    if (isClosed || timer || underWay || next === "" || next === shown) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        underWay = push().finally(() => {
          underWay = undefined;
          arm();
        });
      },
      Math.max(0, dueAt() - Date.now()),
    );
  }

  /** Shows what is wanted now. Never rejects: whether the chat can be reached shows at the end. */
  async function push(): Promise<void> {
    const isDraft = drafts.areTakenIn(place);
    const pauseMs = isDraft ? pace.draftMs : pace.editMs;
    shown = wanted();
    isTextShown = text !== "";
    clearTimeout(refresh);
    if (shown === "") return;
    try {
      if (isDraft) await drafts.show(place, draftIdOf(updateId), { text: shown, canStop: true }, ended.signal);
      else await message.show(shown);
      notBefore = Date.now() + pauseMs;
    } catch (error) {
      const refusal = refusalOf(error);
      const waitMs = (refusal?.parameters.retry_after ?? 0) * 1000;
      const hasFallenBack = isDraft && !drafts.areTakenIn(place);
      if (!hasFallenBack) notBefore = Date.now() + pauseMs;
      refusedUntil = Date.now() + waitMs;
      if (hasFallenBack || waitMs > 0 || (refusal && isMessageLost(refusal.description))) shown = "";
      log.debug(describeError(error), "a partial answer was not shown");
    }
    if (isDraft && !isClosed) refresh = setTimeout(showAgain, pace.refreshMs);
  }

  function showAgain(): void {
    shown = "";
    arm();
  }

  /** Nothing more is shown. */
  function rest(): void {
    isClosed = true;
    clearInterval(typing);
    clearTimeout(timer);
    clearTimeout(refresh);
  }

  return {
    status(words) {
      status = words;
      arm();
    },
    partial(latest) {
      if (latest.trim() === "") return;
      if (text === "") {
        clearTimeout(timer);
        timer = undefined;
      }
      text = latest;
      arm();
    },
    note(words) {
      if (isClosed || !drafts.areTakenIn(place)) return false;
      footer = words;
      arm();
      return true;
    },
    async finish({ messages, keyboard }) {
      rest();
      const lastDraft = setTimeout(() => ended.abort(), LAST_DRAFT_MS);
      await underWay;
      clearTimeout(lastDraft);
      await message.finish(messages, keyboard);
    },
    close() {
      rest();
      if (underWay) ended.abort();
    },
  };
}

/** The beginning, when the text so far is longer than a message. */
function clip(text: string, limit: number = MAX_MESSAGE_CHARS): string {
  const [first = [], ...rest] = splitSpans([span(text)], limit - 2);
  return first.map((part) => part.text).join("") + (rest.length > 0 ? " …" : "");
}
