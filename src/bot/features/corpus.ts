/** What admins do about articles from the chat, as one feature: adding, managing, other names. Comes before what answers questions. */
import { Composer } from "grammy";
import type { Intake, UploadStore } from "../../core/intake-ports.js";
import type { BotContext } from "../context.js";
import { type AliasesDeps, createAliasesFeature } from "./aliases.js";
import { type ArticlesDeps, createArticlesFeature } from "./articles.js";
import { createUploadFeature, type UploadDeps } from "./upload.js";
import { createUploadEditFeature, type UploadEditDeps } from "./upload-edit.js";

/** What all of it works with. */
export type CorpusDeps = AliasesDeps & ArticlesDeps & UploadDeps & UploadEditDeps;

/** Stores of what only these features use. */
export type CorpusStores = Pick<CorpusDeps, "aliases" | "removals" | "articleUses"> & {
  intake: Intake;
  uploads: UploadStore;
};

/** The features. A reply with a value comes before a long text that is an article. */
export function createCorpusFeature(deps: CorpusDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createUploadEditFeature(deps));
  composer.use(createUploadFeature(deps));
  composer.use(createArticlesFeature(deps));
  composer.use(createAliasesFeature(deps));
  return composer;
}
