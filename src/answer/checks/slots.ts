/**
 * A word put in another's place: 燃油公交 where the sentence only has 电动公交, 月营业额 for 年营业额, 采购价比市场价低 turned
 * round. Each word of such a claim may stand somewhere in the sentence; what stands before it does not.
 */
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { isIn } from "./counted.js";
import { leadsTo, leadText } from "./segments.js";

/** Single characters that tell one thing from another of its kind. */
const TELLING = /^[年月日周季省市县区乡镇村男女东西南北老新]$/u;

/** Whether a word of the clause has taken the place of another word of the sentence, or two have changed theirs. */
export function isWordReplaced(clause: ReadClause, proof: Proof): boolean {
  return isModifierReplaced(clause, proof) || isComparisonReversed(clause.text, proof.text);
}

function isModifierReplaced(clause: ReadClause, proof: Proof): boolean {
  const leads = clause.figures.map((figure) => ({
    own: pairsOf(leadsTo(figure, clause)),
    text: leadText(figure, clause),
    stated: proof.clauses.flatMap((one) =>
      one.figures.filter(({ value }) => value === figure.value).flatMap((same) => pairsOf(leadsTo(same, one))),
    ),
  }));
  const whole = {
    own: pairsOf(clause.words),
    text: clause.text,
    stated: proof.clauses.flatMap(({ words }) => pairsOf(words)),
  };
  return [...leads, whole].some(({ own, stated, text }) => isAnyReplaced(own, stated, text));
}

type Pair = readonly [before: PlacedWord, word: PlacedWord];

function isAnyReplaced(own: readonly Pair[], stated: readonly Pair[], text: string): boolean {
  return own.some(([before, word]) => {
    const same = stated.filter(([, other]) => other.word === word.word);
    if (same.length === 0) return false;
    return same.every(
      ([other]) =>
        other.word !== before.word &&
        isOfTime(other) === isOfTime(before) &&
        !text.includes(other.word) &&
        !isIn(before.word, other.word) &&
        !isIn(other.word, before.word),
    );
  });
}

/** 去年|仲裁院 is no other 仲裁院 than 争议|仲裁院. */
function isOfTime({ tag, word }: PlacedWord): boolean {
  return /^(?:t|m|q)/u.test(tag) || /^[年月日周季]$/u.test(word);
}

/** Neighbours of which the first says which one the second is. */
function pairsOf(words: readonly PlacedWord[]): Pair[] {
  return words.flatMap((word, i) => {
    const nearest = words[i - 1];
    // 受援|人|挽回: whoever it is, not that it is somebody.
    const before = nearest && /^[人者方]$/u.test(nearest.word) ? words[i - 2] : nearest;
    if (!before || before.isInName || word.isInName || !/^(?:n|vn|x)/u.test(word.tag) || word.weight === 0) return [];
    if (!nearest || nearest.start + nearest.word.length !== word.start) return [];
    // Whose it is (阿里|模式) is compared with the names.
    if (/^n[rstz]/u.test(before.tag)) return [];
    const isTelling = before.word.length > 1 ? before.weight > 0.3 : TELLING.test(before.word);
    // 调解|成功率, 专送|骑手: a verb right before what it measures, or one that is hardly ever a verb.
    const isVerbal = before.tag.startsWith("v") && (word.word.endsWith("率") || before.weight >= 0.9);
    return isTelling &&
      (before.word.length === 1 || nearest !== before || isVerbal || /^(?:n|b|vn|t|a|f|x|s|j)/u.test(before.tag))
      ? [[before, word] as const]
      : [];
  });
}

const COMPARISON = /(?<a>[^,。;]*?)(?<how>比|高于|低于|多于|少于|大于|小于|先于|晚于|早于|优于|向)(?<b>[^,。;]*)/u;

/** A比B低 does not say B比A低, A向B捐 not B向A捐. */
function isComparisonReversed(claim: string, proof: string): boolean {
  const own = COMPARISON.exec(claim)?.groups;
  if (!own?.a || !own.b) return false;
  const shared = (a: string, b: string) => Array.from(new Set(a)).filter((one) => b.includes(one)).length;
  return Array.from(proof.matchAll(new RegExp(COMPARISON, "gu"))).some(({ groups: { a = "", b = "" } = {} }) => {
    // What both sides have tells nothing: 采购价 and 市场价.
    const only = (one: string, other: string) =>
      Array.from(one)
        .filter((character) => !other.includes(character))
        .join("");
    const [onlyA, onlyB] = [only(a, b), only(b, a)];
    const [ownA, ownB] = [own.a ?? "", own.b ?? ""];
    // 先于重型设备到达, whoever it was: the second of the two may not become the first.
    // 公司有残疾员工86人,离职率低于健全员工: whose it is stands before; the one compared with may not take its place.
    const taken = Array.from(ownA).filter((one) => !a.includes(one) && one !== "的");
    const isTaken =
      own.how !== "向" && taken.length > 1 && taken.filter((one) => b.includes(one)).length > taken.length * 0.7;
    if (isTaken && shared(ownB, b) < new Set(ownB).size && shared(ownA, a) > 1) return true;
    if (a === "") return shared(ownA, b.slice(0, ownA.length + 2)) > ownA.length * 0.6;
    return shared(ownA, onlyB) > shared(ownA, onlyA) && shared(ownB, onlyA) > 0;
  });
}
