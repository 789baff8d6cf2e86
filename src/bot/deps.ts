/** The bot as those see it who start it: what it works with, and its life. */
import type { Lookup } from "../answer/lookup.js";
import type { AuditStore, GrantStore } from "../core/admin-ports.js";
import type {
  AnswerStore,
  FeedbackStore,
  PreferenceStore,
  PrivacyStore,
  RequestStore,
} from "../core/audience-ports.js";
import type { WishStore } from "../core/gap-ports.js";
import type { Answerer, ArticleStore, ConversationStore, InboxStore, Log } from "../core/ports.js";
import type { Reindexer, ReindexOutcome } from "../core/reindex-ports.js";
import type { CorpusStores } from "./features/corpus.js";
import type { OversightStores } from "./features/oversight.js";

/** What the bot works with. */
export interface BotDeps extends OversightStores, CorpusStores {
  answerer: Answerer;
  /** The same without a model: costs nothing. */
  quoting: Answerer;
  inbox: InboxStore;
  lookup: Pick<Lookup, "findKnownFacts">;
  articles: Pick<
    ArticleStore,
    "listHeads" | "listNewest" | "countArticles" | "getRevision" | "currentRevision" | "listRevisions" | "listChunksOf"
  >;
  conversations: Pick<ConversationStore, "clearTurns">;
  answers: AnswerStore;
  preferences: PreferenceStore;
  grants: GrantStore;
  audit: AuditStore;
  feedback: FeedbackStore;
  wishes: WishStore;
  requests: RequestStore;
  privacy: PrivacyStore;
  /** The key under which the store knows a Telegram id. */
  keyOf: (telegramId: number) => string;
  /** Questions to offer, best first; asked for whenever they are shown. */
  examples: () => readonly string[];
  /** Brings the index in line with the corpus, for admins. */
  reindexer: Reindexer;
  /** Does it whenever files of the corpus change, and tells what came of it. @returns the function that ends it. */
  followCorpus?: ((tell: (outcome: ReindexOutcome) => void) => () => Promise<void>) | undefined;
  log: Log;
}

/** A bot with a life of its own. */
export interface TelegramBot {
  /**
   * Runs until `stop`, through any failure of the network. Call it once.
   * @throws AppError TELEGRAM_REJECTED when Telegram does not accept the token; everything has stopped then.
   */
  run(): Promise<void>;
  /** Finishes what is under way, then ends; what could not be finished in time is taken up at the next start. */
  stop(): Promise<void>;
}
