/** What a file that was handed in would become, and its way into the corpus folder: implements `Intake`. */
import type { Intake, IntakeArticle } from "../core/intake-ports.js";
import type { ArticleStore } from "../core/ports.js";
import type { ArticleDraft } from "../core/types.js";
import { findDuplicates } from "./duplicates.js";
import { fetchArticle } from "./fetch/fetch-article.js";
import { type PutDeps, putIntoCorpus } from "./put-into-corpus.js";
import { fileStem } from "./split.js";
import { readUpload } from "./upload.js";

/** What it works with. */
export interface IntakeDeps extends PutDeps {
  articles: Pick<ArticleStore, "listHeads" | "listTexts">;
}

/** The intake of one corpus. */
export function createIntake(deps: IntakeDeps): Intake {
  return {
    async read(file) {
      const { source, drafts, joins, warnings } = await readUpload(file);
      return { articles: drafts.map((draft) => toArticle(draft, source)), joins, warnings };
    },
    fetch: (url) => fetchArticle(url),
    async duplicatesOf(articles) {
      const found = await findDuplicates(articles.map(toText), deps.articles);
      return found.map(({ draft, kind, articleId, title, overlap }) => {
        return { article: draft, kind, articleId, title, overlap };
      });
    },
    publish: (publication) => putIntoCorpus(publication, deps),
  };
}

function toArticle(draft: ArticleDraft, source: string): IntakeArticle {
  const { title, subtitle, author, published, outlet, url, programme, text, sentences } = draft;
  const kinds = new Map(sentences.map(({ paragraph, kind }) => [paragraph, kind]));
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(programme !== undefined && { programme }),
    ...(title === fileStem(source) && { isUntitled: true }),
    paragraphs: text.split("\n").map((paragraph, i) => ({ text: paragraph, kind: kinds.get(i) ?? "body" })),
  };
}

/** Where it will lie is not known yet; duplicates are told by title and text. */
function toText({ title, paragraphs }: IntakeArticle): { source: string; title: string; text: string } {
  return { source: "", title, text: paragraphs.map(({ text }) => text).join("\n") };
}
