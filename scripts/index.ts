/**
 * `npm run -s index -- [--dry-run] [--yes] [--json]`: brings the index in line with the corpus, rehearsed: when a question
 * of the set is answered worse than before, nothing is put in place and the exit code is 2, unless `--yes` says otherwise.
 */
import { Command } from "commander";
import type { ReindexOutcome, ReindexPlan } from "../src/core/reindex-ports.js";
import type { Language } from "../src/core/types.js";
import { reindexWords } from "../src/i18n/reindex-words.js";
import { terminalWords } from "../src/i18n/terminal-words.js";
import { runScript } from "./run-script.js";

/** Exit code when the new index got worse. */
const WORSE = 2;

const options = new Command("index")
  .option("--dry-run", "only say what would change")
  .option("--yes", "put it in place even if answers got worse")
  .option("--json", "plan and outcome as one JSON object")
  .parse()
  .opts<{ dryRun?: boolean; yes?: boolean; json?: boolean }>();

await runScript(async ({ app, config }) => {
  const started = performance.now();
  const { language } = config;
  const print = (line: string) => void (options.json || process.stdout.write(`${line}\n`));
  const outcome = options.dryRun ? undefined : await app.reindexer.run({ evenIfWorse: options.yes === true });
  const plan = outcome?.plan ?? (await app.reindexer.plan());
  for (const { source, message } of plan.problems) process.stderr.write(`${source}: ${message}\n`);
  if (options.json) {
    const generation = (await app.generations.current())?.id ?? null;
    process.stdout.write(
      `${JSON.stringify(toJson(plan, outcome, generation, Math.round(performance.now() - started)))}\n`,
    );
  }
  describe(plan, outcome, language).forEach(print);
  if (outcome?.kind === "worse") process.exitCode = WORSE;
});

function describe(plan: ReindexPlan, outcome: ReindexOutcome | undefined, language: Language): string[] {
  const words = reindexWords(language);
  const lines = plan.changes.map(
    ({ change, title, source }) => `${terminalWords(language).changes[change]} ${title} (${source})`,
  );
  if (outcome?.kind === "same") return [...lines, terminalWords(language).indexed(plan.articles, plan.chunks)];
  lines.push(words.plan(plan));
  if (!outcome) return lines;
  const { rehearsal } = outcome;
  if (rehearsal) {
    lines.push(words.scores(rehearsal.before, rehearsal.after));
    lines.push(rehearsal.changed.length === 0 ? words.allTheSame : words.changedHeading(rehearsal.changed.length));
    lines.push(...rehearsal.changed.map((answer) => `\n${words.changed(answer)}`));
  } else lines.push(words.unrehearsed);
  const indexed = terminalWords(language).indexed(plan.articles, plan.chunks);
  return [...lines, ...(outcome.kind === "worse" ? [words.worseHere] : [words.swapped, indexed])];
}

function toJson(plan: ReindexPlan, outcome: ReindexOutcome | undefined, generation: string | null, ms: number) {
  const { problems: _, changes, ...counts } = plan;
  const rehearsal = outcome && "rehearsal" in outcome ? (outcome.rehearsal ?? null) : null;
  return { ...counts, generation, ms, outcome: outcome?.kind ?? "dry run", changes, rehearsal };
}
