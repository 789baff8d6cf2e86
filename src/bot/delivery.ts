/**
 * What has been sent for one update, so that a crash between any two steps never sends it twice. A transformer nearest
 * to the network writes a mark before each sendMessage goes out and the message's id when it has arrived. After a
 * crash the handler simply runs again: messages that arrived are edited into instead of sent, and when a mark without an
 * id was left behind nobody knows whether the message arrived, so the handler must not run at all (`isUncertain`).
 * The order of a handler's messages is their identity: it must send them one after another.
 */
import type { Transformer } from "grammy";
import { isMessageLost, isNotModified, networkFaultOf } from "./api-errors.js";
import { type ApiCall, type CallSignal, type Payload, transformer } from "./transformer.js";

/** Stored as JSON. A stored value of another version is as good as none. */
interface Progress {
  v: 1;
  /** Ids of the messages that arrived, in the order in which they were sent. */
  sent: number[];
  /** A message was on its way and its fate is not known. */
  isSending: boolean;
  /** The asker was told that something went wrong; it is not told twice. */
  isTold: boolean;
}

/** The sending for one update. */
export interface Delivery {
  /** A former attempt broke off while a message was on its way. */
  readonly isUncertain: boolean;
  /** `markTold` was called, in this attempt or a former one. */
  readonly isTold: boolean;
  /** Resolves when it is written: tell the asker after that. */
  markTold(): Promise<void>;
  /** To be installed first, innermost. */
  readonly transformer: Transformer;
}

/**
 * @param saved what a former attempt left behind; undefined for a first one.
 * @param save writes the progress; resolves when it is written.
 */
export function createDelivery(saved: string | undefined, save: (progress: string) => Promise<void>): Delivery {
  const state = readProgress(saved);
  const isUncertain = state.isSending;
  /** The mark of the message under way is written. */
  let isMarked = false;
  /** Messages of this attempt so far. */
  let position = 0;
  /** An attempt of the message under way ended without an answer: a later refusal says nothing about that one. */
  let isAmbiguous = false;

  const write = () => save(JSON.stringify(state));

  async function send(call: ApiCall, payload: Payload, signal: CallSignal) {
    if (!isMarked) {
      state.isSending = true;
      await write();
      isMarked = true;
    }
    const response = await call("sendMessage", payload, signal).catch((error: unknown) => {
      isAmbiguous ||= networkFaultOf(error) !== "notSent";
      clearMark();
      throw error;
    });
    if (response.ok) {
      state.sent[position++] = (response.result as { message_id: number }).message_id;
      isAmbiguous = false;
    }
    clearMark();
    return response;
  }

  /** Once the message's fate is known. Nobody waits for this write: writes happen in the order in which they were asked for. */
  function clearMark(): void {
    if (isAmbiguous) return;
    state.isSending = false;
    isMarked = false;
    write().catch(() => undefined);
  }

  return {
    isUncertain,
    get isTold() {
      return state.isTold;
    },
    async markTold() {
      state.isTold = true;
      await write();
    },
    transformer: transformer(async (call, method, payload, signal) => {
      if (method !== "sendMessage") return call(method, payload, signal);
      const known = state.sent[position];
      if (known === undefined) return send(call, payload, signal);
      const arrived = { message_id: known, date: 0, chat: { id: payload.chat_id }, text: payload.text };
      // Telegram lets nobody change a message that asks for a reply: it stands there as it was sent.
      if (asksForReply(payload)) {
        position++;
        return { ok: true, result: arrived };
      }
      const response = await call("editMessageText", toEdit(payload, known), signal);
      if (response.ok || isNotModified(response.description)) {
        position++;
        return { ok: true, result: arrived };
      }
      return isMessageLost(response.description) ? send(call, payload, signal) : response;
    }),
  };
}

function asksForReply({ reply_markup: markup }: Payload): boolean {
  return typeof markup === "object" && markup !== null && "force_reply" in markup;
}

function toEdit({ chat_id, text, parse_mode, entities, link_preview_options, reply_markup }: Payload, id: number) {
  return { chat_id, message_id: id, text, parse_mode, entities, link_preview_options, reply_markup };
}

function readProgress(saved: string | undefined): Progress {
  const none: Progress = { v: 1, sent: [], isSending: false, isTold: false };
  if (saved === undefined) return none;
  const read = JSON.parse(saved) as Partial<Progress>;
  return read.v === 1 ? { ...none, ...read } : none;
}
