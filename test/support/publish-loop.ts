/**
 * A process that publishes one small generation after another into the folder given, until it is killed. Says a line
 * when it begins to publish, and one with the id when it has. Every generation holds one word only, in every chunk.
 */
import { createGenerationStore } from "../../src/index/generation.js";
import { createQuietLog, makeEntries, planOf, publish } from "./generation-entries.js";

const [dataDir = "", word = ""] = process.argv.slice(2);
const store = createGenerationStore({ dataDir, log: createQuietLog().log });
for (let round = 0; ; round++) {
  process.stdout.write("publishing\n");
  const id = await publish(store, planOf(makeEntries(20 + round, { word })));
  process.stdout.write(`${id}\n`);
}
