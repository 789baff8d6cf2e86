/** All replies with something false in them: the lies of content, some after a true statement, and the lies of form. */

import { isInArticles } from "./articles.js";
import { makeBaseLies } from "./base-lies.js";
import { bare, hashOf, type Lie } from "./cases.js";
import { lieOf, makeFormLies } from "./form-lies.js";
import { SOURCES } from "./sources.js";
import { renderTemplate } from "./templates.js";

/**
 * All false cases.
 * @throws Error when the words to look for stand in an article, so that a true answer could hold them.
 */
export function makeLies(): Lie[] {
  const base = makeBaseLies();
  const content = base.map((lie) => {
    const reply =
      hashOf(lie.statement) % 4 === 0 ? trueBefore(lie.topic, lie.lie) + renderTemplate(lie) : renderTemplate(lie);
    return lieOf(lie.kind, lie.topic, lie.question, reply, lie.lie);
  });
  const lies = [...content, ...makeFormLies(base)];
  const inArticles = lies.filter(
    ({ kind, lie }) =>
      kind !== "order-cited" && kind !== "order-obeyed" && lie.some((words) => words !== "" && isInArticles(words)),
  );
  if (inArticles.length > 0)
    throw new Error(`an article says so: ${inArticles.map(({ lie }) => lie.join()).join(" / ")}`);
  return Array.from(new Map(lies.map((lie) => [lie.id, lie])).values());
}

/** A true statement of the topic to stand before a lie, which must not draw the lie through. */
function trueBefore(topic: string, lie: readonly string[]): string {
  const fitting = SOURCES.filter(
    (source) => source.topic === topic && !lie.some((words) => bare(source.statement).includes(bare(words))),
  );
  const source = fitting[hashOf(lie.join()) % fitting.length];
  return source ? renderTemplate(source) : "";
}
