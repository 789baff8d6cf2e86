/** The options that `eval:retrieval` and `eval:facts` share, and how they print. */
import { Command } from "commander";

/** Where the set is and how to print. */
export interface SetOptions {
  passages: string;
  queries: string;
  json?: boolean;
  keep?: string;
}

/** Reads the command line. */
export function readSetOptions(name: string, description: string): SetOptions {
  return new Command(name)
    .description(description)
    .requiredOption("--passages <file>", "passages, .jsonl or .jsonl.gz: {id, doc_id, title, text}")
    .requiredOption("--queries <file>", "questions, .jsonl: {id, text, positives, answers, pos_docs?}")
    .option("--keep <folder>", "keep the index in this folder, and use the one that is there")
    .option("--json", "the result as one JSON object")
    .parse()
    .opts<SetOptions>();
}

/** One line of JSON, or a line for each figure. */
export function printReport(report: object, isJson: boolean | undefined): void {
  if (isJson) process.stdout.write(`${JSON.stringify(report)}\n`);
  else
    for (const [name, value] of Object.entries(report)) process.stdout.write(`${name.padEnd(22)} ${String(value)}\n`);
}
