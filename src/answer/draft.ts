/** An answer before it is dated and remembered, and statements and turns as plain text. Pure. */
import type { Answer, AnswerKind, Citation, Statement, Turn } from "../core/types.js";

/** What the steps of the read path decide about an answer. */
export type Draft = Pick<Answer, "kind" | "text" | "statements" | "citations" | "suggestions" | "notice">;

/** Words of our own: a refusal, a greeting. */
export function plainDraft(kind: AnswerKind, text: string): Draft {
  return { kind, text, statements: [], citations: [], suggestions: [] };
}

/** Statements with their proof. */
export function draftOf(kind: AnswerKind, statements: Statement[], citations: Citation[]): Draft {
  return { kind, text: renderStatements(statements), statements, citations, suggestions: [] };
}

/** Statements as plain text, one a line, each with its numbers behind it. */
export function renderStatements(statements: readonly Statement[]): string {
  return statements.map(({ text, citations }) => `${text}${citations.map((n) => `[${n}]`).join("")}`).join("\n");
}

/** Longer answers of earlier turns are cut for the model; UTF-16 units. */
const MAX_EARLIER_ANSWER = 200;

/** Earlier turns as a model reads them, without citation numbers: those mean nothing among other sentences. */
export function renderTurns(turns: readonly Turn[]): string {
  return turns
    .map(
      ({ standalone, answer }) =>
        `Q: ${standalone}\nA: ${answer.replaceAll(/\[\d+\]/gu, "").slice(0, MAX_EARLIER_ANSWER)}`,
    )
    .join("\n");
}
