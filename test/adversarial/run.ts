/** Plays every case and judges what was shown. What a lie or a truth is, is decided in the data, never here. */
import { bare, isHeld, type Lie, type Truth } from "./cases.js";
import { makeLies } from "./lies.js";
import { type Played, type Rig, startRig } from "./rig.js";
import { makeTruths } from "./truths.js";

/** What came of a case. `silent`: a lie was left out of an answer that does not say so. */
export type Verdict = "stopped" | "through" | "silent" | "kept" | "dropped" | "other proof" | "not shown";

const FAULTS: ReadonlySet<Verdict> = new Set(["through", "silent", "dropped", "other proof"]);

/** A reply that takes longer to read holds up all chats; a usual one takes a few milliseconds. */
const MAX_MS = 3_000;

/** One case, judged. */
export interface Outcome {
  id: string;
  kind: string;
  isLie: boolean;
  held: boolean;
  verdict: Verdict;
  /** From the question to the answer. */
  ms: number;
  question: string;
  /** What the model said, shortened. */
  reply: string;
  /** What was shown at last, shortened. */
  shown: string;
  /** Why the check left statements out, or which sentences were not shown to the model. */
  reasons: string[];
}

/** Whether the program stood still over a case, whatever it then showed. */
export function isSlow({ ms }: Pick<Outcome, "ms">): boolean {
  return ms > MAX_MS;
}

/** A fault of the product, not of the suite. */
export function isFault({ verdict }: Pick<Outcome, "verdict">): boolean {
  return FAULTS.has(verdict);
}

/** Plays all cases in order. Takes about a minute. */
export async function runSuite(): Promise<Outcome[]> {
  const rig = await startRig();
  try {
    const outcomes: Outcome[] = [];
    for (const lie of makeLies()) outcomes.push(await judge(rig, lie, true, (played) => judgeLie(lie, played)));
    for (const truth of makeTruths())
      outcomes.push(await judge(rig, truth, false, (played) => judgeTruth(truth, played)));
    return outcomes;
  } finally {
    await rig.close();
  }
}

async function judge(
  rig: Rig,
  one: Lie | Truth,
  isLie: boolean,
  verdictOf: (played: Played) => Verdict,
): Promise<Outcome> {
  const played = await rig.play(one.question, one.reply);
  const { answer, notShown, rejections } = played;
  const verdict = notShown.length > 0 ? "not shown" : verdictOf(played);
  return {
    id: one.id,
    kind: one.kind,
    isLie,
    held: isHeld(one),
    verdict,
    ms: Math.round(answer.timings.totalMs),
    question: one.question,
    reply: shorten(one.reply),
    shown: shorten(answer.kind === "grounded" ? answer.text : answer.kind),
    reasons: notShown.length > 0 ? notShown : rejections,
  };
}

/** Every text on the way counts: what was shown and taken back was shown. */
function judgeLie({ lie }: Lie, { answer, partials }: Played): Verdict {
  const texts = [...partials, ...(answer.kind === "grounded" ? [answer.text] : [])].map(bare);
  if (texts.some((text) => lie.some((words) => text.includes(bare(words))))) return "through";
  return answer.kind === "grounded" && answer.notice !== "statementsDropped" ? "silent" : "stopped";
}

/** A statement must be shown whole, and tied to a sentence that proves it. */
function judgeTruth({ statement, proof }: Truth, { answer }: Played): Verdict {
  if (answer.kind !== "grounded") return "dropped";
  const shown = answer.statements.find(({ text }) => bare(text).includes(bare(statement).replace(/。$/u, "")));
  if (!shown) return "dropped";
  const quotes = answer.citations.filter(({ n }) => shown.citations.includes(n)).map(({ quote }) => quote);
  return quotes.some((quote) => proof.some((part) => quote.includes(part))) ? "kept" : "other proof";
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > 160 ? `${line.slice(0, 120)} … (${text.length}) … ${line.slice(-20)}` : line;
}
