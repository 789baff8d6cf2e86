/** `npm run -s restore -- FILE [--force]`: puts a backup into DATA_DIR and CORPUS_DIR, on which no bot may be running. */
import { Command } from "commander";
import { loadEnvFile, readConfig } from "../src/config.js";
import { backupWords } from "../src/i18n/backup-words.js";
import { restoreBackup } from "../src/store/restore.js";
import { runToEnd } from "./run-script.js";

const command = new Command("restore")
  .argument("<file>", "a file that backup has written")
  .option("--force", "move data that is there aside instead of refusing")
  .parse();

await runToEnd(async () => {
  loadEnvFile();
  const config = readConfig();
  const words = backupWords(config.language);
  const { force = false } = command.opts<{ force?: boolean }>();
  const { movedTo, ...restored } = await restoreBackup(command.args[0] ?? "", config, { force });
  const lines = [words.restored(restored), ...movedTo.map((folder) => words.movedAside(folder)), words.start];
  process.stdout.write(`${lines.join("\n")}\n`);
});
