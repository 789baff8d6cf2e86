/** `npm run -s index -- [--dry-run] [--json]`: brings the index in line with the corpus, or says what that would change. */
import { Command } from "commander";
import { terminalWords } from "../src/i18n/terminal-words.js";
import { runScript } from "./run-script.js";

const options = new Command("index")
  .option("--dry-run", "only say what would change")
  .option("--json", "the report as JSON")
  .parse()
  .opts<{ dryRun?: boolean; json?: boolean }>();

await runScript(async ({ app, config }) => {
  const words = terminalWords(config.language);
  const report = await app.ingest({ dryRun: options.dryRun === true });
  for (const { source, message } of report.problems) process.stderr.write(`${source}: ${message}\n`);
  const { added, updated, removed, unchanged, articles, chunks, embedded, generation, ms } = report;
  if (options.json) {
    const counts = { added, updated, removed, unchanged, articles, chunks, embedded, generation, ms };
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    return;
  }
  for (const { change, title, source } of report.plan)
    process.stdout.write(`${words.changes[change]} ${title} (${source})\n`);
  process.stdout.write(`${words.indexed(articles, chunks)}\n`);
});
