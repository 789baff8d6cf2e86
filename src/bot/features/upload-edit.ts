/**
 * What an admin does with an upload: look at it, change an article, split and join, publish, drop. All of it from what is
 * stored, so it works after a restart; a value is given as a reply to a message whose link tells which one is meant.
 */
import { Composer } from "grammy";
import type { Intake, PendingUpload, UploadStore } from "../../core/intake-ports.js";
import { uploadEditWords } from "../../i18n/upload-edit-words.js";
import { uploadWords } from "../../i18n/upload-words.js";
import { type Admins, onAdminButton } from "../admin.js";
import { askedIn } from "../asked-in.js";
import type { BotContext } from "../context.js";
import { putView as put } from "../pressed-message.js";
import { askForReply, sendText } from "../reply.js";
import {
  FIELDS,
  joinWithPrevious,
  readState,
  splitAt,
  UPLOAD_DAYS,
  type UploadState,
  withField,
} from "../upload-state.js";
import { readAskLink, readUploadTap, type UploadTap } from "../upload-taps.js";
import type { CardView } from "../views/evidence-view.js";
import { escapeHtml } from "../views/html.js";
import { askingText, renderParagraphs, renderUploadArticle } from "../views/upload-edit-view.js";
import { renderUpload } from "../views/upload-view.js";
import { likeliest, type PublishDeps, publishUpload } from "./upload-publish.js";

/** What it works with. */
export interface UploadEditDeps extends PublishDeps {
  admins: Admins;
  intake: Pick<Intake, "publish" | "duplicatesOf">;
  uploads: Pick<UploadStore, "read" | "saveEdits" | "remove">;
}

const DAY_MS = 86_400_000;

/** An upload and what was made of it. */
interface Found {
  upload: PendingUpload;
  state: UploadState;
}

/** The feature. Comes before whatever takes a long text for an upload. */
export function createUploadEditFeature(deps: UploadEditDeps): Composer<BotContext> {
  const { admins, intake, uploads } = deps;
  const composer = new Composer<BotContext>();

  onAdminButton(composer, admins, readUploadTap, async (ctx, tap, admin) => {
    const words = uploadWords(ctx.language);
    const found = find(tap.id);
    if (tap.part === "drop") {
      // What is in the corpus already is not dropped by this.
      const isStored = found?.state.stored !== undefined;
      if (!isStored) uploads.remove(tap.id);
      return put(ctx, note(isStored ? words.already : words.dropped));
    }
    if (!found) return put(ctx, note(words.gone));
    const isPublishing = tap.part === "publish" || tap.part === "replace";
    if (found.state.isPublished === true)
      return put(ctx, (isPublishing ? found.state.said : undefined) ?? note(words.already));
    if (isPublishing) return publish(ctx, tap, found, admin);
    if (found.state.stored) return put(ctx, note(words.already));
    if (tap.part === "ask") {
      const field = uploadEditWords(ctx.language).askField[FIELDS[tap.letter]];
      if (tap.cut !== found.state.cut || !found.state.articles[tap.n]) return put(ctx, await preview(ctx, found));
      await askForReply(ctx.api, ctx.place, askingText(tap, ctx.me.username, ctx.language), field);
      return;
    }
    await put(ctx, await viewOf(ctx, tap, found));
  });

  composer.use(async (ctx, next) => {
    const { api, incoming, language, place } = ctx;
    const asked = incoming.kind === "question" && admins.has(ctx.from?.id) ? askedIn(ctx, readAskLink) : undefined;
    if (!asked || incoming.kind !== "question") return next();
    const words = uploadWords(language);
    const editing = uploadEditWords(language);
    const found = find(asked.id);
    const refusal = !found ? words.gone : found.state.stored ? words.already : editing.valueTooLate;
    if (!found || found.state.stored || asked.cut !== found.state.cut) {
      await sendText(api, place, refusal, { format: "plain" });
      return;
    }
    const field = FIELDS[asked.letter];
    const state = withField(found.state, asked.n, field, incoming.text);
    if (!state) {
      // The answer to this one is a value again, not a question.
      const { id, cut, n, letter } = asked;
      const again = askingText({ id, cut, n, letter }, ctx.me.username, language);
      await askForReply(api, place, `${escapeHtml(editing.badValue[field])}\n${again}`, editing.askField[field]);
      return;
    }
    save(found, state);
    const shown = renderUploadArticle(asked.id, state, asked.n, language) ?? (await preview(ctx, { ...found, state }));
    const { html, ...rest } = shown;
    await sendText(api, place, html, rest);
  });

  function find(id: string): Found | undefined {
    const upload = uploads.read(id);
    const state = upload && upload.at >= Date.now() - UPLOAD_DAYS * DAY_MS ? readState(upload.edits) : undefined;
    return upload && state && { upload, state };
  }

  function save({ upload }: Found, state: UploadState): void {
    uploads.saveEdits(upload.id, JSON.stringify(state));
  }

  async function preview({ language }: BotContext, { upload, state }: Found, page = 0): Promise<CardView> {
    return renderUpload(upload, state, likeliest(await intake.duplicatesOf(state.articles)), page, language);
  }

  async function viewOf(
    ctx: BotContext,
    tap: Exclude<UploadTap, { part: "ask" | "publish" | "replace" | "drop" }>,
    found: Found,
  ): Promise<CardView> {
    const { state } = found;
    const { language } = ctx;
    if (tap.part === "preview") return preview(ctx, found, tap.page);
    if (tap.part === "article") return renderUploadArticle(tap.id, state, tap.n, language) ?? preview(ctx, found);
    if (tap.part === "paragraphs")
      return renderParagraphs(tap.id, state, tap.n, tap.page, language) ?? preview(ctx, found);
    if (tap.version !== state.version) return preview(ctx, found);
    const changed = tap.part === "split" ? splitAt(state, tap.n, tap.p) : joinWithPrevious(state, tap.n);
    if (changed) save(found, changed);
    return preview(ctx, { ...found, state: changed ?? state });
  }

  async function publish(
    ctx: BotContext,
    { part, version }: { part: "publish" | "replace"; version: number },
    { upload, state }: Found,
    admin: number,
  ): Promise<void> {
    // Made for an older state: what would be published is not what this message shows.
    if (version !== state.version) return put(ctx, await preview(ctx, { upload, state }));
    const { language } = ctx;
    await put(ctx, note(uploadWords(language).publishing));
    await put(ctx, await publishUpload(deps, { upload, state, isReplacing: part === "replace", admin, language }));
  }

  return composer;
}

function note(text: string): CardView {
  return { html: escapeHtml(text) };
}
