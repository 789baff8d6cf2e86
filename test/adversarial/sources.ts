/** The hand-written true statements with the questions that they answer: what the rules of both sides work on. */
import { parseTemplate, type Template } from "./templates.js";
import { questionOf, TOPICS } from "./topics/index.js";

/** A statement that rules may work on. */
export interface Source extends Template {
  topic: string;
  question: string;
}

/** The hand-written statements. */
export const SOURCES: readonly Source[] = TOPICS.flatMap(({ id, asked }) =>
  asked.flatMap(([question, templates]) =>
    templates.map((template) => {
      const parsed = parseTemplate(template);
      return { topic: id, question: answers(question, parsed.statement) ? question : questionOf(id), ...parsed };
    }),
  ),
);

/** A statement without any figure does not answer 多少, however true it is; it is an answer about the whole article. */
function answers(question: string, statement: string): boolean {
  if (/哪天|什么时候/u.test(question)) return /\d月\d/u.test(statement);
  if (!/多[少大]|几/u.test(question)) return true;
  return /\d|[一二两三四五六七八九十]家/u.test(statement.replaceAll(/第?[\d一二三四五六七八九十]+[年月日届]/gu, ""));
}

/** Those without a calculation, which is kept as it is. */
export const PLAIN = SOURCES.filter(({ statement }) => !/[−+=]/u.test(statement));
