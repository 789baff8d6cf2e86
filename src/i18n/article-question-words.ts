/** What is said about an article itself: who wrote it, when it was published, where it is from. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. `title` is in title marks already. */
export interface ArticleQuestionWords {
  author(title: string, author: string): string;
  published(title: string, day: string): string;
  outlet(title: string, outlet: string): string;
  /** The article does not say who wrote it, or the like. */
  unknown: Record<"author" | "published" | "outlet", (title: string) => string>;
  /** An article is meant, and it is not known which. `titles` are at most ten that can be asked about. */
  whichArticle(titles: readonly string[]): string;
}

const listOf = (titles: readonly string[]) => titles.map((title) => `· ${title}`).join("\n");

const zh: ArticleQuestionWords = {
  author: (title, author) => `${title}的作者是${author}。`,
  published: (title, day) => `${title}发表于${day}。`,
  outlet: (title, outlet) => `${title}来自${outlet}。`,
  unknown: {
    author: (title) => `${title}没有署名，作者不详。`,
    published: (title) => `${title}没有注明发表日期。`,
    outlet: (title) => `${title}没有注明来源。`,
  },
  whichArticle: (titles) => `您问的是哪一篇报道？请写出标题，或先就其中一篇提问：\n${listOf(titles)}`,
};

const en: ArticleQuestionWords = {
  author: (title, author) => `${title} was written by ${author}.`,
  published: (title, day) => `${title} was published on ${day}.`,
  outlet: (title, outlet) => `${title} is from ${outlet}.`,
  unknown: {
    author: (title) => `${title} carries no byline.`,
    published: (title) => `${title} does not say when it was published.`,
    outlet: (title) => `${title} does not say where it is from.`,
  },
  whichArticle: (titles) =>
    `Which report do you mean? Name its title, or ask about one of them first:\n${listOf(titles)}`,
};

/** The words of one language. */
export function articleQuestionWords(language: Language): ArticleQuestionWords {
  return pickWords({ zh, en }, language);
}
