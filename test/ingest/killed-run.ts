/**
 * One run of ingest as a process of its own, to be killed: says every step on stdout and goes slowly enough to be met
 * in each. Arguments: the data folder and the corpus folder.
 */
import { setTimeout } from "node:timers/promises";
import type { Log } from "../../src/core/ports.js";
import { createGenerationStore } from "../../src/index/generation.js";
import { createIngest } from "../../src/ingest/ingest.js";
import { createEmbeddedEmbeddings } from "../../src/models/embedded/embeddings.js";
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteEditions } from "../../src/store/sqlite/editions.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";

const [dataDir = "", corpusDir = ""] = process.argv.slice(2);
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const connection = openDatabase(dataDir);
const articles = createSqliteArticleStore(connection);
const embedding = createEmbeddedEmbeddings();
const embed = embedding.embeddings.embedDocuments.bind(embedding.embeddings);
embedding.embeddings.embedDocuments = async (texts) => {
  process.stdout.write("embed\n");
  await setTimeout(100);
  return embed(texts);
};
const stage = articles.stage.bind(articles);
articles.stage = (revisions) => {
  process.stdout.write("stage\n");
  const chunks = stage(revisions);
  process.stdout.write("staged\n");
  return chunks;
};
const deps = {
  articles,
  editions: createSqliteEditions(connection),
  generations: createGenerationStore({ dataDir, log }),
  embedding,
  lock: createIngestLock(dataDir),
  log,
};
await createIngest(deps, { corpusDir }).run({ onProgress: ({ step }) => process.stdout.write(`${step}\n`) });
process.stdout.write("done\n");
