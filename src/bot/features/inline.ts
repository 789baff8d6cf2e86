/**
 * Inline mode: `@bot 青龙县` in any chat offers facts to send, without a model and without a conversation. What is offered
 * is stored as an answer, so that the button under a sent fact opens its evidence for ever. A query is worth answering for
 * a few seconds only: whatever fails is left, nothing is tried again later.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type Api, Composer } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { Fact, Lookup } from "../../answer/lookup.js";
import type { AnswerStore } from "../../core/audience-ports.js";
import type { ArticleStore, Log } from "../../core/ports.js";
import type { Article, Citation } from "../../core/types.js";
import { describeError, networkFaultOf, refusalOf } from "../api-errors.js";
import type { Catalogue } from "../catalogue.js";
import type { BotContext } from "../context.js";
import type { CallSignal } from "../transformer.js";
import {
  type InlineSetting,
  type OfferedFact,
  renderFactResults,
  renderNewestResults,
  renderNoArticlesResult,
  renderUnknownResult,
} from "../views/inline-view.js";

const MAX_RESULTS = 10;
/**
 * How long Telegram may repeat an answer by itself, in seconds. Its memory cannot be emptied: so long may pass until
 * everybody sees what re-indexing has brought. What is unknown may be a word half typed.
 */
const CACHE_SECONDS = { known: 60, unknown: 10 };
/** Nobody looks at the answer any more. Milliseconds. */
const WORTHLESS_AFTER = 10_000;
const MAX_WAIT_SECONDS = 3;
const SHORT_PAUSE_MS = 100;

/** What inline mode works with. */
export interface InlineDeps {
  lookup: Pick<Lookup, "findKnownFacts">;
  answers: Pick<AnswerStore, "saveFacts">;
  articles: Pick<ArticleStore, "listNewest">;
  catalogue: Pick<Catalogue, "datesOf">;
  /** Whether somebody has typed on. */
  isOutdated: (userId: number) => boolean;
  /** One attempt. */
  quick: Api;
  log: Log;
}

/** What is offered, and for how long it holds. */
interface Offer {
  results: InlineQueryResultArticle[];
  cacheSeconds: number;
}

/** The feature. Comes before the filter that wants a chat to answer in. */
export function createInlineFeature(deps: InlineDeps): Composer<BotContext> {
  const { lookup, answers, articles, catalogue, log } = deps;
  const composer = new Composer<BotContext>();

  composer.on("inline_query", async (ctx) => {
    const { id, query, from } = ctx.inlineQuery;
    if (typeof id !== "string" || typeof query !== "string") return;
    try {
      const offer = await find(query.trim(), { language: ctx.language, username: ctx.me.username });
      await send(deps, id, offer, () => deps.isOutdated(from.id));
    } catch (error) {
      log.error({ updateId: ctx.update.update_id, ...describeError(error) }, "an inline query was not answered");
    }
  });

  async function find(query: string, setting: InlineSetting): Promise<Offer> {
    if (query === "") {
      const facts = articles.listNewest(MAX_RESULTS).flatMap(beginningOf);
      const results =
        facts.length > 0 ? renderNewestResults(offer(facts, setting), setting) : renderNoArticlesResult(setting);
      return { results, cacheSeconds: facts.length > 0 ? CACHE_SECONDS.known : CACHE_SECONDS.unknown };
    }
    const facts = await lookup.findKnownFacts(query, MAX_RESULTS);
    if (facts.length === 0)
      return { results: renderUnknownResult(query, setting), cacheSeconds: CACHE_SECONDS.unknown };
    return { results: renderFactResults(offer(facts, setting), setting), cacheSeconds: CACHE_SECONDS.known };
  }

  function offer(facts: readonly (Citation & Pick<Fact, "marks">)[], { language }: InlineSetting): OfferedFact[] {
    const ids = answers.saveFacts(facts, language);
    return facts.map((fact, i) => ({ id: ids[i] ?? "", fact, dates: catalogue.datesOf(fact) }));
  }

  return composer;
}

/** Sends the answer, twice at most. */
async function send(
  { quick, log }: InlineDeps,
  id: string,
  { results, cacheSeconds }: Offer,
  isOutdated: () => boolean,
): Promise<void> {
  const signal = AbortSignal.timeout(WORTHLESS_AFTER) as unknown as CallSignal;
  // The words are in the person's language, and the same query of another person may come in another.
  const options = { cache_time: cacheSeconds, is_personal: true, next_offset: "" };
  for (const isLast of [false, true]) {
    try {
      await quick.answerInlineQuery(id, results, options, signal);
      return;
    } catch (error) {
      const waitMs = pauseAfter(error);
      if (waitMs === undefined || isLast) {
        log.debug(describeError(error), "an inline query was not answered in time");
        return;
      }
      await pause(waitMs, undefined, { ref: false });
      if (isOutdated()) return;
    }
  }
}

/** How long to wait before the second attempt, in milliseconds; undefined: it is of no use, the query is too old. */
function pauseAfter(error: unknown): number | undefined {
  const refusal = refusalOf(error);
  const seconds = refusal?.parameters.retry_after;
  if (seconds !== undefined) return seconds <= MAX_WAIT_SECONDS ? seconds * 1000 : undefined;
  return networkFaultOf(error) !== undefined || (refusal?.error_code ?? 0) >= 500 ? SHORT_PAUSE_MS : undefined;
}

/** An article's first sentence, nothing marked; none for an article without any. */
function beginningOf(article: Article): (Citation & Pick<Fact, "marks">)[] {
  const { id: articleId, revision, title, author, source, text, sentences } = article;
  const first = sentences.find(({ kind }) => kind === "body") ?? sentences[0];
  if (!first) return [];
  const { start, end } = first;
  const about = author === undefined ? { title } : { title, author };
  return [{ n: 1, articleId, revision, ...about, source, quote: text.slice(start, end), start, end, marks: [] }];
}
