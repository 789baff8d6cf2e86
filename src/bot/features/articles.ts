/**
 * /articles: the articles as admins see them, by search and programme, the card of one, and its removal, which is asked
 * twice and can be taken back for a month. A removal is a row that the next run of ingest honours; files are not touched.
 */
import { Composer } from "grammy";
import type { ArticleUseStore, AuditStore, RemovalStore } from "../../core/admin-ports.js";
import type { ArticleStore } from "../../core/ports.js";
import type { Article } from "../../core/types.js";
import { ASKS_FOR_REMOVED, articleWords } from "../../i18n/article-words.js";
import { markTitle } from "../../text/title-marks.js";
import { type Admins, onAdminButton, onAdminCommand } from "../admin.js";
import { ALL, wordsFilter } from "../article-filter.js";
import { type ArticleTap, articleButton, type ListPlace, readArticleTap } from "../article-taps.js";
import { bringUpToDate, type UpToDateDeps } from "../bring-up-to-date.js";
import type { BotContext } from "../context.js";
import { putView as put } from "../pressed-message.js";
import { sendText } from "../reply.js";
import { renderArticleCard, renderArticleText, renderConfirmation } from "../views/article-card-view.js";
import { renderArticleList, renderRemovedList } from "../views/article-list-view.js";
import type { CardView } from "../views/evidence-view.js";
import { escapeHtml } from "../views/html.js";
import { type Button, keyboardOf } from "../views/keyboard.js";
import { clip } from "../views/paging.js";
import type { ReindexView } from "../views/reindex-view.js";

/** What it works with. */
export interface ArticlesDeps extends UpToDateDeps {
  admins: Admins;
  articles: Pick<ArticleStore, "listHeads" | "getRevision" | "currentRevision" | "listRevisions" | "listChunksOf">;
  removals: RemovalStore;
  articleUses: ArticleUseStore;
  audit: Pick<AuditStore, "note">;
}

/** How long a removal can be taken back. */
const RESTORE_DAYS = 30;
const DAY_MS = 86_400_000;
const MAX_TITLE_CHARS = 100;

/** The feature. */
export function createArticlesFeature(deps: ArticlesDeps): Composer<BotContext> {
  const { admins, articles, removals, articleUses, audit } = deps;
  const composer = new Composer<BotContext>();

  onAdminCommand(composer, admins, "articles", async (ctx, text) => {
    const asked = text.trim();
    const view = ASKS_FOR_REMOVED.test(asked)
      ? removedList(ctx, 0)
      : list(ctx, { page: 0, filter: wordsFilter(asked) });
    const { html, ...rest } = view;
    await sendText(ctx.api, ctx.place, html, rest);
  });

  onAdminButton(composer, admins, readArticleTap, async (ctx, tap, admin) => {
    if (tap.part === "remove") await remove(ctx, tap.id, admin);
    else if (tap.part === "restore") await restore(ctx, tap.id, admin);
    else await put(ctx, viewOf(ctx, tap));
  });

  function viewOf(ctx: BotContext, tap: Exclude<ArticleTap, { part: "remove" | "restore" }>): CardView {
    if (tap.part === "list") return list(ctx, tap.list);
    if (tap.part === "removed") return removedList(ctx, tap.page);
    const article = current(tap.id);
    const { language } = ctx;
    if (!article) return note(articleWords(language).gone, toList(ctx, tap.list));
    if (tap.part === "text") return renderArticleText(article, tap.page, tap.list, language);
    if (tap.part === "confirm") return renderConfirmation(article, tap.list, language);
    const revisions = articles.listRevisions(article.id);
    const chunks = articles.listChunksOf(article.id).length;
    const uses = articleUses.usesOf(article.id);
    return renderArticleCard({ article, revisions, chunks, uses }, tap.list, language);
  }

  const list = ({ language }: BotContext, place: ListPlace) =>
    renderArticleList(articles.listHeads(), place, removals.list().length, language);

  const removedList = ({ language }: BotContext, page: number) =>
    renderRemovedList(removals.list(), page, Date.now() - RESTORE_DAYS * DAY_MS, language);

  function current(id: string): Article | undefined {
    const revision = articles.currentRevision(id);
    return revision === undefined ? undefined : articles.getRevision(id, revision);
  }

  function lastTitle(id: string): string | undefined {
    const last = articles.listRevisions(id).at(-1);
    return last && articles.getRevision(id, last.revision)?.title;
  }

  const removalOf = (id: string) => removals.list().find(({ articleId }) => articleId === id);

  /** Pressed again, also after a crash, it only brings the index up to date. */
  async function remove(ctx: BotContext, id: string, admin: number): Promise<void> {
    const words = articleWords(ctx.language);
    const title = removalOf(id)?.title ?? current(id)?.title;
    if (title === undefined) return put(ctx, note(words.gone, toList(ctx)));
    const at = Date.now();
    if (removals.add({ articleId: id, title, admin, at })) {
      audit.note({ at, admin, action: "remove article", detail: { article: id, title } });
    }
    const shown = shownTitle(title);
    await put(ctx, note(words.removing(shown)));
    const outcome = await bringUpToDate(deps, ctx.language);
    const restoring = articleButton(words.buttons.restoreIt, { part: "restore", id });
    const again = articleButton(words.buttons.again, { part: "remove", id });
    if (outcome.kind === "waits") return put(ctx, waiting(words.removalWaits(shown), outcome.view, restoring));
    if (outcome.kind === "done") await put(ctx, note(words.removed(shown, RESTORE_DAYS), restoring, toList(ctx)));
    else await put(ctx, note(words.removedLater(shown, outcome.reason), again, restoring));
  }

  /** Pressed again, also after a crash, it only brings the index up to date. */
  async function restore(ctx: BotContext, id: string, admin: number): Promise<void> {
    const words = articleWords(ctx.language);
    const removal = removalOf(id);
    const title = removal?.title ?? lastTitle(id);
    if (title === undefined) return put(ctx, note(words.gone, toList(ctx)));
    if (removal) {
      const at = Date.now();
      if (!removals.undo(id, at - RESTORE_DAYS * DAY_MS))
        return put(ctx, note(words.tooLate(RESTORE_DAYS), toList(ctx)));
      audit.note({ at, admin, action: "restore article", detail: { article: id, title } });
    }
    const shown = shownTitle(title);
    await put(ctx, note(words.restoring(shown)));
    const outcome = await bringUpToDate(deps, ctx.language);
    if (outcome.kind === "waits") return put(ctx, waiting(words.restoringWaits(shown), outcome.view));
    if (outcome.kind === "failed") return put(ctx, note(words.restoredLater(shown, outcome.reason), toList(ctx)));
    // Its file may be gone by now.
    await put(ctx, note(current(id) ? words.restored(shown) : words.gone, toList(ctx)));
  }

  return composer;
}

const shownTitle = (title: string) => markTitle(clip(title, MAX_TITLE_CHARS));

function toList({ language }: BotContext, list: ListPlace = { page: 0, filter: ALL }): Button {
  return articleButton(articleWords(language).buttons.back, { part: "list", list });
}

function note(text: string, ...buttons: Button[]): CardView {
  const keyboard = keyboardOf(buttons);
  return { html: escapeHtml(text), ...(keyboard && { keyboard }) };
}

/** Below what was done, what the rehearsal found and the buttons to decide. */
function waiting(text: string, { text: found, keyboard }: ReindexView, ...buttons: Button[]): CardView {
  const rows = keyboardOf(...(keyboard?.inline_keyboard ?? []), buttons);
  return { html: escapeHtml(`${text}\n\n${found}`), ...(rows && { keyboard: rows }) };
}
