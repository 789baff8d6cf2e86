/**
 * Questions and their answers: the growing message, the finished one with its sources. How a question is meant for us is
 * decided in `incoming`, what the answer is in the read path; here one is handed to the other.
 */
import { type Api, Composer } from "grammy";
import type { AnswerRecord, AnswerStore } from "../../core/audience-ports.js";
import type { Answerer, Log } from "../../core/ports.js";
import type { Turn } from "../../core/types.js";
import { describeError } from "../api-errors.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onCommand } from "../context.js";
import type { Drafts } from "../drafts.js";
import { repliedAnswer } from "../replied-answer.js";
import { sendText } from "../reply.js";
import type { RunningAnswers } from "../running-answers.js";
import { createReplyStream, type Pace } from "../stream.js";
import { renderAnswer } from "../views/answer-view.js";
import { escapeHtml } from "../views/html.js";

/** Longer ones are not questions; they are told so. UTF-16 units. */
export const MAX_QUESTION_CHARS = 2000;

/** What asking works with. */
export interface AskDeps {
  answerer: Answerer;
  answers: Pick<AnswerStore, "save" | "read">;
  catalogue: Catalogue;
  /** Questions that can be asked. */
  examples: () => readonly string[];
  /** For typing signs and partial texts. */
  quick: Api;
  drafts: Drafts;
  /** Where the answer can be stopped while it is being made. */
  running: Pick<RunningAnswers, "begin">;
  pace: Pace;
  log: Log;
}

/** Answers `question` where the update came from. */
export type Ask = (ctx: BotContext, question: string) => Promise<void>;

/** The asking itself, for every feature that asks. */
export function createAsk(deps: AskDeps): Ask {
  const { answerer, answers, catalogue, examples, log } = deps;
  const show = (record: AnswerRecord, canKeep: boolean) =>
    renderAnswer(record, (citation) => catalogue.datesOf(citation), { canKeep });
  return async (ctx, question) => {
    const { api, place, words, language, asker, canKeep, conversation } = ctx;
    if (question === "") {
      await sendText(api, place, words.askForQuestion(examples()[0]), { format: "plain" });
      return;
    }
    if (question.length > MAX_QUESTION_CHARS) {
      await sendText(api, place, words.tooLong(MAX_QUESTION_CHARS), { format: "plain" });
      return;
    }
    const { update_id: updateId } = ctx.update;
    const repliesTo = turnOf(answers.read(repliedAnswer(ctx) ?? ""));
    const stream = createReplyStream({ ...deps, api }, place, updateId, deps.pace);
    const run = deps.running.begin({ place, conversation, updateId, note: (line) => stream.note(line) });
    try {
      const shown = await answerer
        .answer({
          question,
          conversation,
          language,
          ...(repliesTo && { repliesTo }),
          onPhase: (phase) => stream.status(words.phases[phase]),
          onPartial: (text) => stream.partial(text),
          signal: run.signal,
        })
        .then((answer) => {
          const id = answers.save({ answer, asker, updateId });
          return show({ ...answer, id, at: Date.now() }, canKeep);
        })
        .catch((error: unknown) => {
          log.error({ updateId, ...describeError(error) }, "a question was not answered");
          return { messages: [escapeHtml(words.failed)] };
        });
      await stream.finish(shown);
    } finally {
      run.end();
      stream.close();
    }
  };
}

/** Undefined once its question was forgotten. */
function turnOf(record: AnswerRecord | undefined): Turn | undefined {
  if (record?.question === undefined || record.standalone === undefined) return undefined;
  const { question, standalone, text, kind, citations, at } = record;
  return { question, standalone, answer: text, kind, citations, at };
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
