/** `npm run -s backup -- [--out FILE]`: DATA_DIR's database and CORPUS_DIR as one file, also while a bot runs on them. */
import { Command } from "commander";
import { loadEnvFile, readConfig } from "../src/config.js";
import { backupWords } from "../src/i18n/backup-words.js";
import { createBackup } from "../src/store/backup.js";
import { runToEnd } from "./run-script.js";

const options = new Command("backup")
  .option("--out <file>", "where to; it must not exist. Default: a name with the date, in the working folder")
  .parse()
  .opts<{ out?: string }>();

await runToEnd(async () => {
  loadEnvFile();
  const config = readConfig();
  const backup = await createBackup(config, options.out ?? defaultName());
  process.stdout.write(`${backupWords(config.language).backedUp(backup)}\n`);
});

function defaultName(): string {
  return `programme-answers-${new Date().toISOString().replaceAll(/[-:]|\..*/gu, "")}.sqlite.gz`;
}
