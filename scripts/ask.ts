/** `npm run -s ask -- [--json] [--chat] [question]`: answers one question, or one a line from standard input. */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { Command } from "commander";
import type { Answer } from "../src/core/types.js";
import { PLAIN, renderAnswer } from "../src/terminal/answer-view.js";
import { runScript } from "./run-script.js";

const command = new Command("ask")
  .argument("[question...]", "the question; without it, one question a line from standard input")
  .option("--json", "one JSON object a question, one a line")
  .option("--chat", "all questions are one conversation")
  .parse();
const options = command.opts<{ json?: boolean; chat?: boolean }>();

await runScript(async ({ app, config }) => {
  await app.ensureIndex();
  const conversation = options.chat ? `ask:${randomUUID()}` : undefined;
  const given = command.args.join(" ").trim();
  try {
    for await (const line of given ? [given] : createInterface({ input: process.stdin })) {
      const question = line.trim();
      if (question === "") continue;
      const answer = await app.answerer.answer({
        question,
        language: config.language,
        ...(conversation !== undefined && { conversation }),
      });
      process.stdout.write(options.json ? `${JSON.stringify(toJson(answer))}\n` : `${renderAnswer(answer, PLAIN)}\n\n`);
    }
  } finally {
    if (conversation !== undefined) app.conversations.clearTurns(conversation);
  }
});

function toJson({ question, kind, text, citations, timings, notice }: Answer) {
  return {
    question,
    kind,
    text,
    citations: citations.map(({ n, articleId, title, author, source, quote, start, end }) => ({
      n,
      articleId,
      title,
      author: author ?? null,
      source,
      quote,
      start,
      end,
    })),
    timings: { retrieveMs: round(timings.retrieveMs), totalMs: round(timings.totalMs) },
    ...(notice !== undefined && { notice }),
  };
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
