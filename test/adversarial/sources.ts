/** The hand-written true statements with a question about their article: what the rules of both sides work on. */
import { parseTemplate, type Template } from "./templates.js";
import { questionOf, TOPICS } from "./topics/index.js";

/** A statement that rules may work on. */
export interface Source extends Template {
  topic: string;
  question: string;
}

/**
 * The hand-written statements, each to the question about the whole article: here a statement is judged by its sentence.
 * Whether it answers a question is another check, which what people would say (`fluent-truths`) and lies by another
 * question (`foreign-claims`, test/flow/model-answers.test.ts) go through.
 */
export const SOURCES: readonly Source[] = TOPICS.flatMap(({ id, asked }) =>
  asked.flatMap(([, templates]) =>
    templates.map((template) => ({ topic: id, question: questionOf(id), ...parseTemplate(template) })),
  ),
);

/** Those without a calculation, which is kept as it is. */
export const PLAIN = SOURCES.filter(({ statement }) => !/[−+=]/u.test(statement));
