/**
 * What went wrong with a call of the Bot API, in the terms that our decisions need. The only place that knows Telegram's
 * wordings, and the only way an error may enter a log: grammY's errors hold the token's URL and the user's text.
 */
import { BotError, GrammyError, HttpError } from "grammy";

/**
 * `notSent`: no connection was made, so Telegram knows nothing of the call. `dropped`: the connection broke or the answer
 * was no JSON (a proxy's error page). `timedOut`: no answer. In the last two nobody knows whether the call took effect.
 */
export type NetworkFault = "notSent" | "dropped" | "timedOut";

/** Set by our own agent when a connection is not made in time. */
export const CONNECT_TIMEOUT_CODE = "ECONNTIMEOUT";

const NOT_SENT = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
  CONNECT_TIMEOUT_CODE,
]);

/** How the network failed; undefined when it did not (Telegram answered, or the error is ours). */
export function networkFaultOf(error: unknown): NetworkFault | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const code = codeOf(error.error);
  if (code !== undefined && NOT_SENT.has(code)) return "notSent";
  const isTimeout = error.error instanceof Error && /^Request to '.*' timed out/.test(error.error.message);
  return isTimeout ? "timedOut" : "dropped";
}

/** Telegram's refusal, or undefined when the error is another. */
export function refusalOf(error: unknown): GrammyError | undefined {
  const inner = error instanceof BotError ? error.error : error;
  return inner instanceof GrammyError ? inner : undefined;
}

/** An edit that would change nothing: what we wanted is there. */
export function isNotModified(description: string): boolean {
  return description.includes("message is not modified");
}

/** Our HTML was refused; the same text without formatting would not be. */
export function isUnparsable(description: string): boolean {
  return /can't parse entities|can't find end|unsupported start tag/i.test(description);
}

/** The message to be edited is gone or is not ours to edit: the text must go into a new one. */
export function isMessageLost(description: string): boolean {
  return /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(description);
}

/** A button was refused for its address or the text that it copies. */
export function isButtonRefused(description: string): boolean {
  return /BUTTON_(?:URL|COPY_TEXT)\w*_INVALID|inline keyboard button URL/i.test(description);
}

/** Nobody can be reached here: blocked, thrown out, muted, or the chat is gone. Nothing to do about it. */
export function isUnreachable(refusal: Pick<GrammyError, "error_code" | "description">): boolean {
  return (
    refusal.error_code === 403 ||
    /chat not found|user not found|message thread not found|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED|TOPIC_DELETED|PEER_ID_INVALID/i.test(
      refusal.description,
    )
  );
}

/** What may be logged of an error: never a payload, a URL or a token. Stacks only of errors that are bugs of ours. */
export function describeError(error: unknown): { reason: string; stack?: string } {
  const inner = error instanceof BotError ? error.error : error;
  if (inner instanceof GrammyError) {
    return { reason: redact(`${inner.method}: ${inner.error_code} ${inner.description}`) };
  }
  if (inner instanceof HttpError) return { reason: redact(`${inner.message} ${networkReason(inner.error)}`) };
  if (!(inner instanceof Error)) return { reason: redact(String(inner)) };
  return { reason: redact(inner.message), ...(inner.stack === undefined ? {} : { stack: redact(inner.stack) }) };
}

/** Takes everything out that looks like a bot's token. */
export function redact(text: string): string {
  return text.replace(/\d{5,}(?::|%3A)[\w-]{20,}/gi, "[token]");
}

function networkReason(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `(${code})`;
  if (error instanceof Error && /^Request to '.*' timed out/.test(error.message)) return "(timed out)";
  const type = typeof error === "object" && error !== null && "type" in error ? error.type : undefined;
  return `(${typeof type === "string" ? type : error instanceof Error ? error.name : "unknown"})`;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
