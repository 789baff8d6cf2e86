/**
 * `npm run -s report [-- --out FILE.html] [--days 30]`: the overview of /stats as one HTML page with charts, in the language
 * of LANG. Reads the database and the index, changes neither.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { AppError } from "../src/core/errors.js";
import { statsWords } from "../src/i18n/stats-words.js";
import { renderReport } from "./report/page.js";
import { runScript } from "./run-script.js";

const MAX_DAYS = 366;

const options = new Command("report")
  .option("--out <file>", "where the page is written", "report.html")
  .option("--days <number>", `days that the charts show, 1 to ${MAX_DAYS}`, readDays, 30)
  .parse()
  .opts<{ out: string; days: number }>();

await runScript(async ({ app, config }) => {
  const { language, pricePerMillion } = config;
  const madeAt = Date.now();
  const lengths = Array.from(new Set([1, 7, options.days])).toSorted((a, b) => a - b);
  const page = renderReport(
    {
      language: language === "en" ? "en" : "zh",
      periods: lengths.map((days) => [days, app.statistics.period(days, madeAt)] as const),
      daily: app.statistics.daily(options.days, madeAt),
      index: await app.indexStatistics(),
      madeAt,
      ...(pricePerMillion !== undefined && { pricePerMillion }),
    },
    statsWords(language),
  );
  const path = resolve(options.out);
  try {
    writeFileSync(path, page);
  } catch (cause) {
    throw new AppError("STORE_FAILED", { message: `${path} cannot be written: check the folder's rights`, cause });
  }
  process.stdout.write(`${path}\n`);
});

function readDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw new InvalidArgumentError(`1 to ${MAX_DAYS}`);
  return days;
}
