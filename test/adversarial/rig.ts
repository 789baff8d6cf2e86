/**
 * The product as a user meets it, with a model that says what a case wants: the real application over the shipped corpus
 * and the six articles, a real index, real HTTP. Notes which cited sentences the model was not shown.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import type { Answer } from "../../src/core/types.js";
import { createSandbox } from "../flow/program.js";
import { type ModelRequestBody, startModelServer } from "../support/model-server.js";
import { sendText } from "../support/model-server-replies.js";
import { ARTICLES } from "./articles.js";

/** What came of one question. */
export interface Played {
  answer: Answer;
  /** Every text that somebody was shown on the way, in order. */
  partials: string[];
  /** Why the check left statements out, as it logs it. */
  rejections: string[];
  /** Cited parts that stand in no sentence shown to the model, or in several; all of them when it was not asked. */
  notShown: string[];
}

/** Plays cases one after another. */
export interface Rig {
  play(question: string, reply: string): Promise<Played>;
  close(): Promise<void>;
}

/** Pieces of a streamed reply; longer replies come in larger pieces. */
const MIN_PIECE = 5;
const MAX_PIECES = 400;
const PART = /\{(?<part>[^{}]+)\}/gu;

/** Starts the application in a folder of its own and indexes the articles. */
export async function startRig(): Promise<Rig> {
  const server = await startModelServer();
  const sandbox = createSandbox();
  cpSync(ARTICLES, join(sandbox.corpusDir, "adversarial"), { recursive: true });
  const config = readConfig({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    EMBEDDING_MODEL: "embedded",
    DATA_DIR: sandbox.dataDir,
    CORPUS_DIR: sandbox.corpusDir,
  });
  let rejections: string[] = [];
  const log: Log = {
    debug() {},
    info(fields) {
      if ("rejections" in fields && Array.isArray(fields.rejections)) rejections = fields.rejections.map(String);
    },
    warn() {},
    error() {},
  };
  const app = await createApp(config, log);
  await app.ingest();

  async function play(question: string, reply: string): Promise<Played> {
    let notShown = Array.from(reply.matchAll(PART), ([, part = ""]) => part);
    rejections = [];
    server.reply("chat", (request, response) => {
      const filled = fillNumbers(reply, sentencesOf(request.body));
      notShown = filled.notShown;
      return sendText(cutInPieces(filled.text))(request, response);
    });
    const partials: string[] = [];
    const answer = await app.answerer.answer({ question, onPartial: (text) => partials.push(text) });
    server.requests.length = 0;
    return { answer, partials, rejections, notShown };
  }

  return {
    play,
    async close() {
      await app.close();
      await server.close();
      sandbox.remove();
    },
  };
}

/** Lines `[12] 句子` of the prompt. */
function sentencesOf({ messages = [] }: ModelRequestBody): string[] {
  const prompt = messages.map(({ content }) => content).join("\n");
  return prompt.split("\n").filter((line) => /^\[\d+\] /u.test(line));
}

function fillNumbers(reply: string, sentences: readonly string[]): { text: string; notShown: string[] } {
  const notShown: string[] = [];
  const text = reply.replaceAll(PART, (_, part: string) => {
    const [line, ...more] = sentences.filter((sentence) => sentence.includes(part));
    if (line === undefined || more.length > 0)
      notShown.push(line === undefined ? part : `${part} (${more.length + 1}×)`);
    return /^\[\d+\]/u.exec(line ?? "")?.[0] ?? "[0]";
  });
  return { text, notShown: Array.from(new Set(notShown)) };
}

function cutInPieces(text: string): string[] {
  const length = Math.max(MIN_PIECE, Math.ceil(text.length / MAX_PIECES));
  return Array.from({ length: Math.ceil(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length));
}
