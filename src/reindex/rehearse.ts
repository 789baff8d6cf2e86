/**
 * The rehearsal: the questions of the regression set, asked of what answers now and of what would answer then. It judges
 * and compares; what follows from it is decided elsewhere.
 */
import { setImmediate } from "node:timers/promises";
import type { Answerer, ConversationStore } from "../core/ports.js";
import type { ChangedAnswer, Rehearsal, Score } from "../core/reindex-ports.js";
import type { Answer, Turn } from "../core/types.js";
import { askGolden, type GoldenQuestion, judgeAnswer } from "../eval/golden.js";

/** Makes an answerer with a memory of its own: follow-ups of the set leave no trace. */
export type MakeAnswerer = (conversations: ConversationStore) => Answerer;

const ORDER: readonly ChangedAnswer["verdict"][] = ["worse", "better", "other"];

/**
 * Asks everything of both.
 * @param onProgress called with questions done and questions in all.
 * @throws the reason of an abort
 */
export async function rehearse(
  questions: readonly GoldenQuestion[],
  { before, after }: { before: MakeAnswerer; after: MakeAnswerer },
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Rehearsal> {
  const askers = [createAsker(before), createAsker(after)] as const;
  const scores: [Score, Score] = [
    { right: 0, of: questions.length },
    { right: 0, of: questions.length },
  ];
  const changed: ChangedAnswer[] = [];
  let isWorse = false;
  for (const [i, question] of questions.entries()) {
    signal?.throwIfAborted();
    const was = await askers[0](question);
    const is = await askers[1](question);
    if (was.isRight) scores[0].right++;
    if (is.isRight) scores[1].right++;
    isWorse ||= was.isRight && !is.isRight;
    if (contentOf(was.answer) !== contentOf(is.answer)) {
      const verdict = was.isRight === is.isRight ? "other" : is.isRight ? "better" : "worse";
      changed.push({ question: question.question, before: was.answer.text, after: is.answer.text, verdict });
    }
    onProgress(i + 1, questions.length);
  }
  const sorted = changed.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return { before: scores[0], after: scores[1], changed: sorted, isWorse };
}

function createAsker(make: MakeAnswerer): (question: GoldenQuestion) => Promise<{ answer: Answer; isRight: boolean }> {
  const conversations = createShortMemory();
  const made = make(conversations);
  // Answering without a model never waits for anything: those who really ask must have their turn in between.
  const answerer: Answerer = {
    async answer(request) {
      await setImmediate();
      return made.answer(request);
    },
  };
  return async (question) => {
    const answer = await askGolden(answerer, conversations, question);
    return { answer, isRight: judgeAnswer(question, answer) === undefined };
  };
}

/** What somebody would notice: what is said, and which sentence of which article proves it. */
function contentOf({ kind, text, citations }: Answer): string {
  return JSON.stringify([kind, text, citations.map(({ articleId, quote }) => [articleId, quote])]);
}

function createShortMemory(): ConversationStore {
  const turns = new Map<string, Turn[]>();
  const of = (conversation: string) => turns.get(conversation) ?? [];
  return {
    appendTurn: (conversation, turn) => void turns.set(conversation, [...of(conversation), turn]),
    listTurns: (conversation, limit) => of(conversation).slice(-limit),
    clearTurns(conversation) {
      const count = of(conversation).length;
      turns.delete(conversation);
      return count;
    },
  };
}
