/**
 * Questions and their answers: the growing message, the finished one with its sources. How a question is meant for us is
 * decided in `incoming`, what the answer is in the read path; here one is handed to the other.
 */
import { type Api, Composer } from "grammy";
import type { AnswerRecord, AnswerStore } from "../../core/audience-ports.js";
import type { Answerer, Log } from "../../core/ports.js";
import { describeError } from "../api-errors.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onCommand } from "../context.js";
import { conversationOf, sendText } from "../reply.js";
import { createReplyStream, type Pace } from "../stream.js";
import { renderAnswer } from "../views/answer-view.js";
import { escapeHtml } from "../views/html.js";

/** Longer ones are not questions; they are told so. UTF-16 units. */
export const MAX_QUESTION_CHARS = 2000;

/** What asking works with. */
export interface AskDeps {
  answerer: Answerer;
  answers: Pick<AnswerStore, "save">;
  catalogue: Catalogue;
  /** Questions that can be asked. */
  examples: () => readonly string[];
  /** For typing signs and partial texts. */
  quick: Api;
  /** Aborted when answers must come to an end. */
  winding: AbortSignal;
  pace: Pace;
  log: Log;
}

/** Answers `question` where the update came from. */
export type Ask = (ctx: BotContext, question: string) => Promise<void>;

/** The asking itself, for every feature that asks. */
export function createAsk(deps: AskDeps): Ask {
  const { answerer, answers, catalogue, examples, winding, log } = deps;
  const show = (record: AnswerRecord) => renderAnswer(record, (citation) => catalogue.datesOf(citation));
  return async (ctx, question) => {
    const { api, place, words, language, asker } = ctx;
    if (question === "") {
      await sendText(api, place, words.askForQuestion(examples()[0]), { format: "plain" });
      return;
    }
    if (question.length > MAX_QUESTION_CHARS) {
      await sendText(api, place, words.tooLong(MAX_QUESTION_CHARS), { format: "plain" });
      return;
    }
    const stream = createReplyStream({ api, quick: deps.quick, log }, place, deps.pace);
    try {
      const shown = await answerer
        .answer({
          question,
          conversation: conversationOf(place, asker),
          language,
          onPartial: (text) => stream.partial(text),
          signal: winding,
        })
        .then((answer) => {
          const id = answers.save({ answer, asker, updateId: ctx.update.update_id });
          return show({ ...answer, id, at: Date.now() });
        })
        .catch((error: unknown) => {
          log.error({ updateId: ctx.update.update_id, ...describeError(error) }, "a question was not answered");
          return { messages: [escapeHtml(words.failed)] };
        });
      await stream.finish(shown);
    } finally {
      stream.close();
    }
  };
}

/** Texts in private chats, calls of our name in groups, /ask in both. */
export function createAskFeature(ask: Ask): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "ask", ask);
  composer.use(async (ctx, next) => {
    if (ctx.incoming.kind === "question") await ask(ctx, ctx.incoming.text);
    else await next();
  });
  return composer;
}
