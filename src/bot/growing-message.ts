/**
 * A message of ours that grows by edits: how an answer is shown where there are no drafts, and where the finished one
 * goes in any case. Knows its id once it was sent; when somebody deletes it, the next text goes into a new one.
 */
import type { Api } from "grammy";
import { isMessageLost, refusalOf } from "./api-errors.js";
import { editText, type Place, replaceText, sendText } from "./reply.js";
import { escapeHtml } from "./views/html.js";
import type { Keyboard } from "./views/keyboard.js";

/** The message, sent or not yet. */
export interface GrowingMessage {
  /** Puts a part of the answer into it, plain. Rejects when it was not shown. */
  show(text: string): Promise<void>;
  /** The finished messages, HTML, at least one: the first goes into what has grown. Rejects when they cannot be delivered. */
  finish(messages: readonly string[], keyboard: Keyboard | undefined): Promise<void>;
}

/**
 * Sends nothing yet.
 * @param api for what must arrive; the update's own.
 * @param quick for edits that the next one replaces.
 */
export function createGrowingMessage(api: Api, quick: Api, place: Place): GrowingMessage {
  let messageId: number | undefined;
  /** What certainly stands in the message. */
  let placed = "";

  return {
    async show(text) {
      placed = "";
      try {
        if (messageId === undefined) messageId = (await sendText(api, place, text, { format: "plain" })).message_id;
        else await editText(quick, place, messageId, text, { format: "plain" });
        placed = text;
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal && isMessageLost(refusal.description)) messageId = undefined;
        throw error;
      }
    },
    async finish(messages, keyboard) {
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
    },
  };
}
