/**
 * The same conversation as in Telegram, in a terminal. With a person in front: prompt, history, colours. With a pipe:
 * one question a line in, one answer after the other out, and the end of the input is the end.
 */
import { createInterface } from "node:readline";
import type { Answerer, ArticleStore, ConversationStore, Log } from "../core/ports.js";
import type { Language } from "../core/types.js";
import { type TerminalWords, terminalWords } from "../i18n/terminal-words.js";
import { stripInvisible } from "../text/normalize.js";
import { markTitle } from "../text/title-marks.js";
import { COLOURED, PLAIN, renderAnswer } from "./answer-view.js";

/** What the chat works with. */
export interface ChatDeps {
  answerer: Answerer;
  articles: Pick<ArticleStore, "listHeads" | "countArticles">;
  conversations: Pick<ConversationStore, "clearTurns">;
  log: Log;
}

/** Where the chat takes place. */
export interface ChatOptions {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean };
  language: Language;
}

/** Turns of the terminal are kept under this key and forgotten when a chat begins: it is one sitting. */
const CONVERSATION = "terminal";

/** Runs until the input ends or the person leaves. */
export async function runTerminalChat(deps: ChatDeps, options: ChatOptions): Promise<void> {
  const { input, output, language } = options;
  const words = terminalWords(language);
  const interactive = input.isTTY === true && output.isTTY === true;
  const style = interactive ? COLOURED : PLAIN;
  const print = (text: string) => output.write(`${text}\n`);

  deps.conversations.clearTurns(CONVERSATION);
  const lines = createInterface({ input, output, terminal: interactive, prompt: words.prompt, historySize: 200 });
  if (interactive) {
    const count = deps.articles.countArticles();
    print(count === 0 ? words.noArticles : words.welcome(count));
    print(style.faint(words.commands));
    print(style.faint(words.telegramHint));
    lines.prompt();
  }

  for await (const line of lines) {
    const message = line.trim();
    if (/^\/(?:quit|exit)$/u.test(message)) break;
    if (message === "/sources") print(listSources(deps.articles, words) || words.noArticles);
    else if (message === "/new") {
      deps.conversations.clearTurns(CONVERSATION);
      print(words.forgotten);
    } else if (/^\/(?:help|start)$/u.test(message)) print(words.commands);
    else if (message !== "") print(await ask(message));
    if (interactive) lines.prompt();
    else if (message !== "") print("");
  }
  lines.close();

  async function ask(question: string): Promise<string> {
    try {
      return renderAnswer(await deps.answerer.answer({ question, conversation: CONVERSATION, language }), style);
    } catch (error) {
      deps.log.error({ error }, "a question of the terminal was not answered");
      return words.failed;
    }
  }
}

function listSources(articles: ChatDeps["articles"], words: TerminalWords): string {
  return articles
    .listHeads()
    .map(({ title, author, published, eventDates }) => {
      const dates = published ?? (eventDates.length > 0 ? words.eventDates(eventDates) : undefined);
      return [markTitle(title), author, dates].filter((part) => part !== undefined);
    })
    .map((parts) => stripInvisible(parts.join(" · ")))
    .join("\n");
}
