/** What admins see of how well the bot does: gaps in the knowledge, the regression set, the overview. Joins their features. */
import { type Api, Composer } from "grammy";
import type { AuditStore } from "../../core/admin-ports.js";
import type { AnswerStore } from "../../core/audience-ports.js";
import type { GapStore } from "../../core/gap-ports.js";
import type { Log } from "../../core/ports.js";
import type { RegressionSet } from "../../core/regression-ports.js";
import type { IndexStatistics, StatisticsStore } from "../../core/statistics-port.js";
import type { Admins } from "../admin.js";
import type { BotContext } from "../context.js";
import { createEvalFeature } from "./eval.js";
import { createGapsFeature } from "./gaps.js";
import { createKeepFeature } from "./keep.js";
import { createStatsFeature } from "./stats.js";

/** What of the bot's surroundings is looked at. */
export interface OversightStores {
  gaps: GapStore;
  /** Asked without a model. */
  regression: RegressionSet;
  statistics: StatisticsStore;
  /** What is searched right now. */
  indexStatistics: () => Promise<IndexStatistics>;
}

/** What it works with. */
export interface OversightDeps extends OversightStores {
  admins: Admins;
  answers: Pick<AnswerStore, "read">;
  audit: Pick<AuditStore, "note">;
  quick: Api;
  patient: Api;
  /** Between edits of one message. Milliseconds. */
  editMs: number;
  /** Absent: what tokens cost is not told. */
  pricePerMillion: number | undefined;
  stopping: AbortSignal;
  log: Log;
}

/** The features, each kept for admins. */
export function createOversightFeature(deps: OversightDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createGapsFeature(deps), createKeepFeature(deps), createEvalFeature(deps), createStatsFeature(deps));
  return composer;
}
