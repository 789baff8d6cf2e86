/** The texts that the suite is about: the shipped corpus and the six made-up articles, as one string for look-ups. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bare } from "./cases.js";

/** Folder of the made-up articles. */
export const ARTICLES = join("test", "adversarial", "articles");

const SHIPPED = join("corpus", "000_d37ea6d2383917c8.txt");

let texts: string | undefined;

/** Whether any article holds these words, apart from marks and blanks. */
export function isInArticles(words: string): boolean {
  texts ??= [SHIPPED, ...readdirSync(ARTICLES).map((name) => join(ARTICLES, name))]
    .map((path) => bare(readFileSync(path, "utf8")))
    .join("\n");
  return texts.includes(bare(words));
}
