/**
 * An answer that grows in its message. The first part is sent, later ones are edited in no more often than Telegram
 * bears, the latest wins, and the finished text always gets there. An answer that is there at once is one message.
 *
 *   partial ─ partial ─ partial ─── finish
 *      └ send    └ edit (latest)      └ waits for what is under way, then edit, then further messages
 */
import type { Api } from "grammy";
import type { Log } from "../core/ports.js";
import { describeError, isMessageLost, refusalOf } from "./api-errors.js";
import { editText, type Place, replaceText, sendText } from "./reply.js";
import { escapeHtml, span } from "./views/html.js";
import type { Keyboard } from "./views/keyboard.js";
import { MAX_MESSAGE_CHARS, splitSpans } from "./views/split.js";

/** How often what is done, in milliseconds. */
export interface Pace {
  /** Between edits in a private chat: Telegram bears about one a second. Default 1000. */
  privateEditMs: number;
  /** Between edits in a group: twenty a minute. Default 3000. */
  groupEditMs: number;
  /** Between the first partial text and its sending: a finished answer may be right behind it. Default 150. */
  firstMs: number;
  /** Between typing signs, which last five seconds. Default 4500. */
  typingMs: number;
}

/** What Telegram bears, with a little to spare. */
export const DEFAULT_PACE: Pace = { privateEditMs: 1000, groupEditMs: 3000, firstMs: 150, typingMs: 4500 };

/** What a growing answer works with. */
export interface StreamDeps {
  /** For what must arrive; the update's own. */
  api: Api;
  /** For what the next attempt replaces. */
  quick: Api;
  log: Log;
}

/** An answer that is being written. */
export interface ReplyStream {
  /** The text so far, plain. Returns at once. */
  partial(text: string): void;
  /**
   * The finished answer: its messages, HTML, at least one, and the buttons under the last. Rejects when they cannot be
   * delivered. Call it once; partial texts that come later are dropped.
   */
  finish(view: { messages: readonly string[]; keyboard?: Keyboard }): Promise<void>;
  /** Stops everything that goes on by itself; no harm after `finish`. */
  close(): void;
}

/** Begins with the typing sign. */
export function createReplyStream(
  { api, quick, log }: StreamDeps,
  place: Place,
  pace: Pace = DEFAULT_PACE,
): ReplyStream {
  const editMs = place.isGroup ? pace.groupEditMs : pace.privateEditMs;
  let messageId: number | undefined;
  let latest = "";
  let shown = "";
  /** What certainly stands in the message. */
  let placed = "";
  let notBefore = Date.now() + pace.firstMs;
  let timer: NodeJS.Timeout | undefined;
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

  function arm(): void {
    if (isClosed || timer || underWay || latest === shown) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        underWay = push(latest).finally(() => {
          underWay = undefined;
          arm();
        });
      },
      Math.max(0, notBefore - Date.now()),
    );
  }

  /** Shows a partial text. Never rejects: whether the chat can be reached shows at the end. */
  async function push(text: string): Promise<void> {
    shown = text;
    const clipped = clip(text);
    placed = "";
    try {
      if (messageId === undefined) {
        messageId = (await sendText(api, place, clipped, { format: "plain" })).message_id;
      } else {
        await editText(quick, place, messageId, clipped, { format: "plain" });
      }
      placed = clipped;
      notBefore = Date.now() + editMs;
    } catch (error) {
      const refusal = refusalOf(error);
      const waitMs = (refusal?.parameters.retry_after ?? 0) * 1000;
      notBefore = Date.now() + Math.max(editMs, waitMs);
      if (refusal && isMessageLost(refusal.description)) messageId = undefined;
      if (waitMs > 0 || messageId === undefined) shown = "";
      log.debug(describeError(error), "a partial answer was not shown");
    }
  }

  function close(): void {
    isClosed = true;
    clearInterval(typing);
    clearTimeout(timer);
    timer = undefined;
  }

  async function finish({ messages, keyboard }: { messages: readonly string[]; keyboard?: Keyboard }): Promise<void> {
    close();
    await underWay;
    const [first = "", ...others] = messages;
    const last = keyboard ? { keyboard } : {};
    const options = others.length === 0 ? last : {};
    if (messageId === undefined) await sendText(api, place, first, options);
    // A long answer's first message may stand there already: an edit without a change is refused.
    else if (escapeHtml(placed) !== first || "keyboard" in options) {
      await replaceText(api, place, messageId, first, options);
    }
    for (const [i, message] of others.entries()) {
      await sendText(api, place, message, i === others.length - 1 ? last : {});
    }
  }

  return {
    partial(text) {
      if (text.trim() === "") return;
      latest = text;
      arm();
    },
    finish,
    close,
  };
}

/** The beginning, when the text so far is longer than a message. */
function clip(text: string): string {
  const [first = [], ...rest] = splitSpans([span(text)], MAX_MESSAGE_CHARS - 2);
  return first.map((part) => part.text).join("") + (rest.length > 0 ? " …" : "");
}
