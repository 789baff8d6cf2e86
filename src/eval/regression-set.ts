/**
 * The corpus's own question set as admins use it: answers are put into it, and all of it is asked. Implements
 * `RegressionSet` on the file that `npm run eval` reads.
 */
import { type AnswerRecord, PROVEN_KINDS } from "../core/audience-ports.js";
import type { KeptQuestion, RegressionSet } from "../core/regression-ports.js";
import { foldText } from "../text/normalize.js";
import { type GoldenQuestion, mustBeRefused, readGoldenSet } from "./golden.js";
import { type NewQuestion, putQuestion } from "./golden-file.js";
import { factsOf, readCorrection } from "./required-facts.js";
import { runSet, type SetDeps, summariseSet } from "./run-set.js";

/** What it works with. */
export interface RegressionSetDeps extends SetDeps {
  /** Of the set; it need not exist for `keep`. */
  path: string;
}

/** Corrections that say that there is no answer. */
const REFUSAL = /^(?:拒答|应拒答|没有答案|无答案|refuse|no answer)$/u;

/** The set; nothing is read before it is used. */
export function createRegressionSet({ path, ...deps }: RegressionSetDeps): RegressionSet {
  return {
    keep(answer, correction) {
      const question = answer.standalone ?? answer.question;
      if (answer.kind === "smalltalk" || question === undefined) return { kind: "impossible" };
      const wanted =
        correction === undefined ? asAnswered(question, answer) : asCorrected(question, answer, correction);
      const { kind, golden } = putQuestion(path, wanted, correction !== undefined);
      return { kind, kept: toKept(golden) };
    },
    async run({ onProgress, signal } = {}) {
      const questions = readGoldenSet(path);
      const results = await runSet(deps, questions, "zh", {
        ...(signal && { signal }),
        ...(onProgress && { onResult: (done) => onProgress(done, questions.length) }),
      });
      const { answerable, right, refusable, refused } = summariseSet(results);
      const failures = results.flatMap(({ question, fault, missing }) =>
        fault === null ? [] : [{ question, fault, missing }],
      );
      return { answerable, right, refusable, refused, failures };
    },
  };
}

function asAnswered(question: string, answer: AnswerRecord): NewQuestion {
  if (!PROVEN_KINDS.includes(answer.kind)) return refusalOf(question);
  const statements = answer.statements.map(({ text }) => text.replace(/\s*\[\d+\]/g, ""));
  const must = factsOf(question, statements).map((fact) => [fact]);
  return { question, kind: "kept", must, article: answer.citations[0]?.title ?? null };
}

/** The article stays only when it says what the correction says. */
function asCorrected(question: string, { citations }: AnswerRecord, correction: string): NewQuestion {
  if (REFUSAL.test(foldText(correction).trim())) return refusalOf(question);
  const must = readCorrection(correction);
  const [first] = citations;
  const quote = foldText(first?.quote ?? "");
  const isThere = must.every((group) => group.some((fact) => quote.includes(fact)));
  return { question, kind: "kept", must, article: first && isThere ? first.title : null };
}

function refusalOf(question: string): NewQuestion {
  return { question, kind: "refuse", must: [], article: null };
}

function toKept(golden: GoldenQuestion): KeptQuestion {
  const { question, must, article } = golden;
  return { question, isRefusal: mustBeRefused(golden), must, article };
}
