/**
 * What an admin hands in to become articles: a file, a pasted text, an address, or /add with one of these. It is read and
 * shown, and waits with its bytes for what the admin does next (`upload-edit`, `upload-publish`); nothing is published
 * here. In private chats only: a group need not see how articles are made.
 */
import { Composer } from "grammy";
import type { Document } from "grammy/types";
import type { HandedIn, Intake, UploadStore } from "../../core/intake-ports.js";
import type { Log } from "../../core/ports.js";
import { failureWords } from "../../i18n/error-words.js";
import { uploadWords } from "../../i18n/upload-words.js";
import type { Admins } from "../admin.js";
import { describeError, refusalOf } from "../api-errors.js";
import type { BotContext } from "../context.js";
import { type Download, MAX_DOWNLOAD_BYTES } from "../download.js";
import { createRecentPastes, type Paste } from "../recent-pastes.js";
import { sendText } from "../reply.js";
import type { UploadState } from "../upload-state.js";
import { clip } from "../views/paging.js";
import { renderUpload } from "../views/upload-view.js";
import { likeliest } from "./upload-publish.js";

/** What it works with. */
export interface UploadDeps {
  admins: Admins;
  intake: Pick<Intake, "read" | "fetch" | "duplicatesOf">;
  uploads: Pick<UploadStore, "put">;
  download: Download;
  log: Log;
}

/** A longer message of an admin is an article, not a question. UTF-16 units. */
const PASTED_CHARS = 600;
const KNOWN_KINDS = /\.(?:txt|md|html?|docx|pdf)$/iu;
const ADDRESS = /^https?:\/\/\S+$/iu;
/** Behind /add, also one that cannot be read: it is no article. */
const ANY_ADDRESS = /^[a-z][a-z\d+.-]*:\/\/\S+$/iu;
const MAX_JOINS = 5;
const MAX_NAME_CHARS = 60;

type Given = { document: Document } | { address: string } | { text: string } | "help";

/** The feature. */
export function createUploadFeature({ admins, intake, uploads, download, log }: UploadDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const pastes = createRecentPastes();

  composer.use(async (ctx, next) => {
    if (!admins.has(ctx.from?.id) || ctx.place.isGroup) return next();
    const paste = pasteIn(ctx);
    const former = paste && pastes.continued(paste);
    if (paste && former) return takeText(ctx, former.text, paste, former.id);
    const given = givenIn(ctx);
    if (given === undefined) return next();
    if (given === "help") await say(ctx, uploadWords(ctx.language).howTo);
    else if ("document" in given) await takeDocument(ctx, given.document);
    else if ("address" in given) await takeAddress(ctx, given.address);
    else await takeText(ctx, given.text, paste);
  });

  async function takeText(ctx: BotContext, text: string, paste?: Paste, former?: string): Promise<void> {
    const id = former ?? idOf(ctx);
    if (paste) pastes.note(paste, id, text);
    await take(ctx, { name: `${uploadWords(ctx.language).pastedName}.txt`, bytes: new TextEncoder().encode(text) }, id);
  }

  async function takeDocument(ctx: BotContext, { file_id, file_name = "", file_size = 0 }: Document): Promise<void> {
    const words = uploadWords(ctx.language);
    if (!KNOWN_KINDS.test(file_name)) return say(ctx, words.unknownKind);
    if (file_size > MAX_DOWNLOAD_BYTES) return say(ctx, words.tooLarge);
    const path = await ctx.api.getFile(file_id).then(
      ({ file_path }) => file_path,
      (error: unknown) => {
        if (refusalOf(error)?.error_code !== 400) throw error;
        return undefined;
      },
    );
    const bytes = path === undefined ? undefined : await download(path);
    if (bytes) await take(ctx, { name: file_name, bytes });
    else await say(ctx, words.downloadFailed);
  }

  async function takeAddress(ctx: BotContext, address: string): Promise<void> {
    const file = await attempt(ctx, address, () => intake.fetch(address));
    if (file) await take(ctx, file);
  }

  async function take(ctx: BotContext, file: HandedIn, id = idOf(ctx)): Promise<void> {
    const reading = await attempt(ctx, file.name, () => intake.read(file));
    if (!reading) return;
    const { articles, joins, warnings } = reading;
    if (articles.length === 0) return say(ctx, uploadWords(ctx.language).nothingYet);
    // Another one than that of a former piece of the same text: its buttons are for less than this.
    const version = ctx.update.update_id % 100_000;
    const state: UploadState = {
      v: 1,
      version,
      cut: version,
      articles,
      joins: joins.slice(0, MAX_JOINS).map(({ before, after }) => ({ before, after })),
      joined: joins.length,
      warnings,
      isEdited: false,
    };
    const { name, bytes, url } = file;
    const edits = JSON.stringify(state);
    uploads.put({
      id,
      at: Date.now(),
      admin: ctx.from?.id ?? 0,
      name,
      bytes,
      edits,
      ...(url !== undefined && { url }),
    });
    const duplicates = likeliest(await intake.duplicatesOf(articles));
    const { html, ...rest } = renderUpload(
      { id, name, ...(url !== undefined && { url }) },
      state,
      duplicates,
      0,
      ctx.language,
    );
    await sendText(ctx.api, ctx.place, html, rest);
  }

  /** What `work` gives; when it fails, the admin is told why. */
  async function attempt<Result>(
    ctx: BotContext,
    name: string,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      log.warn(describeError(error), "what an admin handed in could not be read");
      const reason = failureWords(error, ctx.language);
      await say(ctx, uploadWords(ctx.language).unreadable(clip(name, MAX_NAME_CHARS), reason));
      return undefined;
    }
  }

  return composer;
}

/** The update's number names the upload, so that the same message handled again after a crash makes no second one. */
function idOf({ update }: BotContext): string {
  return update.update_id.toString(36);
}

/** A text that may be the next piece of a pasted one. */
function pasteIn({ incoming, message, update }: BotContext): Paste | undefined {
  const isPlain = incoming.kind === "question" || incoming.kind === "forwarded";
  if (!isPlain || message?.text === undefined) return undefined;
  return { updateId: update.update_id, chatId: message.chat.id, date: message.date, text: message.text };
}

async function say({ api, place }: BotContext, text: string): Promise<void> {
  await sendText(api, place, text, { format: "plain" });
}

function givenIn({ incoming, message }: BotContext): Given | undefined {
  if (!message) return undefined;
  const isCommand = incoming.kind === "command";
  if (isCommand && incoming.name !== "add") return undefined;
  // A moving picture comes as a document, too.
  const document = message.animation ? undefined : message.document;
  const replied = isCommand ? message.reply_to_message?.document : undefined;
  if (document ?? replied) return { document: (document ?? replied) as Document };
  const text = (isCommand ? incoming.text : (message.text ?? "")).trim();
  if ((isCommand ? ANY_ADDRESS : ADDRESS).test(text)) return { address: text };
  if (isCommand) return text === "" ? "help" : { text };
  return text.length > PASTED_CHARS ? { text } : undefined;
}
