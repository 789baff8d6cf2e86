/**
 * Puts questions that ask the same together: the same wording once question words and punctuation are taken out, or a near
 * one that says the same with a few words more. A name or a figure that only one of two has beside another of the other
 * keeps them apart: 青龙县 is not 云溪县. Deterministic, and made for ten thousand questions at a time. Pure.
 */
import { foldText } from "./normalize.js";
import { stripQuestionWords } from "./question-words.js";

/** Words that change nothing about what is asked. */
const FILLERS =
  /目前|现在|如今|一共|总共|共计|到底|究竟|大概|大约|具体|想知道|想问|我想|麻烦|你好|您好|谢谢|有没有|有/gu;
/** What is asked for, where the word tells: 谁发起 is not 哪年发起. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [/谁|哪位|who/u, "谁"],
  [/什么时候|何时|哪[一]?[年月天日]|几[年月日号]|啥时候|多久|when/u, "何时"],
  [/哪里|哪儿|何地|何处|什么地方|where/u, "何处"],
  [/为什么|为何|为啥|why/u, "为何"],
  [/怎么|怎样|如何|咋|how (?!many|much)/u, "如何"],
];
const RUN = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
const FIGURE = /\d+(?:[.,]\d+)*/gu;

/** Share of pairs of neighbouring characters that two near questions have in common (Dice); 0 to 1. */
const MIN_SHARED = 0.65;

/**
 * The question as it is compared and kept: folded, without what makes it a question, parts parted by one
 * blank; at last what it asks for.
 * @example questionKey("這個項目一共是誰發起的?") // "这个项目 发起 谁"
 */
export function questionKey(question: string): string {
  const runs = (text: string) => (text.match(RUN) ?? []).join(" ");
  const folded = foldText(question);
  const asked = ASKED.filter(([pattern]) => pattern.test(folded)).map(([, word]) => word);
  const content = runs(stripQuestionWords(folded).replace(FILLERS, " "));
  return content === "" ? runs(folded) || folded.trim() : [content, ...asked].join(" ");
}

/**
 * Gives each key the leader of its group. Keys that come earlier lead: pass the most frequent ones first.
 * @param keys different ones.
 * @returns for each key its leader, which may be itself; in the order of `keys`.
 */
export function groupKeys(keys: readonly string[]): Map<string, string> {
  const leaderOf = new Map<string, string>();
  const leaders: Wording[] = [];
  /** Positions of the leaders that hold a pair, by figures and pair: other figures are never near. */
  const holders = new Map<string, number[]>();
  for (const key of keys) {
    const wording = wordingOf(key);
    const nearest = nearestOf(wording, leaders, holders);
    leaderOf.set(key, nearest?.key ?? key);
    if (nearest) continue;
    for (const pair of wording.pairs) {
      const place = placeOf(wording, pair);
      const known = holders.get(place);
      if (known) known.push(leaders.length);
      else holders.set(place, [leaders.length]);
    }
    leaders.push(wording);
  }
  return leaderOf;
}

interface Wording {
  key: string;
  characters: Set<string>;
  /** Neighbouring characters, each pair once. */
  pairs: Set<string>;
  figures: string;
}

function wordingOf(key: string): Wording {
  const letters = Array.from(key.replaceAll(" ", ""));
  return {
    key,
    characters: new Set(letters),
    pairs: new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)),
    figures: (key.match(FIGURE) ?? []).toSorted().join(" "),
  };
}

function nearestOf(wording: Wording, leaders: readonly Wording[], holders: ReadonlyMap<string, number[]>) {
  const found = Array.from(wording.pairs, (pair) => holders.get(placeOf(wording, pair)) ?? []);
  const shared = new Map<number, number>();
  for (const positions of found) {
    for (const position of positions) shared.set(position, (shared.get(position) ?? 0) + 1);
  }
  let best: { leader: Wording; share: number } | undefined;
  for (const [position, count] of shared) {
    const leader = leaders[position];
    const share = leader ? (2 * count) / (wording.pairs.size + leader.pairs.size) : 0;
    if (!leader || share < MIN_SHARED || share <= (best?.share ?? 0)) continue;
    if (saysNoOther(leader, wording)) best = { leader, share };
  }
  return best?.leader;
}

function placeOf({ figures }: Wording, pair: string): string {
  return `${figures} ${pair}`;
}

/** Whether one of them has all characters of the other. */
function saysNoOther(a: Wording, b: Wording): boolean {
  const [few, many] = a.characters.size < b.characters.size ? [a, b] : [b, a];
  return Array.from(few.characters).every((character) => many.characters.has(character));
}
