/** The command menu that Telegram shows, in both languages: Chinese for everybody, English for English interfaces. */
import type { Api } from "grammy";
import type { Language } from "../core/types.js";
import { botWords, type CommandName } from "../i18n/bot-words.js";

const ORDER: readonly CommandName[] = [
  "ask",
  "fact",
  "stop",
  "sources",
  "new",
  "lang",
  "privacy",
  "export",
  "forget",
  "help",
  "start",
];

/** Telegram keeps one menu for all kinds of Chinese. */
const MENUS: readonly { language: Language; code?: "zh" | "en" }[] = [
  { language: "zh" },
  { language: "zh", code: "zh" },
  { language: "en", code: "en" },
];

/** Registers the menus; a former one is replaced. Rejects when Telegram refuses: the bot works without a menu. */
export async function registerCommands(api: Api): Promise<void> {
  for (const { language, code } of MENUS) {
    const { commands } = botWords(language);
    const menu = ORDER.map((command) => ({ command, description: commands[command] }));
    await api.setMyCommands(menu, code === undefined ? {} : { language_code: code });
  }
}
