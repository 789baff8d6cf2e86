/** Internal to `eval:retrieval` and `eval:facts`: indexes a set of passages and prints what that cost. */
import { describeError } from "../../src/describe-error.js";
import { indexPassages } from "./passage-corpus.js";

const [path = "", dataDir = ""] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(await indexPassages(path, dataDir)));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
