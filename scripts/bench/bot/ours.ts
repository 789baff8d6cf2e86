/**
 * This project's bot as the program runs it: the whole app on a database on the disk, only the read path is replaced by
 * the stand-in for a model. It remembers the turn and streams as the real one does.
 */
import { createApp } from "../../../src/app.js";
import { createBot } from "../../../src/bot/bot.js";
import { readConfig } from "../../../src/config.js";
import type { Answerer } from "../../../src/core/ports.js";
import type { Answer, Citation } from "../../../src/core/types.js";
import { createLog } from "../../../src/log.js";
import { answerSlowly } from "./exchange.js";
import type { ContenderTask } from "./start-contender.js";

const CITATION: Citation = {
  n: 1,
  articleId: "a1",
  revision: 1,
  title: "探索推动乡村振兴",
  author: "皮磊",
  source: "a.txt",
  quote: "累计孵化339名电商从业者,销售额超500万元。",
  start: 0,
  end: 24,
};

/** Runs until the process is killed. */
export async function startOurs({ token, apiRoot, model, folder }: ContenderTask): Promise<void> {
  const log = createLog("error", [token]);
  const app = await createApp({ ...readConfig({}), dataDir: folder, corpusDir: folder }, log);
  const { followCorpus: _, ...deps } = app;
  const answerer: Answerer = {
    async answer({ question, conversation, onPhase, onPartial }) {
      onPhase?.("retrieving");
      const text = await answerSlowly(question, model, onPartial);
      const turn = { question, standalone: question, kind: "grounded" as const, citations: [CITATION] };
      if (conversation !== undefined)
        app.conversations.appendTurn(conversation, { ...turn, answer: text, at: Date.now() });
      const timings = { retrieveMs: 0, totalMs: model.wholeMs };
      return { ...turn, text, language: "zh", statements: [], suggestions: [], timings } satisfies Answer;
    },
  };
  const bot = createBot({ ...deps, answerer, log }, { token, apiRoot });
  void bot.run();
}
