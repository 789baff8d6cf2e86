/** Figures of an English text in ones: thirty-nine, 58,000, 5.8 million, 40 percent, doubled, half. */

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
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...ORDINALS.map((word, i) => [word, i + 1] as const),
]);
const WORD = Array.from(VALUES.keys())
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const NUMBER = new RegExp(
  `(?<digits>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<han>[十百千万亿]+)?(?:\\s*(?<scale>hundred|thousand|million|billion|trillion|k|m|bn)(?![a-z]))?(?<rest>st|nd|rd|th)?|\\b(?<words>(?:${WORD})(?:[\\s-]+(?:and[\\s-]+)?(?:${WORD}|hundred|thousand|million|billion))*)\\b|\\b(?<month>${MONTHS.filter((month) => month !== "may").join("|")}|may(?=\\s+\\d))\\b|\\b(?<special>doubled|twofold|halved|half|tripled|tenfold|twice)\\b`,
  "giu",
);

/** A figure of an English text. */
export interface EnglishFigure {
  value: number;
  /** 万 or 亿 in an English text, a month's name, or a word such as doubled. */
  kind: "number" | "month" | "special";
  /** Decimals that it was rounded to; undefined when exact. */
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
      const word = groups.special.toLowerCase();
      const value = word === "half" || word === "halved" ? 0.5 : word === "tripled" ? 3 : word === "tenfold" ? 10 : 2;
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
