/** /stats: an overview for admins, in numbers. Counts only; nobody's questions. */
import { Composer } from "grammy";
import type { IndexStatistics, StatisticsStore } from "../../core/statistics-port.js";
import { statsWords } from "../../i18n/stats-words.js";
import { type Admins, onAdminCommand } from "../admin.js";
import type { BotContext } from "../context.js";
import { sendText } from "../reply.js";
import { renderStats } from "../views/stats-view.js";

/** What it works with. */
export interface StatsDeps {
  admins: Admins;
  statistics: Pick<StatisticsStore, "period">;
  indexStatistics: () => Promise<IndexStatistics>;
  /** Absent: what tokens cost is not told. */
  pricePerMillion: number | undefined;
}

const PERIODS = [1, 7, 30];

/** The feature. */
export function createStatsFeature(deps: StatsDeps): Composer<BotContext> {
  const { admins, statistics, indexStatistics, pricePerMillion } = deps;
  const composer = new Composer<BotContext>();
  onAdminCommand(composer, admins, "stats", async ({ api, place, language }) => {
    const now = Date.now();
    const periods = PERIODS.map((days) => [days, statistics.period(days, now)] as const);
    const index = await indexStatistics();
    const overview = { periods, index, ...(pricePerMillion !== undefined && { pricePerMillion }) };
    await sendText(api, place, renderStats(overview, statsWords(language)), { format: "plain" });
  });
  return composer;
}
