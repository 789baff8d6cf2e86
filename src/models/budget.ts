/**
 * A chat model with a daily budget: counts the tokens of every reply and, when the day's are spent, refuses before anything
 * is asked, so that the answer is a quote. A day ends at midnight UTC. Replies under way are finished, so a day may
 * cost a little more. Embeddings do not count: they cost next to nothing, and indexing would take a day's answers away.
 */
import type { SpendingStore } from "../core/audience-ports.js";
import { AppError, isAppError } from "../core/errors.js";
import type { ChatMessage, ChatModel, Log } from "../core/ports.js";

/** What counting works with. */
export interface BudgetDeps {
  spending: SpendingStore;
  /** 0: counted, never refused. */
  tokensPerDay: number;
  log: Log;
  /** Milliseconds since the epoch. Default Date.now. */
  now?: () => number;
}

/** The same model, within the budget. `stream` throws AppError MODEL_BUDGET_SPENT besides what the model throws. */
export function createBudgetedChatModel(model: ChatModel, deps: BudgetDeps): ChatModel {
  const { spending, tokensPerDay, log, now = Date.now } = deps;
  const today = () => new Date(now()).toISOString().slice(0, 10);

  function count(tokens: number): void {
    try {
      spending.add(today(), tokens);
    } catch (error) {
      // An answer is not lost because its cost cannot be written down.
      log.error({ error, tokens }, "spent tokens could not be counted");
    }
  }

  return {
    async *stream(messages, options) {
      options?.signal?.throwIfAborted();
      if (tokensPerDay > 0 && spending.tokensOn(today()) >= tokensPerDay) {
        throw new AppError("MODEL_BUDGET_SPENT", { message: `MODEL_TOKENS_PER_DAY (${tokensPerDay}) are spent` });
      }
      let reply = "";
      let reported: number | undefined;
      let isRefused = false;
      const onUsage = (tokens: number) => {
        reported = tokens;
        options?.onUsage?.(tokens);
      };
      try {
        for await (const piece of model.stream(messages, { ...options, onUsage })) {
          reply += piece;
          yield piece;
        }
      } catch (error) {
        isRefused = reply === "" && isAppError(error, "MODEL_FAILED");
        throw error;
      } finally {
        if (reported !== undefined || !isRefused) count(reported ?? estimateTokens(messages, reply));
      }
    },
  };
}

/** Tokens of a text whose model does not tell: about one for a Chinese character, one for four others. */
export function estimateTokens(messages: readonly ChatMessage[], reply: string): number {
  const text = messages.map(({ content }) => content).join("") + reply;
  const wide = text.match(/[\u2E80-\uFFEF]/gu)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / 4);
}
