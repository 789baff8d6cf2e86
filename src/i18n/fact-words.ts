/** The words around quick facts: `/fact` in a chat, and inline mode in any chat. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface FactWords {
  /** `/fact` came without words. */
  askForWords: string;
  /** The articles say nothing of it; `query` is what was looked for, empty when it cannot be shown. */
  unknown(query: string): string;
  /** Title of the one inline result that says so. */
  unknownTitle: string;
  /** Under that title. */
  unknownHint: string;
  /** There is no article yet. */
  noArticles: string;
  /** The button under a fact; it opens the chat with the bot. */
  seeEvidence: string;
}

const zh: FactWords = {
  askForWords: "想查什么？在 /fact 后面写上名字或关键词，例如：\n/fact 青龙县",
  unknown: (query) => (query === "" ? "收录的报道没有提到。" : `收录的报道没有提到“${query}”。`),
  unknownTitle: "没有找到",
  unknownHint: "收录的报道没有提到，换个名字或关键词试试。",
  noArticles: "现在还没有收录报道。",
  seeEvidence: "查看出处",
};

const en: FactWords = {
  askForWords: "What shall I look up? Put a name or a few words behind /fact, for example:\n/fact 青龙县",
  unknown: (query) => (query === "" ? "My reports say nothing of this." : `My reports do not mention “${query}”.`),
  unknownTitle: "Nothing found",
  unknownHint: "My reports do not mention it. Try another name or other words.",
  noArticles: "I have no reports yet.",
  seeEvidence: "See the source",
};

/** The words of one language. */
export function factWords(language: Language): FactWords {
  return pickWords({ zh, en }, language);
}
