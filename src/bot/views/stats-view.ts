/** The overview as plain text: three periods, the programmes asked about most, the index. Short lines, names before numbers. Pure. */
import type { IndexStatistics, PeriodStatistics } from "../../core/statistics-port.js";
import type { StatsWords } from "../../i18n/stats-words.js";
import { clip } from "./paging.js";

/** What is shown. */
export interface Overview {
  /** With the number of days, shortest first; one day is today. The programmes are those of the last. */
  periods: readonly (readonly [days: number, PeriodStatistics])[];
  index: IndexStatistics;
  /** For a million tokens, in whatever currency. Absent: only tokens are told. */
  pricePerMillion?: number;
}

const MAX_PROGRAMMES = 5;
const MAX_NAME = 60;

/** The text of /stats. */
export function renderStats({ periods, index, pricePerMillion }: Overview, words: StatsWords): string {
  const blocks = periods.map(([days, period]) =>
    [days === 1 ? words.today : words.lastDays(days), ...linesOf(period, pricePerMillion, words)].join("\n"),
  );
  const [days, longest] = periods.at(-1) ?? [];
  const programmes = (longest?.programmes ?? []).slice(0, MAX_PROGRAMMES);
  const top = programmes.map(({ name, answers }, i) => `${i + 1}. ${clip(name, MAX_NAME)}: ${answers}`);
  const where = [
    `${words.index}: ${index.generation ?? words.none}`,
    `${words.articles}: ${index.articles}`,
    `${words.chunks}: ${index.chunks}`,
  ];
  return [
    ...blocks,
    ...(top.length > 0 ? [[`${words.programmes} (${words.lastDays(days ?? 1)})`, ...top].join("\n")] : []),
    where.join("\n"),
    words.utc,
  ].join("\n\n");
}

function linesOf(period: PeriodStatistics, pricePerMillion: number | undefined, words: StatsWords): string[] {
  const { questions, answered, refused, medianMs, tokens, good, bad } = period;
  return [
    `${words.questions}: ${questions}`,
    `${words.answered}: ${answered}`,
    `${words.refused}: ${refused}`,
    `${words.medianTime}: ${medianMs === undefined ? words.none : words.seconds(medianMs)}`,
    `${words.tokens}: ${tokens}`,
    ...(pricePerMillion === undefined ? [] : [`${words.cost}: ${((tokens * pricePerMillion) / 1_000_000).toFixed(2)}`]),
    `${words.good}: ${good}`,
    `${words.bad}: ${bad}`,
  ];
}
