/** `npm run -s eval -- --set FILE.jsonl [--json]`: asks every question of a set and counts the right answers. */
import { Command } from "commander";
import { askGolden, judgeAnswer, mustBeRefused, readGoldenSet } from "../src/eval/golden.js";
import { runScript } from "./run-script.js";

const options = new Command("eval")
  .requiredOption("--set <file>", "question set, one JSON object a line; see src/eval/golden.ts")
  .option("--json", "the result as one JSON object")
  .parse()
  .opts<{ set: string; json?: boolean }>();

await runScript(async ({ app, config }) => {
  await app.ensureIndex();
  const golden = readGoldenSet(options.set);
  const results = [];
  for (const one of golden) {
    const answer = await askGolden(app.answerer, app.conversations, one, config.language);
    const fault = judgeAnswer(one, answer);
    results.push({
      ...one,
      fault: fault ?? null,
      answerKind: answer.kind,
      text: answer.text,
      ms: answer.timings.totalMs,
    });
  }
  const answerable = results.filter((result) => !mustBeRefused(result));
  const refusable = results.filter((result) => mustBeRefused(result));
  const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const summary = {
    answerable: answerable.length,
    right: answerable.filter(({ fault }) => fault === null).length,
    refusable: refusable.length,
    refused: refusable.filter(({ fault }) => fault === null).length,
    medianMs: Math.round((times[Math.floor(times.length / 2)] ?? 0) * 100) / 100,
    faults: results
      .filter(({ fault }) => fault !== null)
      .map(({ id, fault, answerKind, text }) => ({ id, fault, answerKind, text })),
  };
  if (options.json) {
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return;
  }
  for (const { id, question, fault, text } of results) {
    process.stdout.write(
      `${fault === null ? "ok  " : "FAIL"} ${id} ${question} → ${fault === null ? "" : `(${fault}) `}${text.replaceAll("\n", " ")}\n`,
    );
  }
  process.stdout.write(
    `\nright ${summary.right}/${summary.answerable}, refused ${summary.refused}/${summary.refusable}, median ${summary.medianMs} ms\n`,
  );
});
