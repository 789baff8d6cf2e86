/** Figures of an English text in ones: thirty-nine, 58,000, 5.8 million, 40 percent, a dozen, doubled, half. */

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
};
const MONTHS = "january february march april may june july august september october november december".split(" ");
const ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

const VALUES = new Map<string, number>([
  ...SMALL.map((word, i) => [word, i] as const),
  ["dozen", 12],
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...ORDINALS.map((word, i) => [word, i + 1] as const),
]);
const WORD = Array.from(VALUES.keys())
  .toSorted((a, b) => b.length - a.length)
  .join("|");
/** How many times as much. */
const SPECIALS = new Map<string, number>([
  ...["double", "doubled", "doubling", "twofold", "twice"].map((word) => [word, 2] as const),
  ...["triple", "tripled", "tripling", "threefold", "thrice"].map((word) => [word, 3] as const),
  ...["quadruple", "quadrupled", "quadrupling", "fourfold"].map((word) => [word, 4] as const),
  ...["fivefold", "quintupled"].map((word) => [word, 5] as const),
  ["sixfold", 6],
  ["sevenfold", 7],
  ["eightfold", 8],
  ["ninefold", 9],
  ["tenfold", 10],
  ...["half", "halved", "halving"].map((word) => [word, 0.5] as const),
]);
const SPECIAL_WORDS = Array.from(SPECIALS.keys()).join("|");
const NUMBER = new RegExp(
  `(?<digits>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<han>[十百千万亿]+)?(?:\\s*(?<scale>hundred|thousand|million|billion|trillion|k|m|bn)(?![a-z]))?(?<rest>st|nd|rd|th)?|\\b(?<words>(?:${WORD})(?:[\\s-]+(?:and[\\s-]+)?(?:${WORD}|hundred|thousand|million|billion))*)\\b|\\b(?<month>${MONTHS.filter((month) => month !== "may").join("|")}|may(?=\\s+\\d))\\b|\\b(?<special>${SPECIAL_WORDS})\\b`,
  "giu",
);

/** A figure of an English text. */
export interface EnglishFigure {
  value: number;
  /** A month by its name has its number; a word such as doubled or half has how many times as much it says. */
  kind: "number" | "month" | "special";
  /** Where it stands in the text, in UTF-16 units, `end` exclusive. */
  start: number;
  end: number;
}

/** Finds the figures of a text, in order. Bare one, first and second are words more often than figures. */
export function findEnglishFigures(text: string): EnglishFigure[] {
  return Array.from(text.matchAll(NUMBER)).flatMap(({ 0: words, index, groups = {} }): EnglishFigure[] => {
    const place = { start: index, end: index + words.length };
    if (groups.month !== undefined)
      return [{ value: MONTHS.indexOf(groups.month.toLowerCase()) + 1, kind: "month", ...place }];
    if (groups.special !== undefined) {
      const value = SPECIALS.get(groups.special.toLowerCase()) ?? 0;
      return [{ value, kind: "special", ...place }];
    }
    if (groups.digits !== undefined) {
      const han = Array.from(groups.han ?? "").reduce(
        (scale, c) => scale * ({ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }[c] ?? 1),
        1,
      );
      const scale = SCALES[groups.scale?.toLowerCase() ?? ""] ?? 1;
      return [{ value: Number(groups.digits.replaceAll(",", "")) * scale * han, kind: "number", ...place }];
    }
    const value = spelled(groups.words ?? "");
    return /^(?:one|zero|(?:first|second)(?:[\s-]one)?)$/iu.test(words) ? [] : [{ value, kind: "number", ...place }];
  });
}

function spelled(words: string): number {
  let total = 0;
  let section = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/u)) {
    const scale = SCALES[word];
    if (scale === undefined) section += VALUES.get(word) ?? 0;
    else if (scale === 100) section = Math.max(section, 1) * 100;
    else {
      total += Math.max(section, 1) * scale;
      section = 0;
    }
  }
  return total + section;
}
