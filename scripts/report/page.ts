/**
 * The overview as one HTML page that needs nothing else: no script, no network. Beside each chart stands a table with the
 * same numbers, for whoever does not see it. Pure.
 */
import { escapeHtml } from "../../src/bot/views/html.js";
import type { DayStatistics, IndexStatistics, PeriodStatistics } from "../../src/core/statistics-port.js";
import type { StatsWords } from "../../src/i18n/stats-words.js";
import { drawRanking, drawStackedBars } from "./charts.js";

/** What the page shows. */
export interface Report {
  /** Of `lang`: `zh` or `en`. */
  language: "zh" | "en";
  /** With the number of days, shortest first; programmes are those of the last. */
  periods: readonly (readonly [days: number, PeriodStatistics])[];
  /** Oldest first. */
  daily: readonly DayStatistics[];
  index: IndexStatistics;
  pricePerMillion?: number;
  /** Milliseconds since the epoch. */
  madeAt: number;
}

type Row = readonly (string | number)[];

const STYLE = `
  body { font: 16px/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 860px; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.6rem } h2 { font-size: 1.25rem; margin-top: 2.5rem }
  figure { margin: 0 } svg { max-width: 100%; height: auto }
  table { border-collapse: collapse; margin: .5rem 0 } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
  th, td { border: 1px solid #767676; padding: .25rem .7rem; text-align: right } th { background: #f2f2f2 }
  th:first-child, td:first-child { text-align: left } .wide { overflow-x: auto }
  summary { cursor: pointer; padding: .4rem 0 }`;

/** The whole page. */
export function renderReport(report: Report, words: StatsWords): string {
  const { language, daily, index, madeAt, periods } = report;
  const made = new Date(madeAt).toISOString().slice(0, 16).replace("T", " ");
  const days = daily.map(({ day }) => day.slice(5));
  const [longest, { programmes } = { programmes: [] }] = periods.at(-1) ?? [];
  const column = (name: string, of: (day: DayStatistics) => number) => ({ name, values: daily.map((day) => of(day)) });
  const dayTable = (series: readonly { name: string; values: readonly number[] }[]) =>
    tableOf(
      "",
      [words.day, ...series.map(({ name }) => name)],
      daily.map(({ day }, i) => [day, ...series.map(({ values }) => values[i] ?? 0)]),
    );
  const dayChart = (title: string, ...series: { name: string; values: number[] }[]) =>
    chartOf(
      title,
      series.some(({ values }) => values.some((value) => value > 0)),
      () => drawStackedBars(days, series),
      dayTable(series),
      words,
    );
  const ranking = tableOf(
    "",
    [words.programme, words.answersCiting],
    programmes.map(({ name, answers }) => [name, answers]),
  );
  const drawProgrammes = () =>
    drawRanking(
      programmes.map(({ name }) => name),
      { name: words.answersCiting, values: programmes.map(({ answers }) => answers) },
    );
  const sections = [
    overviewTable(report, words),
    dayChart(
      words.perDay,
      column(words.answered, (day) => day.answered),
      column(words.refused, (day) => day.refused),
    ),
    dayChart(
      words.votes,
      column(words.good, (day) => day.good),
      column(words.bad, (day) => day.bad),
    ),
    dayChart(
      words.tokens,
      column(words.tokens, (day) => day.tokens),
    ),
    dayChart(
      words.medianTime,
      column(words.milliseconds, (day) => Math.round(day.medianMs ?? 0)),
    ),
    chartOf(
      `${words.programmes} (${words.lastDays(longest ?? 1)})`,
      programmes.length > 0,
      drawProgrammes,
      ranking,
      words,
    ),
    tableOf(
      words.index,
      [words.index, words.articles, words.chunks],
      [[index.generation ?? words.none, index.articles, index.chunks]],
    ),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(words.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.made(made))} ${escapeHtml(words.utc)}</p>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

function overviewTable({ periods, pricePerMillion }: Report, words: StatsWords): string {
  const head = [
    words.period,
    words.questions,
    words.answered,
    words.refused,
    words.medianTime,
    words.tokens,
    ...(pricePerMillion === undefined ? [] : [words.cost]),
    words.good,
    words.bad,
  ];
  const rows = periods.map(
    ([days, { questions, answered, refused, medianMs, tokens, good, bad }]): Row => [
      days === 1 ? words.today : words.lastDays(days),
      questions,
      answered,
      refused,
      medianMs === undefined ? words.none : words.seconds(medianMs),
      tokens,
      ...(pricePerMillion === undefined ? [] : [((tokens * pricePerMillion) / 1_000_000).toFixed(2)]),
      good,
      bad,
    ],
  );
  return tableOf("", head, rows);
}

/** The picture is one thing with a name to a screen reader; its single words are not read out. */
function chartOf(title: string, hasData: boolean, draw: () => string, table: string, words: StatsWords): string {
  const heading = `<h2>${escapeHtml(title)}</h2>`;
  if (!hasData) return `<section>${heading}<p>${escapeHtml(words.noData)}</p></section>`;
  const svg = draw().replace("<svg ", `<svg role="img" aria-label="${escapeAttribute(words.chart(title))}" `);
  return `<section>${heading}
<figure>${svg}</figure>
<details><summary>${escapeHtml(`${words.table}: ${title}`)}</summary>${table}</details>
</section>`;
}

/** @param caption none when empty: what stands above it says it already. */
function tableOf(caption: string, head: readonly string[], rows: readonly Row[]): string {
  const cells = (row: Row) =>
    row.map((cell, i) =>
      i === 0 ? `<th scope="row">${escapeHtml(String(cell))}</th>` : `<td>${escapeHtml(String(cell))}</td>`,
    );
  return `<div class="wide"><table>${caption === "" ? "" : `<caption>${escapeHtml(caption)}</caption>`}
<thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row).join("")}</tr>`).join("\n")}</tbody>
</table></div>`;
}

function escapeAttribute(text: string): string {
  return escapeHtml(text).replaceAll('"', "&quot;");
}
