/** The parts of a sentence with what each is about: its own subject, else the one that the sentence has been about so far. */
import { SAYING } from "../../text/saying.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { GENERIC, isSubjectWord, leadOf } from "./leads.js";

/** A part of the sentence with what it is about. */
export interface Told {
  text: string;
  clause: ReadClause;
  /** The words of its own subject; empty when it has none. */
  own: readonly PlacedWord[];
  /** The words of what it is about. */
  about: readonly PlacedWord[];
}

export const ATTRIBUTE = /(?:[额价率量值]|收入|利润|工资)$/u;

const SPEECH = new RegExp(`(?:${SAYING})$`, "u");

export function isOwner(word: PlacedWord): boolean {
  return isSubjectWord(word) && !GENERIC.test(word.word);
}

const known = new WeakMap<Proof, Told[]>();

/** A sentence is held against many claims. */
export function toldBy(proof: Proof): Told[] {
  const before = known.get(proof);
  if (before) return before;
  const told = tell(proof);
  known.set(proof, told);
  return told;
}

/** The parts of a sentence, each with what it is about. */
function tell({ clauses }: Proof): Told[] {
  let carried: readonly PlacedWord[] = [];
  let first: readonly PlacedWord[] = [];
  let section = 0;
  let listed: readonly PlacedWord[] = [];
  return clauses.flatMap((clause) => {
    if (clause.section !== section) carried = first;
    section = clause.section;
    const isSpoken = SPEECH.test(clause.text);
    return partsOf(clause).map((words, i): Told => {
      const part = { ...clause, words };
      const lead = leadOf(part);
      const own = lead.length > 0 ? [...listed, ...lead] : lead;
      // 副总裁郭南洋,秘书长李弘出席: a part that does nothing is one of those that do what follows.
      const isListed =
        !isSpoken &&
        !words.some(({ tag, word: one }) => tag.startsWith("v") || /^(?:[为占达]|主办|承办|协办)$/u.test(one)) &&
        clause.figures.length === 0;
      listed = isListed ? own : [];
      const last = words.at(-1);
      const text = clause.text.slice(
        (words[0]?.start ?? clause.start) - clause.start,
        (last ? last.start + last.word.length : clause.end) - clause.start,
      );
      const about = own.some(isOwner) ? own : i === 0 && clause.text.startsWith("其中") ? [] : carried;
      // 男性占87%: what follows is said of all again.
      const isShare = /占/u.test(clause.text);
      if (
        own.some(isOwner) &&
        !isSpoken &&
        !isShare &&
        !/^(?:其中|据)/u.test(clause.text) &&
        !ATTRIBUTE.test(own.at(-1)?.word ?? "")
      ) {
        carried = own;
        if (first.length === 0) first = own;
      }
      return { text, clause, own, about };
    });
  });
}

/** 甲主办、乙承办: two parts in one clause. */
function partsOf({ words }: ReadClause): PlacedWord[][] {
  const parts: PlacedWord[][] = [[]];
  const isDone = (some: readonly PlacedWord[]) => some.some(({ tag, weight }) => tag.startsWith("v") && weight > 0.3);
  for (const [i, word] of words.entries()) {
    const rest = words.slice(i + 1);
    const next = rest.findIndex(({ word: mark }) => mark === "、");
    const behind = next < 0 ? rest : rest.slice(0, next);
    if (word.word === "、" && isDone(parts.at(-1) ?? []) && isDone(behind.slice(1))) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}
