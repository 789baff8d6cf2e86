/**
 * /fact: what the articles say of a name or of a few words, as ranked sentences with their sources. No model is asked, and
 * it is no part of the conversation. It is kept as an answer, so that it has the same buttons as any other.
 */
import { Composer } from "grammy";
import { type Draft, draftOf, plainDraft } from "../../answer/draft.js";
import type { Fact, Lookup } from "../../answer/lookup.js";
import type { AnswerStore } from "../../core/audience-ports.js";
import type { Log } from "../../core/ports.js";
import type { Answer, Citation } from "../../core/types.js";
import { factWords } from "../../i18n/fact-words.js";
import { describeError } from "../api-errors.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onCommand } from "../context.js";
import { sendText } from "../reply.js";
import { type AnswerView, renderAnswer } from "../views/answer-view.js";
import { factLines } from "../views/fact-view.js";
import { escapeHtml } from "../views/html.js";

const MAX_FACTS = { private: 5, group: 3 };
/** Longer ones are no names; UTF-16 units, as Telegram allows in inline mode. */
const MAX_CHARS = 256;

/** What /fact works with. */
export interface FactDeps {
  lookup: Pick<Lookup, "findKnownFacts">;
  answers: Pick<AnswerStore, "save">;
  catalogue: Pick<Catalogue, "datesOf">;
  log: Log;
}

/** The feature. */
export function createFactFeature({ lookup, answers, catalogue, log }: FactDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onCommand(composer, "fact", async (ctx, query) => {
    const { api, place, words, language } = ctx;
    if (query === "") {
      await sendText(api, place, factWords(language).askForWords, { format: "plain" });
      return;
    }
    if (query.length > MAX_CHARS) {
      await sendText(api, place, words.tooLong(MAX_CHARS), { format: "plain" });
      return;
    }
    const { messages, keyboard } = await lookUp(ctx, query).catch((error: unknown): AnswerView => {
      log.error({ updateId: ctx.update.update_id, ...describeError(error) }, "facts could not be looked up");
      return { messages: [escapeHtml(words.failed)] };
    });
    for (const [i, message] of messages.entries()) {
      const isLast = i === messages.length - 1;
      await sendText(api, place, message, isLast && keyboard ? { keyboard } : {});
    }
  });

  async function lookUp({ place, language, asker, update }: BotContext, query: string): Promise<AnswerView> {
    const started = performance.now();
    const facts = await lookup.findKnownFacts(query, place.isGroup ? MAX_FACTS.group : MAX_FACTS.private);
    const totalMs = performance.now() - started;
    const draft = facts.length > 0 ? quote(facts) : plainDraft("refused", factWords(language).unknown(query));
    const answer: Answer = {
      question: query,
      standalone: query,
      language,
      ...draft,
      timings: { retrieveMs: totalMs, totalMs },
    };
    const id = answers.save({ answer, asker, updateId: update.update_id });
    const body = facts.length > 0 ? factLines(facts) : undefined;
    return renderAnswer({ ...answer, id, at: Date.now() }, (citation) => catalogue.datesOf(citation), body && { body });
  }

  return composer;
}

function quote(facts: readonly Fact[]): Draft {
  const citations = facts.map(({ score: _score, marks: _marks, ...citation }): Citation => citation);
  return draftOf(
    "extractive",
    citations.map(({ quote: text, n }) => ({ text, citations: [n] })),
    citations,
  );
}
