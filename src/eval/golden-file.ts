/**
 * Writing into a question set: one line more, or one line in place of another; all other lines stay as they are, to the
 * byte. A set that the reader does not understand afterwards is never put in place.
 */
import { existsSync, readFileSync } from "node:fs";
import { AppError, isAppError } from "../core/errors.js";
import { replaceFileSync } from "../files/durable.js";
import { foldText } from "../text/normalize.js";
import { type GoldenQuestion, readGoldenSet } from "./golden.js";

/** A question that is to be kept; it gets its id from the set. */
export type NewQuestion = Omit<GoldenQuestion, "id" | "before">;

/** What was done. `known`: a question of the same words is there, `golden`, and stays. */
export interface PutOutcome {
  kind: "kept" | "replaced" | "known";
  golden: GoldenQuestion;
}

/**
 * @param path of the set; it need not exist.
 * @param mayReplace whether it takes the place of a question of the same words that asks for other facts.
 * @throws AppError SET_INVALID, STORE_FAILED; the file is as it was.
 */
export function putQuestion(path: string, question: NewQuestion, mayReplace: boolean): PutOutcome {
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const set = before === "" ? [] : readGoldenSet(path);
  // A question that leans on others asks something else, whatever its words.
  const same = set.find((known) => !known.before && wordsOf(known.question) === wordsOf(question.question));
  const golden: GoldenQuestion = { id: same?.id ?? nextId(set), ...question };
  if (same && (!mayReplace || isSame(same, golden))) return { kind: "known", golden: same };
  const line = JSON.stringify(golden);
  replaceSet(
    path,
    same ? withLine(before, same.id, line) : `${before}${endOf(before)}${line}\n`,
    set.length + (same ? 0 : 1),
  );
  return { kind: same ? "replaced" : "kept", golden };
}

function replaceSet(path: string, text: string, questions: number): void {
  try {
    replaceFileSync(path, text, (beside) => {
      if (readGoldenSet(beside).length === questions) return;
      throw new AppError("SET_INVALID", { message: `${path} would not be the same set with one question more` });
    });
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("STORE_FAILED", { message: `${path} cannot be written: check the folder's rights`, cause });
  }
}

function withLine(text: string, id: string, line: string): string {
  const idOf = (json: string) => (json.trim() === "" ? undefined : (JSON.parse(json) as { id?: unknown }).id);
  return text
    .split("\n")
    .map((old) => (idOf(old) === id ? line : old))
    .join("\n");
}

/** A file written by hand may end without a line's end. */
function endOf(text: string): string {
  return text === "" || text.endsWith("\n") ? "" : "\n";
}

/** k001, k002, … */
function nextId(set: readonly GoldenQuestion[]): string {
  const numbers = set.map(({ id }) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
  return `k${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}

function wordsOf(question: string): string {
  return foldText(question).replace(/[^\p{L}\p{N}]+/gu, "");
}

function isSame(a: GoldenQuestion, b: GoldenQuestion): boolean {
  const content = ({ kind, must, article }: GoldenQuestion) => JSON.stringify([kind, must, article]);
  return content(a) === content(b);
}
