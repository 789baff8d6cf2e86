/**
 * A chat model behind an OpenAI-compatible endpoint, streamed. However the server behaves, a call ends in time and in
 * one of four ways: finished, MODEL_TIMEOUT, MODEL_CUT_OFF (something came, then it broke off) or MODEL_FAILED; and
 * it ends at once when the caller aborts. What it writes is not judged here.
 */
import { BadRequestError, UnprocessableEntityError } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import { AppError, isAppError } from "../../core/errors.js";
import type { ChatMessage, ChatModel } from "../../core/ports.js";
import { type ChatReply, readChatReply } from "./chat-reply.js";
import { createOpenAiClient, type EndpointOptions, locateEndpoint } from "./client.js";
import { BadReplyError, type Endpoint, translateFailure } from "./failures.js";
import { createPatience, type Patience } from "./patience.js";
import { withRetries } from "./retry.js";

/** Which model, and how long to wait for it. Times in ms; only waiting for the server counts. */
export interface OpenAiChatOptions extends EndpointOptions {
  model: string;
  /**
   * The longest wait for the next piece of text: for the first one, retries included, and for each after it. What is
   * no text (keep-alive comments, thoughts, tool calls) does not count as a sign of life. Default 30,000.
   */
  timeoutMs?: number;
  /** All waiting of one reply together. Default twice `timeoutMs`. */
  totalTimeoutMs?: number;
  /** A longer reply is cut off there, UTF-16 units. Default 32,000; an answer has a few hundred. */
  maxChars?: number;
  /** First pause before a retry when the server does not name one; doubles. Default 500. */
  backoffMs?: number;
}

/** Retries of a request that was refused before its reply began; none once it has. */
const MAX_RETRIES = 2;

/** An event carries one token and some 250 bytes around it. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/**
 * The chat model of an endpoint. `stream` throws, besides what the port says, the signal's own reason when the caller
 * aborted, as `fetch` does; so check `signal.aborted` before the error. Leaving the loop early closes the connection.
 * Messages of its errors name the variable to look at, never the key or anybody's words.
 * @throws AppError CONFIG_INVALID for an address or a key that cannot be used.
 * @example for await (const piece of createOpenAiChatModel({ apiKey, baseUrl, model }).stream(messages)) text += piece;
 */
export function createOpenAiChatModel(options: OpenAiChatOptions): ChatModel {
  const client = createOpenAiClient(options, MAX_REPLY_BYTES);
  const { host } = locateEndpoint(options.baseUrl);
  const endpoint: Endpoint = { code: "MODEL_FAILED", host, model: options.model, variable: "CHAT_MODEL" };
  const silenceMs = options.timeoutMs ?? 30_000;
  const totalMs = options.totalTimeoutMs ?? 2 * silenceMs;
  let takesTemperature = true;
  let reportsUsage = true;

  return {
    async *stream(messages, { signal, onUsage } = {}) {
      signal?.throwIfAborted();
      const patience = createPatience({ silenceMs, totalMs }, signal);
      let hasBegun = false;
      try {
        patience.begin();
        const reply = await request(messages, patience, onUsage !== undefined);
        for await (const piece of readChatReply(reply, options.maxChars ?? 32_000, onUsage)) {
          patience.pause();
          hasBegun = true;
          yield piece;
          signal?.throwIfAborted();
          patience.begin();
        }
      } catch (error) {
        // The package ends an aborted stream like a finished one: the signals know better than the error.
        signal?.throwIfAborted();
        throw explain(error, patience, hasBegun);
      } finally {
        patience.end();
      }
    },
  };

  function request(messages: readonly ChatMessage[], patience: Patience, asksUsage: boolean): Promise<ChatReply> {
    // A retry that begins late leaves the model no time: better the answer without a model, now.
    const deadline = performance.now() + silenceMs / 2;
    return withRetries(() => requestOnce(messages, patience.signal, asksUsage && reportsUsage), {
      maxRetries: MAX_RETRIES,
      deadline,
      signal: patience.signal,
      ...(options.backoffMs !== undefined && { backoffMs: options.backoffMs }),
    });
  }

  async function requestOnce(
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    asksUsage: boolean,
  ): Promise<ChatReply> {
    const body: ChatCompletionCreateParamsStreaming = {
      model: options.model,
      messages: [...messages],
      stream: true,
      ...(takesTemperature && { temperature: 0 }),
      ...(asksUsage && { stream_options: { include_usage: true } }),
    };
    try {
      const { data, response } = await client.chat.completions.create(body, { signal }).withResponse();
      return { events: data, response };
    } catch (error) {
      // Models that reason take no temperature, and only the server knows which they are.
      if (takesTemperature && error instanceof BadRequestError && error.param === "temperature") {
        takesTemperature = false;
        return requestOnce(messages, signal, asksUsage);
      }
      // Servers that do not know the option say so in many ways, or only that something is wrong: whether it was the
      // option shows when the same request passes without it.
      const mayBeUsage = error instanceof BadRequestError || error instanceof UnprocessableEntityError;
      if (!asksUsage || !mayBeUsage) throw error;
      const reply = await requestOnce(messages, signal, false);
      reportsUsage = false;
      return reply;
    }
  }

  function explain(error: unknown, patience: Patience, hasBegun: boolean): AppError {
    const who = `${endpoint.variable} ${endpoint.model} at ${endpoint.host}`;
    if (patience.exhausted !== undefined) {
      const wait =
        patience.exhausted === "silence" ? `no text for ${silenceMs} ms` : `not finished after ${totalMs} ms`;
      return new AppError("MODEL_TIMEOUT", { message: `${who} failed: ${wait}`, retryable: true });
    }
    if (isAppError(error)) return error;
    if (!hasBegun || error instanceof BadReplyError) return translateFailure(error, endpoint);
    const { message } = translateFailure(error, endpoint);
    return new AppError("MODEL_CUT_OFF", { message: `${message}, in the middle of the reply`, retryable: true });
  }
}
