/**
 * `npm run -s eval [-- --set FILE.jsonl …] [--json] [--failures]`: asks every question of the project's own sets, or of
 * those named, and counts the right answers.
 */
import { Command } from "commander";
import { type GoldenQuestion, readGoldenSet } from "../src/eval/golden.js";
import { runSet, type SetResult, type SetSummary, summariseSet } from "../src/eval/run-set.js";
import { renderTable } from "./bench/measure.js";
import { runScript } from "./run-script.js";

/** The shipped set, the further ones and those that nothing was tuned to. */
const OWN_SETS = [
  "corpus/golden.jsonl",
  "test/eval/further.jsonl",
  "test/eval/asked.jsonl",
  "test/eval/held-out.jsonl",
];

const options = new Command("eval")
  .option("--set <file...>", "question sets, one JSON object a line; see src/eval/golden.ts", OWN_SETS)
  .option("--json", "the result as one JSON object a set, one a line")
  .option("--failures", "also the questions that were not answered rightly")
  .parse()
  .opts<{ set: string[]; json?: boolean; failures?: boolean }>();

await runScript(async ({ app, config }) => {
  const sets = options.set.map((path): [string, GoldenQuestion[]] => [path, readGoldenSet(path)]);
  await app.ensureIndex();
  const rows: string[][] = [];
  const failures: string[] = [];
  for (const [path, questions] of sets) {
    const results = await runSet(app, questions, config.language);
    const summary = summariseSet(results);
    if (options.json) process.stdout.write(`${JSON.stringify(toJson(path, summary, results))}\n`);
    rows.push([
      path,
      `${summary.right}/${summary.answerable}`,
      `${summary.refused}/${summary.refusable}`,
      `${summary.medianMs}`,
      Object.entries(summary.kinds)
        .filter(([, { right, of }]) => right < of)
        .map(([kind, { right, of }]) => `${kind} ${right}/${of}`)
        .join(", "),
    ]);
    failures.push(...results.filter(({ fault }) => fault !== null).map(describeFailure));
  }
  if (options.json) return;
  const head = ["set", "right", "refused", "median ms", "kinds that miss some"];
  process.stdout.write(`${renderTable(head, rows)}\n`);
  if (options.failures) process.stdout.write(`\n${failures.join("\n")}\n`);
});

function describeFailure({ id, question, fault, text }: SetResult): string {
  return `${id} ${question} → (${fault}) ${text.replaceAll("\n", " ")}`;
}

function toJson(set: string, summary: SetSummary, results: readonly SetResult[]) {
  const faults = results
    .filter(({ fault }) => fault !== null)
    .map(({ id, fault, answerKind, text }) => ({ id, fault, answerKind, text }));
  return { set, ...summary, faults };
}
