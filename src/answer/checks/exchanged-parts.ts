/**
 * Whether a claim leaves those who do something and those to whom it is done where they are: 教师打了学生 does not say
 * 学生打了教师, although all its words are the same.
 */
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { type Dealing, dealingsOf, isActor } from "./participants.js";

/** Whether nobody in the clause stands in the place of another. */
export function partsAgree({ clause, proof, carried }: ClauseCheck): boolean {
  if (proof.text.includes(clause.text)) return true;
  const stated = statedDealings(proof);
  return dealingsOf(asTold(clause, stated)).dealings.every((dealing) => {
    const same = stated.filter(({ verb }) => isSameVerb(dealing.verb, verb));
    if (same.length === 0 || isHalfRead(dealing.verb, same, proof)) return true;
    const claimed = dealing.doers.length > 0 ? dealing : { ...dealing, doers: [...carried], heads: [...carried] };
    return !isExchanged(claimed, {
      doers: same.flatMap(({ doers }) => doers),
      targets: same.flatMap(({ targets }) => targets),
    });
  });
}

/** 学生|辅导教师 is read as 学生|辅导|教师 where the sentence has both as words: the dictionary joins what it can. */
function asTold(clause: ReadClause, stated: readonly Dealing[]): ReadClause {
  const people = stated.flatMap(({ doers, targets }) => [...doers, ...targets]);
  const partsOf = (placed: PlacedWord): PlacedWord[] => {
    const { word, start, isInName } = placed;
    const verb = isInName ? undefined : stated.find((one) => word.startsWith(one.verb))?.verb;
    const other = verb && people.find((one) => verb + one.word === word);
    if (!verb || !other) return [placed];
    return [
      { ...placed, word: verb, tag: "v" },
      { ...other, start: start + verb.length },
    ];
  };
  const words = clause.words.flatMap(partsOf);
  return words.length === clause.words.length ? clause : { ...clause, words };
}

function isExchanged({ heads, doers, targets }: Dealing, stated: Pick<Dealing, "doers" | "targets">): boolean {
  const isOnly = (word: PlacedWord, own: readonly PlacedWord[], other: readonly PlacedWord[]) =>
    holds(own, word) && !holds(other, word);
  const wrongDoers = heads.filter((word) => !holds(targets, word) && isOnly(word, stated.targets, stated.doers));
  const wrongTargets = targets.filter((word) => !holds(doers, word) && isOnly(word, stated.doers, stated.targets));
  if (wrongDoers.length > 0 && wrongTargets.length > 0) return true;
  // One of the two is enough where the sentence has somebody else in the place that was taken.
  const hasOther = (all: readonly PlacedWord[], own: readonly PlacedWord[]) =>
    all.some((word) => isActor(word) && !holds(own, word));
  return (
    (targets.some(isActor) && wrongDoers.some(isActor) && hasOther(stated.doers, doers)) ||
    (wrongTargets.some(isActor) && hasOther(stated.targets, targets))
  );
}

function holds(words: readonly PlacedWord[], { word }: PlacedWord): boolean {
  return words.some(({ word: other }) => other === word || synonymsOf(word).has(other));
}

/** A verb of one character is often read as a part of another word: who does it there is not known. */
function isHalfRead(verb: string, same: readonly Dealing[], { text }: Proof): boolean {
  return verb.length === 1 && text.split(verb).length - 1 > same.length;
}

/** 送给, 送去 and 送: what follows a verb says no more than where it goes. */
function isSameVerb(claimed: string, stated: string): boolean {
  const [a, b] = [stemOf(claimed), stemOf(stated)];
  return a === b || synonymsOf(claimed).has(stated);
}

function stemOf(verb: string): string {
  return verb.length > 1 ? verb.replace(/[给到至往去来出了过]$/u, "") : verb;
}

const known = new WeakMap<Proof, Dealing[]>();

/** What a sentence deals with; a clause that names no subject goes on with the one before. */
export function statedDealings(proof: Proof): Dealing[] {
  const before = known.get(proof);
  if (before) return before;
  let carried: PlacedWord[] = [];
  const found = proof.clauses.flatMap((clause) => {
    const { dealings, subject } = dealingsOf(clause);
    const own = dealings.map((one) => (one.doers.length > 0 ? one : { ...one, doers: carried }));
    if (subject.length > 0) carried = subject;
    return own;
  });
  known.set(proof, found);
  return found;
}
