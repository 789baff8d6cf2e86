/** Of two kinds that a sentence tells apart (重症患者…, 康复期患者…) a claim does not tell what is said of one of all (患者). */
import type { PlacedWord } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { FREE } from "./wording.js";

const ALL = /都|均|各|所有|全部|两|每/u;

export function kindsAreKept({ clause, proof }: ClauseCheck): boolean {
  if (ALL.test(clause.text)) return true;
  const kinds = new Map<string, Set<string>>();
  for (const one of proof.clauses)
    for (const [i, head] of one.words.entries()) {
      const before = modifierOf(one.words, i);
      if (isHead(head)) kinds.set(head.word, (kinds.get(head.word) ?? new Set()).add(before));
    }
  return clause.words.every((head, i) => {
    const known = kinds.get(head.word);
    if (!known || known.size < 2 || known.has("") || !isHead(head)) return true;
    const before = clause.words[i - 1];
    const own = modifierOf(clause.words, i);
    // 获得奖项: a verb only narrows where the sentence has it so.
    if (own !== "" && (!before?.tag.startsWith("v") || before.tag === "vn" || known.has(own))) return true;
    const isBeside = before !== undefined && before.start + before.word.length === head.start;
    return before !== undefined && !(isBeside && /^(?:v|m|q)/u.test(before.tag));
  });
}

function isHead({ word, tag, weight }: PlacedWord): boolean {
  return word.length > 1 && weight > 0.3 && tag.startsWith("n") && !/^n[rst]/u.test(tag);
}

/** The word right before it, where that narrows it; empty else. */
function modifierOf(words: readonly PlacedWord[], at: number): string {
  const before = words[at - 1];
  const head = words[at];
  if (!before || !head || before.start + before.word.length !== head.start) return "";
  // 负责药品的审核: who does something with it says nothing of which it is.
  const narrows = /^(?:n|b|a|v|s|t|z|f|l|x|j|i)/u.test(before.tag) && !FREE.test(before.word);
  return narrows && /\p{Script=Han}/u.test(before.word) ? before.word : "";
}
