/**
 * A claim or a sentence of proof as the checks read it: folded, cut into clauses, with its words, figures, times and
 * names. The same reading for both sides, so that what is compared was found in the same way.
 */
import { splitClauses } from "../text/clauses.js";
import { type Figure, findFigures } from "../text/figures.js";
import { findOrganisations } from "../text/organisations.js";
import { findPersons, type PersonMention } from "../text/persons.js";
import { findPlaces } from "../text/places.js";
import { type Cue, findCues } from "../text/sense-cues.js";
import type { Span } from "../text/sentences.js";
import { findTimes, type TimeExpression } from "../text/time-expressions.js";
import { tagWords } from "../text/tokens.js";
import { wordRarity } from "../text/word-rarity.js";

/** A word with its place in the reading's text. */
export interface PlacedWord {
  word: string;
  tag: string;
  start: number;
  /** Whether it stands inside a quoted name (“童伴计划”), where it is no verb and no cue. */
  isInName: boolean;
  /** What it counts in coverage: 0 for words that only hold a sentence together, else its rarity, up to 1. */
  weight: number;
}

/** One clause; places count from the beginning of the whole text. */
export interface ReadClause {
  text: string;
  start: number;
  end: number;
  section: number;
  words: PlacedWord[];
  figures: Figure[];
  times: TimeExpression[];
  cues: ReadonlySet<Cue>;
}

/** The whole text. */
export interface Reading {
  /** Folded. */
  text: string;
  clauses: ReadClause[];
  persons: PersonMention[];
  organisations: string[];
  places: string[];
  /** What stands between 《》 or “”, as long as it can be a name. */
  quoted: string[];
}

/** Longer quotations are speech, not names. */
const MAX_NAME = 40;
const QUOTED = /《([^《》]+)》|“([^“”,。;!?]{1,20})”|「([^「」,。;]{1,20})」|"([^",。;]{1,20})"/gu;

/** Words that carry little: they are in any news text, and every retelling puts its own. */
const LIGHT = new Set(
  "是 有 还有 尚有 仍有 另有 为 等 进行 开展 方面 情况 相关 有关 其中 其 该 此 这 那 这些 那些 一个 一种 表示 介绍 指出 认为 称 说 提到 强调 通过 来自 包括 以及 并 和 与 及 或 实现 做 作为 属于 位于 成为 拥有 具有 存在 达 达到 占 上年 上一年 共 共计 总计 总共 一共 累计 合计 约 超过 超 近 左右 以上 至少 自 从 到 至 于 在 由 被 把 将 对 向 给 让 使 用 以 而 但 也 还 又 都 均 已 已经 正 正在 曾 曾经 目前 现在 当时 之间 期间 时 时候 年 月 日 名 个 家 位 名为 名叫 叫 叫做 称为 即 就是 分别 笔数 户数 次数 件数 主要 具体 内容 数量 人数 金额 总数 数 额 量 规模 时间 地点 名称 职务 身份 担任 任 方 者 所 之 的 了 着 过 地 得 中 上 下 里 内 外 间 前 后 报道 据 根据 文章 新闻 报告 显示 了解 获悉 数据 介绍 方式 一起 共同 本次 此次 这次 当地 那里 两 多 可以 能 能够 会 要 去 来 出 起 一 二 三 他 她 它 他们 我们 其他 另外 此外 同时 而且 并且 因此 所以 人 事 带来 涉及 作 发生 产生 称 总体 总体上 整体 新 大 小".split(
    " ",
  ),
);

/** Names that other texts have shown to be such: persons, and what stood between quotation marks. */
export interface KnownNames {
  persons: ReadonlySet<string>;
  quoted: ReadonlySet<string>;
}

const NO_NAMES: KnownNames = { persons: new Set(), quoted: new Set() };

/**
 * Reads a folded text.
 * @param known names that are found wherever they stand. Costs about 0.1 ms for a sentence: read once, keep.
 */
export function readText(text: string, known: KnownNames = NO_NAMES): Reading {
  const times = findTimes(text);
  const figures = findFigures(text).filter(
    ({ start, end }) => !times.some((time) => start < time.end && time.start < end),
  );
  const quoted = findQuoted(text);
  const names = Array.from(known.quoted).filter((name) => text.includes(name) && !quoted.includes(name));
  const spans = [...quoted, ...names].flatMap((name) => spansOf(name, text));
  const words = placeWords(text, [...times, ...figures], spans);
  const clauses = splitClauses(text).map(({ start, end, section }): ReadClause => {
    const within = (one: { start: number }) => one.start >= start && one.start < end;
    const own = words.filter(within);
    return {
      text: text.slice(start, end),
      start,
      end,
      section,
      words: own,
      figures: figures.filter(within),
      times: times.filter(within),
      cues: findCues(own.map((word) => (word.isInName ? { ...word, word: "" } : word))),
    };
  });
  return {
    text,
    clauses,
    persons: findPersons(text, known.persons),
    organisations: findOrganisations(text),
    places: findPlaces(text).filter((place) => isWholeWord(place, text, words)),
    quoted: [...quoted, ...names],
  };
}

/** What stands between quotation marks in a folded text and may be a name. */
export function findQuoted(text: string): string[] {
  return Array.from(text.matchAll(QUOTED), (match) => match.slice(1).find((one) => one !== undefined) ?? "").filter(
    (name) => name.length <= MAX_NAME,
  );
}

/** Words inside a figure or a time are compared as such, and weigh nothing as words; no word goes across their ends. */
function placeWords(text: string, counted: readonly Span[], names: readonly Span[]): PlacedWord[] {
  const inside = [...counted, ...names].flatMap(({ start, end }) => [start, end]);
  const cuts = Array.from(new Set([0, ...inside, text.length])).toSorted((a, b) => a - b);
  return cuts.slice(0, -1).flatMap((from, i) => {
    const holds = ({ start, end }: Span) => start <= from && from < end;
    const isCounted = counted.some(holds);
    const isInName = names.some(holds);
    let at = from;
    return tagWords(text.slice(from, cuts[i + 1])).map(({ word, tag }) => {
      const start = at;
      at += word.length;
      return { word, tag, start, isInName, weight: isCounted ? 0 : weightOf(word, tag) };
    });
  });
}

function spansOf(name: string, text: string): Span[] {
  const spans: Span[] = [];
  if (name === "") return spans;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    spans.push({ start: at, end: at + name.length });
  }
  return spans;
}

/** 模|式以 is no place: one begins where a word begins. */
function isWholeWord(place: string, text: string, words: readonly PlacedWord[]): boolean {
  const start = text.indexOf(place);
  const end = start + place.length;
  return (
    words.some((one) => one.start === start) &&
    words.some(
      (one) => one.start + one.word.length === end || (one.start === start && one.word.length === place.length + 1),
    )
  );
}

const CHANGE =
  /^(?:[增升降减涨跌翻]\p{Script=Han}?|提高|提升|上升|上涨|攀升|下降|下滑|下调|上调|缩短|延长|扩大|高出|多出)$/u;

const rarities = new Map<string, number>();
const MAX_REMEMBERED = 20_000;

/** The dictionary is searched once for a word: it costs more than all else of reading. */
function rarityOf(word: string): number {
  const known = rarities.get(word);
  if (known !== undefined) return known;
  if (rarities.size >= MAX_REMEMBERED) rarities.clear();
  const rarity = wordRarity(word);
  rarities.set(word, rarity);
  return rarity;
}

function weightOf(word: string, tag: string): number {
  if (!/\p{L}/u.test(word) || LIGHT.has(word)) return 0;
  if (/^(?:u|p|c|y|e|o|r|q|d|f|h|k)/u.test(tag) && word.length < 3) return 0;
  const rarity = rarityOf(word);
  // Directions are compared by sense; every retelling has its own word for them.
  if (tag.startsWith("v") && CHANGE.test(word)) return rarity / 4;
  return word.length === 1 ? rarity / 2 : rarity;
}
