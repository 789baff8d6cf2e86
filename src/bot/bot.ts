/**
 * The Telegram bot: what it can do, in the order in which an update is offered to its features, and its life from the
 * first call to the last. Updates come by polling into the inbox, go through grammY's middleware, and are accounted for.
 */
import { setMaxListeners } from "node:events";
import { Bot } from "grammy";
import type { Update } from "grammy/types";
import { botWords } from "../i18n/bot-words.js";
import { createAccessRule } from "./access-rule.js";
import { createAdmins } from "./admin.js";
import { createApis } from "./api.js";
import { describeError } from "./api-errors.js";
import { sendApology } from "./apology.js";
import { createArrivals } from "./arrivals.js";
import { createCatalogue } from "./catalogue.js";
import { registerCommands } from "./commands.js";
import { type BotContext, createAskerFilter, createContextFilter } from "./context.js";
import type { Delivery } from "./delivery.js";
import type { BotDeps, TelegramBot } from "./deps.js";
import { createDownload } from "./download.js";
import { createDrafts } from "./drafts.js";
import { createEvidenceLookup } from "./evidence.js";
import { createAccessFilter } from "./features/access.js";
import { createAdminsFeature } from "./features/admins.js";
import { createAsk, createAskFeature } from "./features/ask.js";
import { createBusyFeature } from "./features/busy.js";
import { createCommentFeature } from "./features/comment.js";
import { createCorpusFeature } from "./features/corpus.js";
import { createEvidenceFeature } from "./features/evidence.js";
import { createFactFeature } from "./features/fact.js";
import { createFeedbackFeature } from "./features/feedback.js";
import { createHelpFeature } from "./features/help.js";
import { createInlineFeature } from "./features/inline.js";
import { createLanguageFeature } from "./features/language.js";
import { createLimitFilter } from "./features/limits.js";
import { createNewFeature } from "./features/new.js";
import { createOtherFeature } from "./features/other.js";
import { createOversightFeature } from "./features/oversight.js";
import { createPrivacyFeature } from "./features/privacy.js";
import { createReindexFeature } from "./features/reindex.js";
import { createSourcesFeature } from "./features/sources.js";
import { createStartFeature } from "./features/start.js";
import { createStopFeature } from "./features/stop.js";
import { createWishFeature } from "./features/wish.js";
import { createInbox } from "./inbox.js";
import { createInlineQueue } from "./inline-queue.js";
import { introduce } from "./introduce.js";
import type { BotOptions } from "./options.js";
import { sortOutFailure } from "./outcome.js";
import { pollUpdates } from "./polling.js";
import { createQueueNotices } from "./queue-notices.js";
import { keepRetention } from "./retention.js";
import { createRunningAnswers } from "./running-answers.js";
import { DEFAULT_PACE } from "./stream.js";
import { createTellAdmins } from "./tell-admins.js";
import { createWaitingRoom, DEFAULT_BOUNDS } from "./waiting-room.js";
import { createWishTelling } from "./wishes.js";

export type { BotDeps, TelegramBot } from "./deps.js";
export type { BotOptions } from "./options.js";

/** Share of the time to stop after which answers are told to come to an end: the rest is for sending them. */
const WIND_DOWN_SHARE = 0.7;
/** A question that begins sooner than this is not spoken of as waiting. Milliseconds. */
const NOTICE_AFTER_MS = 2000;
/** Looking whether another index serves reads one small file, as each question does. Milliseconds. */
const LOOK_FOR_INDEX_MS = 5000;
/** For handlers to notice that all calls have ended. Milliseconds. */
const SETTLE_MS = 250;

/** Makes a bot; nothing is sent or fetched before `run`. */
export function createBot(deps: BotDeps, options: BotOptions): TelegramBot {
  const { log } = deps;
  const { token, apiRoot, maxConcurrent, maxWaiting = DEFAULT_BOUNDS.maxWaiting, stopWithinMs = 10_000 } = options;
  const { adminIds = [], allowedChats } = options;
  const admins = createAdmins(adminIds, deps.grants);
  const isAllowed = createAccessRule(allowedChats, admins);
  const { limits = { perMinute: 0, perDay: 0 }, retentionDays = 30, usesModel = false } = options;
  const stopping = new AbortController(); // no more updates are fetched or begun
  const winding = new AbortController(); // answers under way come to an end
  const halt = new AbortController(); // no more calls
  // Everything under way listens to these: a hundred listeners are no leak.
  setMaxListeners(0, stopping.signal, winding.signal, halt.signal);
  const apis = createApis({ token, halt: halt.signal, log, ...(apiRoot === undefined ? {} : { apiRoot }) });
  const bot = new Bot<BotContext>(token, { client: apis.client });
  const deliveries = new WeakMap<Update, Delivery>();

  botWords("zh-Hant"); // loads the tables of Traditional Chinese now, while nobody waits
  const catalogue = createCatalogue(deps.articles);
  const evidence = createEvidenceLookup(deps);
  const pace = { ...DEFAULT_PACE, ...options.pace };
  const { quick } = apis;
  const drafts = createDrafts(quick);
  const download = createDownload({ token, halt: halt.signal, ...(apiRoot === undefined ? {} : { apiRoot }) });
  const running = createRunningAnswers(winding.signal);
  const room = createWaitingRoom({ ...DEFAULT_BOUNDS, maxWaiting });
  const notices = createQueueNotices({ quick, drafts, running, log }, options.noticeAfterMs ?? NOTICE_AFTER_MS);
  const arrivals = createArrivals({ ...deps, isAllowed, me: () => bot.botInfo, running, room, notices });
  const ask = createAsk({ ...deps, catalogue, quick, drafts, running, pace });
  const common = { ...deps, admins, quick, patient: apis.patient, stopping: stopping.signal };
  const apologyDeps = { ...deps, isAllowed, patient: apis.patient, me: () => bot.botInfo };
  const telling = createWishTelling({ ...common, catalogue, isAllowed });
  bot.use((ctx, next) => {
    const delivery = deliveries.get(ctx.update);
    if (delivery) apis.equip(ctx.api, delivery);
    return next();
  });
  bot.use(createAskerFilter(deps));
  bot.use(createAccessFilter({ ...deps, isAllowed }));
  const inlineQueries = createInlineQueue({ handle: (update) => bot.handleUpdate(update), log });
  const isOutdated = (userId: number) => inlineQueries.isOutdated(userId);
  bot.use(createInlineFeature({ ...deps, catalogue, isOutdated, quick: apis.quick }));
  bot.use(createContextFilter({ ...deps, admins }));
  bot.use(createFeedbackFeature(deps));
  bot.use(createCommentFeature(deps));
  bot.use(createWishFeature(deps));
  bot.use(createBusyFeature(room));
  bot.use(createLimitFilter({ ...deps, limits, admins }));
  bot.use(createCorpusFeature({ ...common, download, onServed: () => telling.tell() }));
  // Before what looks for commands and buttons only: most updates are questions, and every step past costs them.
  bot.use(createAskFeature(ask));
  bot.use(createStartFeature({ catalogue, examples: deps.examples, ask, evidence }));
  bot.use(createEvidenceFeature({ evidence, catalogue }));
  bot.use(createHelpFeature());
  bot.use(createSourcesFeature({ catalogue }));
  bot.use(createNewFeature(deps.conversations));
  bot.use(createStopFeature(running));
  bot.use(createLanguageFeature(deps.preferences));
  bot.use(createPrivacyFeature({ privacy: deps.privacy, retentionDays, usesModel }));
  bot.use(createAdminsFeature({ ...deps, admins }));
  bot.use(createReindexFeature({ ...common, onServed: () => telling.tell() }, pace.editMs));
  bot.use(createFactFeature({ ...deps, catalogue }));
  bot.use(createOversightFeature({ ...common, editMs: pace.editMs, pricePerMillion: options.pricePerMillion }));
  bot.use(createOtherFeature());

  const inbox = createInbox(
    {
      store: deps.inbox,
      handle(update, delivery) {
        deliveries.set(update, delivery);
        return sortOutFailure(bot.handleUpdate(update), update, halt.signal, log);
      },
      apologise: (update, reason) => sortOutFailure(sendApology(apologyDeps, update, reason), update, halt.signal, log),
      arrivals,
      log,
    },
    maxConcurrent === undefined ? {} : { maxConcurrent },
  );

  async function accept(updates: readonly unknown[]): Promise<void> {
    const others = inlineQueries.accept(updates);
    inbox.accept(others);
    if (others.length > 0) await inbox.settle();
  }

  async function run(): Promise<void> {
    const endRetention = keepRetention(deps, retentionDays);
    let endFollowing = async () => {};
    let endTelling = () => undefined as void;
    try {
      const me = await introduce({ api: apis.polling, log }, stopping.signal);
      if (!me) return;
      bot.botInfo = me;
      registerCommands(apis.patient).catch((error: unknown) => {
        if (!halt.signal.aborted) log.warn(describeError(error), "the command menu could not be registered");
      });
      log.info({ username: me.username }, "the bot is running");
      options.onReady?.(me.username);
      inbox.resume();
      endFollowing = deps.followCorpus?.(createTellAdmins({ ...deps, admins, patient: apis.patient })) ?? endFollowing;
      endTelling = telling.watch(options.lookForIndexMs ?? LOOK_FOR_INDEX_MS);
      await pollUpdates({ api: apis.polling, accept, log }, stopping.signal);
    } finally {
      endRetention();
      endTelling();
      await Promise.all([endFollowing(), stop()]);
    }
  }

  let stopped: Promise<void> | undefined;
  function stop(): Promise<void> {
    stopped ??= shutDown();
    return stopped;
  }

  async function shutDown(): Promise<void> {
    stopping.abort();
    inlineQueries.close();
    const drainMs = Math.max(0, stopWithinMs - SETTLE_MS);
    const windDown = setTimeout(() => winding.abort(), drainMs * WIND_DOWN_SHARE);
    await inbox.drain(drainMs);
    clearTimeout(windDown);
    winding.abort();
    halt.abort();
    await inbox.drain(SETTLE_MS);
    inbox.close();
    apis.close();
    log.info({}, "the bot has stopped");
  }

  return { run, stop };
}
