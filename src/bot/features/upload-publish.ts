/**
 * Publishing an upload: its articles become files of the corpus, and the index is brought up to date. Everything may be
 * done again after a crash with the same effect. Articles that it repeats stay, or go when the admin chose so.
 */
import type { AuditStore } from "../../core/admin-ports.js";
import { isAppError } from "../../core/errors.js";
import type { Intake, IntakeDuplicate, PendingUpload, UploadStore } from "../../core/intake-ports.js";
import type { Language } from "../../core/types.js";
import { errorWords } from "../../i18n/error-words.js";
import { uploadWords } from "../../i18n/upload-words.js";
import { describeError } from "../api-errors.js";
import { bringUpToDate, type UpToDate, type UpToDateDeps } from "../bring-up-to-date.js";
import type { UploadState } from "../upload-state.js";
import { uploadButton } from "../upload-taps.js";
import type { CardView } from "../views/evidence-view.js";
import { escapeHtml } from "../views/html.js";
import { type Button, keyboardOf } from "../views/keyboard.js";

/** What it works with. */
export interface PublishDeps extends UpToDateDeps {
  intake: Pick<Intake, "publish" | "duplicatesOf">;
  uploads: Pick<UploadStore, "saveEdits">;
  audit: Pick<AuditStore, "note">;
}

/** What is to be published. */
export interface PublishRequest {
  upload: PendingUpload;
  state: UploadState;
  isReplacing: boolean;
  admin: number;
  language: Language;
}

/** Of each article the one that it most likely repeats: what the preview names and a replacement replaces. */
export function likeliest(duplicates: readonly IntakeDuplicate[]): IntakeDuplicate[] {
  return duplicates.filter((one, i) => duplicates.findIndex(({ article }) => article === one.article) === i);
}

/** A message must hold them, and what the rehearsal found. */
const MAX_FILES_SHOWN = 10;

/** @returns what to say of it. */
export async function publishUpload(deps: PublishDeps, request: PublishRequest): Promise<CardView> {
  const { upload, state, isReplacing, admin, language } = request;
  const { id, at, name, bytes, url } = upload;
  const { version, articles, isEdited } = state;
  const words = uploadWords(language);
  const again = uploadButton(words.buttons.again, { part: isReplacing ? "replace" : "publish", id, version });
  const back = uploadButton(words.buttons.back, { part: "preview", id, page: 0 });
  const repeated = isReplacing
    ? likeliest(await deps.intake.duplicatesOf(articles)).map(({ articleId }) => articleId)
    : [];
  const replaces = state.stored?.replaces ?? repeated;
  let files: string[];
  try {
    const file = { name, bytes, ...(url !== undefined && { url }) };
    files = await deps.intake.publish({ id, at, admin, file, articles, isEdited, replaces });
  } catch (error) {
    if (!isAppError(error)) throw error;
    deps.log.error(describeError(error), "an upload could not be published");
    return note(words.notPublished(errorWords(error.code, language)), again, back);
  }
  if (!state.stored) {
    deps.uploads.saveEdits(id, JSON.stringify({ ...state, stored: { replaces } }));
    const detail = { articles: articles.length, replaced: replaces.length, file: files[0] ?? "" };
    deps.audit.note({ at: Date.now(), admin, action: "publish", detail });
  }
  const outcome = await bringUpToDate(deps, language, replaces.length === 0 ? files : undefined);
  const shown = files.length > MAX_FILES_SHOWN ? [...files.slice(0, MAX_FILES_SHOWN), "…"] : files;
  if (outcome.kind === "failed") return note(words.publishedLater(shown, outcome.reason), again);
  const said = sayOf(outcome, files, shown, language);
  deps.uploads.saveEdits(id, JSON.stringify({ ...state, stored: { replaces }, isPublished: true, said }));
  return said;
}

function sayOf(
  outcome: Exclude<UpToDate, { kind: "failed" }>,
  files: readonly string[],
  shown: readonly string[],
  language: Language,
): CardView {
  const words = uploadWords(language);
  if (outcome.kind === "waits") {
    const { text, keyboard } = outcome.view;
    return { html: escapeHtml(`${words.publicationWaits(shown)}\n\n${text}`), ...(keyboard && { keyboard }) };
  }
  const problems = outcome.plan.problems
    .filter(({ source }) => files.includes(source))
    .map(({ source, code }) => words.problem(source, errorWords(code, language)));
  return note([words.published(shown, outcome.plan.articles), ...problems].join("\n"));
}

function note(text: string, ...buttons: Button[]): CardView {
  const keyboard = keyboardOf(...buttons.map((button) => [button]));
  return { html: escapeHtml(text), ...(keyboard && { keyboard }) };
}
