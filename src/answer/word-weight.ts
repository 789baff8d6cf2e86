/** What a word counts in coverage: nothing for words that only hold a sentence together, else its rarity. */
import { wordRarity } from "../text/word-rarity.js";

/** Words that carry little: they are in any news text, and every retelling puts its own. */
const LIGHT = new Set(
  "是 有 还有 尚有 仍有 另有 为 等 进行 开展 方面 情况 相关 有关 其中 其 该 此 这 那 这些 那些 一个 一种 表示 介绍 指出 认为 称 说 提到 强调 通过 来自 包括 以及 并 和 与 及 或 实现 做 作为 属于 位于 成为 拥有 具有 存在 达 达到 占 上年 上一年 共 共计 总计 总共 一共 累计 合计 约 超过 超 近 左右 以上 至少 自 从 到 至 于 在 由 被 把 将 对 向 给 让 使 用 以 而 但 也 还 又 都 均 已 已经 正 正在 曾 曾经 目前 现在 当时 之间 期间 时 时候 年 月 日 名 个 家 位 名为 名叫 叫 叫做 称为 即 就是 分别 笔数 户数 次数 件数 主要 具体 内容 数量 人数 金额 总数 数 额 量 规模 时间 地点 名称 职务 身份 担任 任 方 者 所 之 的 了 着 过 地 得 中 上 下 里 内 外 间 前 后 报道 据 根据 文章 新闻 报告 显示 获悉 数据 介绍 方式 一起 共同 本次 此次 这次 当地 那里 两 多 可以 能 能够 会 要 去 来 出 起 一 二 三 他 她 它 他们 我们 其他 另外 此外 同时 而且 并且 因此 所以 人 事 带来 涉及 作 发生 产生 称 总体 总体上 整体 新 大 小 有所".split(
    " ",
  ),
);

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

export function weightOf(word: string, tag: string): number {
  if (!/\p{L}/u.test(word) || LIGHT.has(word)) return 0;
  if (/^(?:u|p|c|y|e|o|r|q|d|f|h|k)/u.test(tag) && word.length < 3) return 0;
  const rarity = rarityOf(word);
  // Directions are compared by sense; every retelling has its own word for them.
  if (tag.startsWith("v") && CHANGE.test(word)) return rarity / 4;
  return word.length === 1 ? rarity / 2 : rarity;
}
