/** What a file that was handed in would become, and its way into the corpus folder: implements `Intake`. */
import { AppError } from "../core/errors.js";
import type { Intake, IntakeArticle } from "../core/intake-ports.js";
import type { ArticleDraft } from "../core/types.js";
import { type PutDeps, putIntoCorpus } from "./put-into-corpus.js";
import { readArticles } from "./read-file.js";
import { fileStem } from "./split.js";

/** The intake of one corpus. */
export function createIntake(deps: PutDeps): Intake {
  return {
    async read({ name, bytes }) {
      const { drafts, joins } = readArticles(bytes, name);
      return { articles: drafts.map((draft) => toArticle(draft, name)), joins, warnings: [] };
    },
    fetch() {
      return Promise.reject(new AppError("CONFIG_INVALID", { message: "addresses cannot be read yet" }));
    },
    duplicatesOf: () => [],
    publish: (publication) => putIntoCorpus(publication, deps),
  };
}

function toArticle(draft: ArticleDraft, name: string): IntakeArticle {
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
    ...(title === fileStem(name) && { isUntitled: true }),
    paragraphs: text.split("\n").map((paragraph, i) => ({ text: paragraph, kind: kinds.get(i) ?? "body" })),
  };
}
