/**
 * 食堂负责人是谁?: a sentence that neither names the post nor anybody names no one who holds it, however much it says of
 * the canteen. Expects folded text.
 */
import { findNameBeginnings } from "../text/names.js";
import { findPersons } from "../text/persons.js";
import { findTitles } from "../text/titles.js";
import type { Question } from "./question.js";

/** Whether a sentence may say who holds the post that a question asks for; true when it asks for none. */
export function mayNameHolder({ kind, content }: Pick<Question, "kind" | "content">, sentence: string): boolean {
  const posts = kind === "person" ? findTitles(content).map(({ post }) => post) : [];
  if (posts.length === 0) return true;
  return (
    posts.some((post) => sentence.includes(post.length > 2 ? post.replace(/[人者]$/u, "") : post)) ||
    findNameBeginnings(sentence).length > 0 ||
    findPersons(sentence).length > 0
  );
}
