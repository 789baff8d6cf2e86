/**
 * The floors of docs/ARCHITECTURE.md as rules: arrows point down only, and each outside package has one home.
 * `allowed` is the table; a new folder must be added here before anything may import it.
 */
const floor = (from, ...to) => ({ from: { path: `^src/${from}/` }, to: { path: to.map((name) => `^src/${name}/`) } });
const home = (name, packageName, path) => ({
  name: `${name}-has-one-home`,
  severity: "error",
  from: { path: "^(src|scripts)/", pathNot: path },
  to: { path: packageName },
});

module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: { pathNot: "^test/" }, to: { circular: true } },
    {
      name: "no-dev-package-in-product",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm-dev"] },
    },
    home("grammy", "node_modules/(grammy|@grammyjs)/", "^(src/bot|scripts/bench/bot)/"),
    home("openai", "node_modules/openai/", "^src/models/openai/"),
    home("hnswlib", "node_modules/hnswlib-node/", "^src/index/"),
    home("sqlite", "node_modules/better-sqlite3/", "^src/store/sqlite/"),
    home("opencc", "node_modules/opencc-js/", "^src/text/"),
    home("echarts", "node_modules/echarts/", "^scripts/report/"),
    home("jieba", "node_modules/@node-rs/jieba/", "^src/text/"),
    home(
      "documents",
      "node_modules/(@mozilla/readability|htmlparser2|linkedom|mammoth|pdfjs-dist|fflate)/",
      "^src/ingest/documents/",
    ),
    home("fetching", "node_modules/(undici|ipaddr.js|robots-parser)/", "^src/ingest/fetch/"),
  ],
  allowed: [
    { from: { pathNot: "^src/" }, to: {} },
    { from: { path: "\\.test\\.ts$" }, to: {} },
    { from: { path: "^src/" }, to: { pathNot: "^(src|scripts|test)/" } },
    {
      from: { path: "^src/(main|run)\\.ts$" },
      to: { path: "^src/(run\\.|app\\.|config\\.|log\\.|describe-error\\.|core/|bot/|terminal/|i18n/)" },
    },
    { from: { path: "^src/(app|config|log|describe-error)\\.ts$" }, to: { path: "^src/" } },
    floor("bot", "bot", "answer", "i18n", "text", "core"),
    floor("terminal", "terminal", "answer", "i18n", "text", "core"),
    floor("eval", "eval", "answer", "retrieve", "files", "text", "core"),
    floor("answer", "answer", "text", "i18n", "core"),
    floor("reindex", "reindex", "ingest", "eval", "core"),
    floor("ingest", "ingest", "files", "threads", "text", "core"),
    floor("retrieve", "retrieve", "text", "core"),
    floor("index", "index", "files", "threads", "text", "core"),
    floor("store", "store", "files", "text", "core"),
    floor("models", "models", "text", "core"),
    floor("i18n", "i18n", "text", "core"),
    floor("files", "files"),
    floor("threads", "threads"),
    floor("text", "text", "core"),
    floor("core", "core"),
  ],
  allowedSeverity: "error",
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
