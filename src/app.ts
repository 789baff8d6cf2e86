/**
 * Composition root: the only file that picks adapters and joins them to the pipelines. Importing it does nothing;
 * `createApp` opens what is needed and `close` lets go of it.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAnswerer } from "./answer/answer.js";
import { createLookup, type Lookup } from "./answer/lookup.js";
import type { Config } from "./config.js";
import type { ArticleUseStore, AuditStore, GrantStore, RemovalStore } from "./core/admin-ports.js";
import type { AnswerStore, FeedbackStore, PreferenceStore, PrivacyStore, RequestStore } from "./core/audience-ports.js";
import { isAppError } from "./core/errors.js";
import type { GapStore, WishStore } from "./core/gap-ports.js";
import type { GenerationStore } from "./core/index-ports.js";
import type { Intake, UploadStore } from "./core/intake-ports.js";
import type { Answerer, ArticleStore, ConversationStore, EmbeddingModel, InboxStore, Log } from "./core/ports.js";
import type { RegressionSet } from "./core/regression-ports.js";
import type { Reindexer, ReindexOutcome } from "./core/reindex-ports.js";
import type { IndexStatistics, StatisticsStore } from "./core/statistics-port.js";
import { createUnderWay, type UnderWay } from "./core/under-way.js";
import { offerExamples, questionSetOf, readQuestionSet } from "./eval/examples.js";
import { createRegressionSet } from "./eval/regression-set.js";
import { createGenerationStore } from "./index/generation.js";
import { createIndexStatistics } from "./index/index-statistics.js";
import { createCurrentChunks } from "./ingest/current-chunks.js";
import { createFileStamps } from "./ingest/file-stamps.js";
import { createIngest, type IngestOptions, type IngestReport, type IngestSource } from "./ingest/ingest.js";
import { createIntake } from "./ingest/intake.js";
import { createBudgetedChatModel } from "./models/budget.js";
import { createEmbeddedEmbeddings } from "./models/embedded/embeddings.js";
import { connectEndpoint } from "./models/endpoint.js";
import { createPrompts } from "./models/prompts.js";
import { createEnsureIndex, type EnsureIndex } from "./reindex/ensure-index.js";
import { followCorpus } from "./reindex/follow-corpus.js";
import { createReindexer, type ReindexerDeps } from "./reindex/reindexer.js";
import { HybridRetriever } from "./retrieve/hybrid-retriever.js";
import { type AliasesFile, openAliasesFile } from "./store/aliases-file.js";
import { finishRestore } from "./store/pending-restore.js";
import { createSqliteAnswers } from "./store/sqlite/answers.js";
import { createSqliteArticleUses } from "./store/sqlite/article-uses.js";
import { createSqliteArticleStore } from "./store/sqlite/articles.js";
import { createBotLock } from "./store/sqlite/bot-lock.js";
import { createSqliteConversations } from "./store/sqlite/conversations.js";
import { openDatabase } from "./store/sqlite/database.js";
import { createSqliteEditions } from "./store/sqlite/editions.js";
import { createSqliteFeedback } from "./store/sqlite/feedback.js";
import { createSqliteGaps, createSqliteWishes } from "./store/sqlite/gaps.js";
import { createSqliteAudit, createSqliteGrants } from "./store/sqlite/grants.js";
import { createSqliteInbox } from "./store/sqlite/inbox.js";
import { createIngestLock } from "./store/sqlite/ingest-lock.js";
import { createSqlitePreferences } from "./store/sqlite/preferences.js";
import { createSqlitePrivacy } from "./store/sqlite/privacy.js";
import { createSqliteRemovals } from "./store/sqlite/removals.js";
import { createSqliteRequests } from "./store/sqlite/requests.js";
import { createAskerKeys } from "./store/sqlite/secret.js";
import { createSqliteSpending } from "./store/sqlite/spending.js";
import { createSqliteStatistics } from "./store/sqlite/statistics.js";
import { createSqliteUploads } from "./store/sqlite/uploads.js";

/** The product, put together. */
export interface App {
  answerer: Answerer;
  /** The same without a model: costs nothing, and gives the same answer to the same question. */
  quoting: Answerer;
  retriever: HybridRetriever;
  generations: Pick<GenerationStore, "current">;
  lookup: Lookup;
  articles: ArticleStore;
  conversations: ConversationStore;
  inbox: InboxStore;
  answers: AnswerStore;
  preferences: PreferenceStore;
  grants: GrantStore;
  audit: AuditStore;
  removals: RemovalStore;
  articleUses: ArticleUseStore;
  intake: Intake;
  uploads: UploadStore;
  feedback: FeedbackStore;
  gaps: GapStore;
  wishes: WishStore;
  /** The corpus's question set, asked without a model. */
  regression: RegressionSet;
  statistics: StatisticsStore;
  /** What is searched right now. */
  indexStatistics(): Promise<IndexStatistics>;
  requests: RequestStore;
  privacy: PrivacyStore;
  /** The key under which the store knows a Telegram id. */
  keyOf: (telegramId: number) => string;
  /** The corpus's other names of things; a change is in force with the next question. */
  aliases: AliasesFile;
  /** Questions to offer to a newcomer. */
  examples(): string[];
  /** Brings the index in line with the corpus, unrehearsed; with an endpoint that fails, by embedded vectors. */
  ingest(options?: IngestOptions): Promise<IngestReport>;
  /** The same with a rehearsal. */
  reindexer: Reindexer;
  ensureIndex: EnsureIndex;
  /** Does it whenever files of the corpus change; `tell` hears what came of it. @returns the function that ends it. */
  followCorpus: (tell: (outcome: ReindexOutcome) => void) => () => Promise<void>;
  /** Makes this process the only bot of this DATA_DIR until the returned function is called. @throws AppError BOT_RUNNING */
  lockBot(): () => void;
  close(): Promise<void>;
}

/** In the corpus folder, beside the articles that use the names. */
const ALIASES = "aliases.yaml";

/** Questions offered to a newcomer. */
const EXAMPLES = 3;

/**
 * @param source where articles come from. Default: the configured folder.
 * @throws AppError STORE_FAILED, PROMPT_INVALID, ALIASES_INVALID
 */
export async function createApp(
  config: Config,
  log: Log,
  source: IngestSource = { corpusDir: config.corpusDir, stamps: createFileStamps() },
): Promise<App> {
  const finished = finishRestore(config);
  if (finished) log.warn(finished, "a restore that was broken off is finished now");
  const aliases = openAliasesFile(join(config.corpusDir, ALIASES), log);
  const connection = openDatabase(config.dataDir);
  const articles = createSqliteArticleStore(connection);
  const conversations = createSqliteConversations(connection);
  const editions = createSqliteEditions(connection);
  const generations = createGenerationStore({ dataDir: config.dataDir, log });
  const spending = createSqliteSpending(connection);
  const removals = createSqliteRemovals(connection);
  const lock = createIngestLock(config.dataDir);
  const audit = createSqliteAudit(connection);

  const embedded = createEmbeddedEmbeddings();
  const { chat, embeddings: remote } = await connectEndpoint(config.endpoint);
  const models = [embedded, ...(remote ? [remote] : [])];
  const modelFor = (fingerprint: string) => models.find((model) => model.fingerprint === fingerprint);
  const retriever = new HybridRetriever({ generations, articles, modelFor, log });
  // Facts are looked up with every letter that somebody types: an endpoint's vectors would cost a call each time.
  const quickRetriever = new HybridRetriever({
    generations,
    articles,
    modelFor: (fingerprint) => (fingerprint === embedded.fingerprint ? embedded : undefined),
    log,
  });
  const common = { prompts: createPrompts(join(packageRoot(), "prompts")), aliases: aliases.current, log };
  const readPath = {
    ...common,
    retriever,
    generations,
    articles,
    conversations,
  };
  const underWay = createUnderWay();
  const quoting = whileUnderWay(createAnswerer(readPath), underWay);
  const answerer = chat
    ? whileUnderWay(
        createAnswerer({
          ...readPath,
          model: createBudgetedChatModel(chat, { spending, tokensPerDay: config.modelTokensPerDay, log }),
        }),
        underWay,
      )
    : quoting;
  const answererFor: ReindexerDeps["answererFor"] = ({ generation, articles: own }, memory) => {
    const fixed = { generations: { current: async () => generation }, articles: own };
    const searching = new HybridRetriever({ ...fixed, modelFor, log });
    return createAnswerer({ ...common, ...fixed, retriever: searching, conversations: memory });
  };

  const current = createCurrentChunks(articles);
  const ingestWith = (embedding: EmbeddingModel) =>
    createIngest(
      { articles, editions, generations, embedding, lock, log, current, giveWay: () => underWay.settled() },
      source,
    );

  async function ingest(options: IngestOptions = {}): Promise<IngestReport> {
    try {
      return await ingestWith(remote ?? embedded).run(options);
    } catch (error) {
      if (!remote || !isAppError(error, "EMBEDDING_FAILED")) throw error;
      log.warn({ reason: error.message }, "the embedding endpoint failed; indexing with embedded vectors");
      return { ...(await ingestWith(embedded).run(options)), isStandIn: true };
    }
  }

  const reindexer = createReindexer({
    ingest,
    answererFor,
    questions: () => readQuestionSet(questionSetOf(config.corpusDir)),
    generations,
    editions,
    lock,
    isMetered: remote !== undefined,
    log,
  });

  return {
    answerer,
    quoting,
    retriever,
    generations,
    lookup: createLookup({ retriever: quickRetriever, generations, aliases: aliases.current }),
    articles,
    conversations,
    inbox: createSqliteInbox(connection),
    answers: createSqliteAnswers(connection),
    preferences: createSqlitePreferences(connection),
    grants: createSqliteGrants(connection),
    audit,
    removals,
    articleUses: createSqliteArticleUses(connection),
    intake: createIntake({ corpusDir: config.corpusDir, articles, removals }),
    uploads: createSqliteUploads(connection),
    feedback: createSqliteFeedback(connection),
    gaps: createSqliteGaps(connection),
    wishes: createSqliteWishes(connection),
    regression: createRegressionSet({ path: questionSetOf(config.corpusDir), answerer: quoting, conversations }),
    statistics: createSqliteStatistics(connection),
    indexStatistics: createIndexStatistics(generations, articles),
    requests: createSqliteRequests(connection),
    privacy: createSqlitePrivacy(connection),
    keyOf: createAskerKeys(connection),
    aliases,
    examples: () => offerExamples(questionSetOf(config.corpusDir), articles.listTitles(EXAMPLES), log),
    ingest,
    reindexer,
    ensureIndex: createEnsureIndex({ reindexer, generations }),
    followCorpus: (tell) => followCorpus({ reindexer, audit, log }, config.corpusDir, tell),
    lockBot: () => createBotLock(config.dataDir).acquire(),
    close: async () => {
      await reindexer.close();
      connection.close();
    },
  };
}

/** The folder that holds `prompts/`: above `src/`, or above `dist/src/` once compiled. */
function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith(join("dist", "src")) ? join(here, "..", "..") : join(here, "..");
}

/** Indexing in this process gives way to these answers. */
function whileUnderWay(answerer: Answerer, underWay: UnderWay): Answerer {
  return { answer: (request) => underWay.during(answerer.answer(request)) };
}
