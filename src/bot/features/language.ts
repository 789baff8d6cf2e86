/** /lang: the language of the interface, as chosen by buttons; answers follow the question's own language. */
import { Composer } from "grammy";
import type { PreferenceStore } from "../../core/audience-ports.js";
import type { Language } from "../../core/types.js";
import { LANGUAGE_NAMES, privacyWords } from "../../i18n/privacy-words.js";
import { actionButton, type Pressed } from "../callback-data.js";
import { type BotContext, interfaceLanguage, onCommand, tellPresser } from "../context.js";
import { replacePressed } from "../pressed-message.js";
import { sendText } from "../reply.js";

/** Field of the button that takes the choice back. */
const TELEGRAM = "telegram";

/** The feature. */
export function createLanguageFeature(preferences: PreferenceStore): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onCommand(composer, "lang", async ({ api, place, language }) => {
    const words = privacyWords(language);
    const rows = (Object.keys(LANGUAGE_NAMES) as Language[]).map((code) => [
      actionButton(LANGUAGE_NAMES[code], "language", code),
    ]);
    rows.push([actionButton(words.followTelegram, "language", TELEGRAM)]);
    await sendText(api, place, words.chooseLanguage, { format: "plain", keyboard: { inline_keyboard: rows } });
  });

  composer.use(async (ctx, next) => {
    const choice = ctx.pressed && choiceOf(ctx.pressed);
    if (choice === undefined) return next();
    preferences.setLanguage(ctx.asker, choice === TELEGRAM ? undefined : choice);
    const language = choice === TELEGRAM ? interfaceLanguage(ctx.from?.language_code) : choice;
    const text = privacyWords(language).languageSet;
    // In a group everybody chooses for oneself, by the same buttons.
    tellPresser(ctx, ctx.place.isGroup ? { text } : {});
    if (!ctx.place.isGroup) await replacePressed(ctx, text, { format: "plain" });
  });

  return composer;
}

function choiceOf({ kind, fields }: Pressed): Language | typeof TELEGRAM | undefined {
  const [choice = ""] = fields;
  if (kind !== "language") return undefined;
  return choice === TELEGRAM || Object.hasOwn(LANGUAGE_NAMES, choice)
    ? (choice as Language | typeof TELEGRAM)
    : undefined;
}
