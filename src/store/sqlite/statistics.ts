/**
 * Counts of answers, votes and tokens by day, on SQLite: implements `StatisticsStore`. Facts that were offered in inline mode
 * and answers to wishes are no questions: they belong to no update.
 */
import type { DayStatistics, PeriodStatistics, ProgrammeCount, StatisticsStore } from "../../core/statistics-port.js";
import type { Connection } from "./database.js";

type Range = { from: number; until: number };
type Counts = Pick<PeriodStatistics, "questions" | "answered" | "refused">;
type VoteCounts = Pick<PeriodStatistics, "good" | "bad">;

const DAY_MS = 86_400_000;
const MAX_PROGRAMMES = 10;

const ASKED = "update_id IS NOT NULL AND at >= @from AND at < @until";

/** Statistics on an open connection, which stays the caller's to close. */
export function createSqliteStatistics(connection: Connection): StatisticsStore {
  const counts = connection.prepare<Range, Counts>(
    `SELECT count(*) AS questions, count(*) FILTER (WHERE kind IN ('grounded', 'extractive')) AS answered,
       count(*) FILTER (WHERE kind = 'refused') AS refused
     FROM answers WHERE ${ASKED}`,
  );
  // The middle one, or the two around the middle.
  const median = connection
    .prepare<Range, number | null>(
      `WITH times AS (
         SELECT total_ms, row_number() OVER (ORDER BY total_ms) AS place, count(*) OVER () AS n
         FROM answers WHERE ${ASKED} AND kind <> 'smalltalk'
       )
       SELECT avg(total_ms) FROM times WHERE place IN ((n + 1) / 2, (n + 2) / 2)`,
    )
    .pluck();
  const votes = connection.prepare<Range, VoteCounts>(
    `SELECT count(*) FILTER (WHERE vote = 1) AS good, count(*) FILTER (WHERE vote = -1) AS bad
     FROM votes WHERE at >= @from AND at < @until`,
  );
  const tokens = connection
    .prepare<{ first: string; last: string }, number>(
      "SELECT coalesce(sum(tokens), 0) FROM spending WHERE day >= @first AND day <= @last",
    )
    .pluck();
  const programmes = connection.prepare<Range & { limit: number }, ProgrammeCount>(
    `SELECT coalesce(nullif(r.meta ->> '$.programme', ''), c.value ->> '$.title') AS name, count(DISTINCT a.id) AS answers
     FROM answers a, json_each(a.content, '$.citations') c
     LEFT JOIN revisions r ON r.article_id = c.value ->> '$.articleId' AND r.revision = c.value ->> '$.revision'
     WHERE ${ASKED} AND kind IN ('grounded', 'extractive')
     GROUP BY name ORDER BY answers DESC, name LIMIT @limit`,
  );

  /** Without programmes: they take longer than all the rest. */
  function count(days: number, lastDay: number): Omit<PeriodStatistics, "programmes"> {
    const range = { from: lastDay - (days - 1) * DAY_MS, until: lastDay + DAY_MS };
    const medianMs = median.get(range) ?? undefined;
    return {
      ...(counts.get(range) ?? { questions: 0, answered: 0, refused: 0 }),
      ...(medianMs !== undefined && { medianMs }),
      tokens: tokens.get({ first: nameOf(range.from), last: nameOf(lastDay) }) ?? 0,
      ...(votes.get(range) ?? { good: 0, bad: 0 }),
    };
  }

  return {
    period(days, now) {
      const lastDay = startOf(now);
      const range = { from: lastDay - (days - 1) * DAY_MS, until: lastDay + DAY_MS };
      return { ...count(days, lastDay), programmes: programmes.all({ ...range, limit: MAX_PROGRAMMES }) };
    },
    daily(days, now) {
      const lastDay = startOf(now);
      return Array.from({ length: days }, (_, i): DayStatistics => {
        const day = lastDay - (days - 1 - i) * DAY_MS;
        const { questions: _questions, ...counted } = count(1, day);
        return { day: nameOf(day), ...counted };
      });
    },
  };
}

/** Midnight, UTC. */
function startOf(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

function nameOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
