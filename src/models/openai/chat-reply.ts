/**
 * Reads the reply of a chat endpoint, streamed or whole, into pieces of plain text, and tells a finished reply from one
 * that was cut off. Believes nothing: events of unknown form are passed over, thoughts and tool calls are no text,
 * halves of surrogate pairs become U+FFFD, and a reply without end is cut.
 */
import { z } from "zod";
import { AppError, type ErrorCode } from "../../core/errors.js";
import { BadReplyError, WEB_PAGE } from "./failures.js";
import { createThoughtFilter } from "./thoughts.js";
import { watchUsage } from "./usage.js";

const Choice = z.object({
  delta: z.object({ content: z.string().nullish() }).nullish(),
  message: z.object({ content: z.string().nullish() }).nullish(),
  finish_reason: z.string().nullish(),
});
const Event = z.object({ choices: z.tuple([Choice]).rest(z.unknown()) });

/** Why a model may stop short of the end of its answer. Any other reason (stop, eos …) is an end. */
const BAD_ENDINGS = new Map<string, { code: ErrorCode; why: string }>([
  ["length", { code: "MODEL_CUT_OFF", why: "it reached its limit of tokens" }],
  ["max_tokens", { code: "MODEL_CUT_OFF", why: "it reached its limit of tokens" }],
  ["model_length", { code: "MODEL_CUT_OFF", why: "it reached its limit of tokens" }],
  ["error", { code: "MODEL_CUT_OFF", why: "the server broke it off" }],
  ["insufficient_system_resource", { code: "MODEL_CUT_OFF", why: "the server broke it off" }],
  ["content_filter", { code: "MODEL_FAILED", why: "the provider's content filter stopped it" }],
  ["sensitive", { code: "MODEL_FAILED", why: "the provider's content filter stopped it" }],
  ["tool_calls", { code: "MODEL_FAILED", why: "it called a tool that it was not offered" }],
  ["function_call", { code: "MODEL_FAILED", why: "it called a tool that it was not offered" }],
]);

/** What is read from. */
export interface ChatReply {
  /** Events of a streamed reply, as parsed JSON. */
  events: AsyncIterable<unknown>;
  /** Headers and, for a reply that is no stream, the body. */
  response: Response;
}

/**
 * Pieces of text, none empty. Returns only when the model said that it had finished, and had written something.
 * @param maxChars after so many UTF-16 units the reply counts as cut off.
 * @param onUsage called at most once, with all tokens of the request, when the server reports them.
 * @throws AppError MODEL_CUT_OFF after the last piece, MODEL_FAILED by the model's own reason; BadReplyError for a reply
 *   of another kind; whatever the connection throws.
 */
export async function* readChatReply(
  reply: ChatReply,
  maxChars: number,
  onUsage?: (tokens: number) => void,
): AsyncGenerator<string> {
  const events = onUsage ? watchUsage(listEvents(reply), onUsage) : listEvents(reply);
  const dropThoughts = createThoughtFilter();
  let chars = 0;
  let held = "";
  for await (const event of events) {
    const choice = Event.safeParse(event).data?.choices[0];
    if (!choice) continue;
    // Servers with a tokenizer of bytes send one character in two events.
    const text = dropThoughts(held + (choice.delta?.content ?? choice.message?.content ?? ""));
    const ending = choice.finish_reason || undefined;
    held = ending === undefined ? (/[\uD800-\uDBFF]$/u.exec(text)?.[0] ?? "") : "";
    const whole = text.slice(0, text.length - held.length).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
    const piece = whole.slice(0, maxChars - chars);
    chars += piece.length;
    if (piece !== "") yield piece;
    if (piece.length < whole.length) throw endReply("MODEL_CUT_OFF", `it is longer than ${maxChars} characters`);
    if (ending === undefined) continue;
    const bad = BAD_ENDINGS.get(ending);
    if (bad) throw endReply(bad.code, bad.why);
    if (chars === 0) throw new BadReplyError("the reply holds no text");
    return;
  }
  throw endReply("MODEL_CUT_OFF", "the stream ended before the model had finished");
}

/** A reply that is no stream counts as one event. */
async function* listEvents({ events, response }: ChatReply): AsyncGenerator {
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("html")) throw new BadReplyError(WEB_PAGE);
  if (!type.includes("json")) {
    yield* events;
    return;
  }
  const whole: unknown = JSON.parse(await response.text());
  if (!Event.safeParse(whole).success) throw new BadReplyError("the reply is not that of a chat endpoint");
  yield whole;
}

function endReply(code: ErrorCode, why: string): AppError {
  return new AppError(code, {
    message: `the model's reply is incomplete: ${why}`,
    retryable: code === "MODEL_CUT_OFF",
  });
}
