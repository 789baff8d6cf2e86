/** Internal to `eval:retrieval` and `eval:facts`: indexes a set of passages and prints what that cost. */
import { isAppError } from "../../src/core/errors.js";
import { describeError } from "../../src/describe-error.js";
import { indexPassages } from "./passage-corpus.js";

const [path = "", dataDir = ""] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(await indexPassages(path, dataDir)));
} catch (error) {
  process.stderr.write(`${isAppError(error) ? error.message : describeError(error)}\n`);
  process.exitCode = 1;
}
