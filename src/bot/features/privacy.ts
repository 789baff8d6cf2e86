/**
 * /privacy says what is stored and for how long, /export sends it, /forget deletes it after asking once more. What is
 * about one person is never sent into a group.
 */
import { Composer, InputFile } from "grammy";
import type { PrivacyStore } from "../../core/audience-ports.js";
import { privacyWords } from "../../i18n/privacy-words.js";
import { actionButton, type Pressed } from "../callback-data.js";
import { type BotContext, onButton, onCommand } from "../context.js";
import { replacePressed } from "../pressed-message.js";
import { sendText } from "../reply.js";

/** What it works with. */
export interface PrivacyDeps {
  privacy: PrivacyStore;
  retentionDays: number;
  /** Whether questions are sent to a model's endpoint. */
  usesModel: boolean;
}

const FILE_NAME = "my-data.json";

/** The feature. */
export function createPrivacyFeature({ privacy, retentionDays, usesModel }: PrivacyDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onCommand(composer, "privacy", async ({ api, place, language }) => {
    await sendText(api, place, privacyWords(language).privacy(retentionDays, usesModel), { format: "plain" });
  });

  onCommand(composer, "export", async (ctx) => {
    const { api, place, language, asker } = ctx;
    const words = privacyWords(language);
    if (place.isGroup) return refuseInGroup(ctx);
    const data = privacy.collect(asker);
    const file = new InputFile(Buffer.from(JSON.stringify(readable(data), null, 2)), FILE_NAME);
    await api.sendDocument(place.chatId, file, {
      caption: words.exported(data.questions.length),
      ...(place.threadId !== undefined && { message_thread_id: place.threadId }),
    });
  });

  onCommand(composer, "forget", async (ctx) => {
    const { api, place, language } = ctx;
    const words = privacyWords(language);
    if (place.isGroup) return refuseInGroup(ctx);
    const row = [actionButton(words.confirmButton, "forget", "yes"), actionButton(words.keepButton, "forget", "no")];
    await sendText(api, place, words.confirm, { format: "plain", keyboard: { inline_keyboard: [row] } });
  });

  onButton(composer, choiceOf, async (ctx, isSure) => {
    const words = privacyWords(ctx.language);
    if (isSure) privacy.forget(ctx.asker);
    await replacePressed(ctx, isSure ? words.forgotten : words.kept, { format: "plain" });
  });

  return composer;
}

async function refuseInGroup({ api, place, language }: BotContext): Promise<void> {
  await sendText(api, place, privacyWords(language).privateOnly, { format: "plain" });
}

function choiceOf({ kind, fields }: Pressed): boolean | undefined {
  if (kind !== "forget") return undefined;
  return fields[0] === "yes" ? true : fields[0] === "no" ? false : undefined;
}

/** Times as people and programs both read them. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => [
      key,
      key === "at" ? iso(field) : timesOr(key, field),
    ]),
  );
}

function timesOr(key: string, field: unknown): unknown {
  return key === "requests" && Array.isArray(field) ? field.map(iso) : readable(field);
}

function iso(ms: unknown): string {
  return new Date(Number(ms)).toISOString();
}
