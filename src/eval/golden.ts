/**
 * Question sets with known facts, and the judgement of one answer. A line of a set:
 * `{"id","question","kind","must":[["339"],["名","人"]],"article":"part of a title"|null}`; kind `refuse` must be refused.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { AppError } from "../core/errors.js";
import type { Answerer, ConversationStore } from "../core/ports.js";
import type { Fault } from "../core/regression-ports.js";
import type { Answer, Language } from "../core/types.js";
import { foldText } from "../text/normalize.js";

const GoldenQuestion = z.object({
  id: z.string(),
  question: z.string(),
  /** Questions asked before it in the same conversation, oldest first. */
  before: z.array(z.string()).optional(),
  /** Absent where a set is of one kind. */
  kind: z.string().default("question"),
  /** For each group, one of its strings must stand in the answer or in a quote. */
  must: z.array(z.array(z.string())),
  /** The first citation must be from an article whose title holds this; null: any. */
  article: z.string().nullable(),
});

/** One question of a set. */
export type GoldenQuestion = z.infer<typeof GoldenQuestion>;

/** An answer that helps is short enough to read at a glance; UTF-16 units. */
const MAX_ANSWER = 300;

/**
 * Reads a set, one JSON object a line; empty lines are passed over.
 * @throws AppError SET_INVALID naming the line, or the file that cannot be read.
 */
export function readGoldenSet(path: string): GoldenQuestion[] {
  return readText(path)
    .split("\n")
    .flatMap((line, i) => {
      if (line.trim() === "") return [];
      try {
        return [GoldenQuestion.parse(JSON.parse(line))];
      } catch (cause) {
        throw new AppError("SET_INVALID", {
          message: `${path}, line ${i + 1}: this is not a question of a set`,
          cause,
        });
      }
    });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AppError("SET_INVALID", { message: `${path}: this question set cannot be read`, cause });
  }
}

/** Asks a question of a set, in a conversation of its own when it is a follow-up. */
export async function askGolden(
  answerer: Answerer,
  conversations: Pick<ConversationStore, "clearTurns">,
  { id, question, before }: GoldenQuestion,
  language?: Language,
): Promise<Answer> {
  const common = language === undefined ? {} : { language };
  if (!before) return answerer.answer({ question, ...common });
  const conversation = `eval:${id}`;
  conversations.clearTurns(conversation);
  for (const earlier of before) await answerer.answer({ question: earlier, conversation, ...common });
  const answer = await answerer.answer({ question, conversation, ...common });
  conversations.clearTurns(conversation);
  return answer;
}

/** Whether the question must be refused. */
export function mustBeRefused(golden: GoldenQuestion): boolean {
  return golden.kind === "refuse";
}

/** What is wrong with an answer; undefined when it is right. */
export function judgeAnswer(golden: GoldenQuestion, answer: Answer): Fault | undefined {
  if (mustBeRefused(golden)) return answer.kind === "refused" ? undefined : "answered";
  if (answer.kind === "refused" || answer.kind === "smalltalk") return "refused";
  const [first] = answer.citations;
  if (!first) return "no citation";
  if (missingFacts(golden, answer).length > 0) return "fact missing";
  if (golden.article !== null && !first.title.includes(golden.article)) return "other article";
  return answer.text.length > MAX_ANSWER ? "too long" : undefined;
}

/** The groups of facts of which none stands in the answer or in a quote. */
export function missingFacts({ must }: GoldenQuestion, answer: Answer): string[][] {
  const shown = foldText([answer.text, ...answer.citations.map(({ quote }) => quote)].join("\n"));
  return must.filter((group) => !group.some((fact) => shown.includes(foldText(fact))));
}
