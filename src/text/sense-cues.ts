/**
 * Words that turn a statement: negation, direction, plan, wish, chance, cause, and claims that nothing else can carry
 * (首次, 全部, 最). Told by whole words, so that 不断, 未来 and 将…递送 (将 for 把) are none. Expects folded text.
 */
import type { TaggedWord } from "./tokens.js";

/** `strong`: 大幅, 显著. `share`: 大部分. `ended`: 停止, 取消. */
export type Cue =
  | "negation"
  | "up"
  | "down"
  | "future"
  | "wish"
  | "possible"
  | "purpose"
  | "cause"
  | "first"
  | "all"
  | "most"
  | "only"
  | "strong"
  | "share"
  | "ended"
  | "before"
  | "after"
  | "compare"
  | "early"
  | "late"
  | "postponed"
  | "done"
  | "ongoing";

const WORDS: Readonly<Partial<Record<Cue, RegExp>>> = {
  negation:
    /^(?:(?:并|绝|从|还|也|都|毫|尚|仍|均)?(?:不|没|未|无|非)(?:能|会|可|可以|再|曾|有|是|予|得|愿|用|必|要|含|需|须|该|应|让|许|为|属)?|没有|从来没有|无法|无人|无一|拒绝|否认|缺乏|缺少|欠缺|不包括|避免|禁止|反对|毫不|绝无)$/u,
  up: /^(?:增长|上升|提高|增加|提升|上涨|增|增至|升|升至|攀升|跃升|高出|多出|涨|增多|扩大|走高|回升|翻番|翻倍|翻|上扬|高|大|多|强|快|好|增强|稳中有增|稳中有升|更高|更大|更多|较高|较大|较多|很高|很大|很多|高于|多于|大于|优于|好于|走强|壮大|上行|上调|延长|调高|加快|有增|有升)$/u,
  down: /^(?:下降|减少|降低|下滑|缩减|下跌|跌|降|降至|减|回落|减至|缩小|缩短|减弱|走低|低|小|少|弱|慢|差|更低|更小|更少|较低|较小|较少|很低|很小|很少|低于|少于|小于|不如|逊于|萎缩|下行|骤降|锐减|滑坡|走弱|恶化|下调|调低|放缓|有降|稳中有降|减至|减为|缩短)$/u,
  future:
    /^(?:将要|将会|即将|拟|拟于|预计|预期|力争|有望|未来|下一步|打算|准备|今后|接下来|来年|明年|筹备|筹划|有待|尚待|待|共需|尚需|还需|仍需|需|需要|必须|须|拟将|拟在|会|不会)$/u,
  wish: /^(?:希望|期待|期望|盼望|呼吁|建议|应|应当|应该|应该|要|倡议|争取|愿|盼|提议|号召|急需)$/u,
  possible: /^(?:可能|或|或许|也许|有可能|或将|疑似|据称|传闻|可望|似乎|大概率)$/u,
  purpose: /^(?:旨在|以期|以便|为了|意在|着眼)$/u,
  cause:
    /^(?:因为|由于|因|因此|因而|从而|导致|致使|使得|使|令|得益于|归功于|源于|源自|促使|所以|缘于|引发|造成|之所以|以致|归因于|根源|拜)$/u,
  first:
    /^(?:首次|首个|首家|首届|首例|首批|首度|首创|首位|首|第一次|第一个|第一家|唯一|率先|最早|最先|前所未有|开创性|史无前例|独家|开创)$/u,
  all: /^(?:全部|所有|全体|一律|悉数|全都|无不|每个|个个|统统|完全|一切|各个|100%|百分之百)$/u,
  most: /^(?:最|最大|最多|最高|最低|最佳|最强|最快|最好|最小|最少|最新|最终|居首|榜首|领先|首屈一指|第一名|冠军|顶尖|最为|第一大|首位)$/u,
  only: /^(?:只|仅|仅仅|只有|只是|唯一|唯独|仅有|专门|只能)$/u,
  strong:
    /^(?:大幅|大幅度|显著|急剧|明显|彻底|根本|极大|飞速|迅速|巨大|严重|暴增|激增|猛增|大大|深刻|完全|极其|极为|非常|十分|广泛|高度|翻天覆地)$/u,
  share: /^(?:多数|大多数|大部分|绝大多数|绝大部分|部分|少数|少部分|半数|多半|过半|小部分)$/u,
  ended: /^(?:停止|终止|取消|放弃|结束|失败|暂停|中止|叫停|关闭|退出|撤销|撤回|解散|结业|闭幕|收官|闭营|终结)$/u,
  postponed: /^(?:推迟|延期|延后|延迟|推后|押后|顺延|改期)$/u,
  before: /^(?:之前|以前|此前|事前|先前|前)$/u,
  after: /^(?:之后|以后|此后|事后|随后|后|而后|其后)$/u,
  early: /^(?:先于|早于|早|提前|提早|赶在|先|优先|首先)$/u,
  late: /^(?:晚于|迟于|后于|推迟|延后|滞后|延迟|晚)$/u,
  done: /^(?:已(?!知|故|婚).?|业已|均已|完成|完工|建成|落成|竣工|完毕|达成|成功)$/u,
  ongoing: /^(?:仍在|正在|仍|尚在|在建|正|仍然|仍旧)$/u,
  compare: /^(?:先于|早于|晚于|迟于|比|较|同比|环比|相比|相较|比起|高于|低于|多于|少于|优于|不如|较之|相比之下)$/u,
};

const LEVEL = /^(?:高|大|多|强|快|好)$/u;
const LOW_LEVEL = /^(?:低|小|少|弱|慢|差)$/u;
const PLANNER =
  /(?:公司|基金会|集团|中心|大学|学院|机构|平台|县|市|省|团队|方|会|局|部门|政府|还|也|并|都|已|均|双方|他|她)$/u;

/** More words between quotation marks are no name. */
const MAX_NAME_WORDS = 10;

/** The cues of a clause's words. */
export function findCues(words: readonly TaggedWord[]): Set<Cue> {
  const cues = new Set<Cue>();
  let nameEnd = -1;
  for (const [i, { word }] of words.entries()) {
    // What stands between quotation marks is a name, unless it is long enough to be speech.
    if (/^[“「《]$/u.test(word))
      nameEnd = Math.max(
        nameEnd,
        words.findIndex((other, j) => j > i && j <= i + MAX_NAME_WORDS && /^[”」》]$/u.test(other.word)),
      );
    if (i < nameEnd) continue;
    const next = words[i + 1];
    const previous = words[i - 1];
    // 不高 says 低, not a negation of its own.
    if (word === "不" && next && (LEVEL.test(next.word) || LOW_LEVEL.test(next.word))) {
      cues.add(LEVEL.test(next.word) ? "down" : "up");
      continue;
    }
    if (previous?.word === "不" && (LEVEL.test(word) || LOW_LEVEL.test(word))) continue;
    if (word === "将" && !previous?.word.startsWith("已") && isFuture(next)) cues.add("future");
    if (word === "计划" && isPlan(previous, next)) cues.add("future");
    // The dictionary puts 不能治愈 together.
    if (/^(?:不能|不会|不可|不得|不予|不准|不再|没有|未能|未曾|无法|并未|并非)./u.test(word)) cues.add("negation");
    for (const [cue, pattern] of Object.entries(WORDS) as [Cue, RegExp][]) {
      if (!pattern.test(word) || isOtherwise(word, previous, next)) continue;
      cues.add(cue);
    }
  }
  const suffers = words.findIndex(({ word }) => word === "受");
  if (suffers >= 0 && words.some(({ word }, i) => i > suffers && word === "影响")) cues.add("cause");
  return cues;
}

/** 将 before a noun or a number is 把 (将资源递送出去). */
function isFuture(next: TaggedWord | undefined): boolean {
  if (next !== undefined && /^(?:优先|重点|全面|联合|共同|继续|持续)$/u.test(next.word)) return true;
  return next !== undefined && /^(?:v|d|p|a|t|i|l|c|z)/u.test(next.tag) && !/^(?:vn|ns)/u.test(next.tag);
}

/** 支持计划 is a thing; 公司计划开展 is a plan. */
function isPlan(previous: TaggedWord | undefined, next: TaggedWord | undefined): boolean {
  if (!next || !/^(?:v|d|p|t|m|x|a|在|于)/u.test(next.tag) || /^[”》,。]/u.test(next.word)) return false;
  if (previous !== undefined && /^[该这此本其]/u.test(previous.word)) return false;
  return (
    previous === undefined ||
    /^[由把将]$/u.test(next.word) ||
    PLANNER.test(previous.word) ||
    /^(?:nr|nt|nz|ns|x|d|t|p|r|uj|ul|m|q|f|b)/u.test(previous.tag)
  );
}

function isOtherwise(word: string, previous: TaggedWord | undefined, next: TaggedWord | undefined): boolean {
  switch (word) {
    case "结业":
    case "结束":
    case "闭幕":
      return next !== undefined && /^(?:时|之际|典礼|仪式|式)/u.test(next.word);
    case "未来":
    case "前":
      return next?.word === "的" && word === "未来";
    case "不":
    case "未":
      return next !== undefined && /^(?:超过|足|到|少于|低于|多于|高于|满|等|大于|小于)/u.test(next.word);
    case "会":
      return next === undefined || !/^(?:v|d|p)/u.test(next.tag);
    case "部分":
      return (
        /^(?:其余|其他|自付|剩余|这|该)$/u.test(previous?.word ?? "") ||
        next === undefined ||
        !/^(?:n|q|x)/u.test(next.tag)
      );
    case "要":
      return next === undefined || /^(?:uj|n)/u.test(next.tag);
    case "或":
      return previous !== undefined && /^(?:n|m|q|nr|ns|vn|x)/u.test(previous.tag);
    case "多":
    case "大":
    case "小":
    case "少":
    case "好":
      // 多 behind a number is a qualifier; before a noun (大平台, 小学) it is part of its name.
      return (
        (previous !== undefined && /[\d一二三四五六七八九十百千万亿几数]$/u.test(previous.word)) ||
        (next !== undefined && /^(?:n|v|m|q|a)/u.test(next.tag))
      );
    case "较":
      return next !== undefined && next.tag.startsWith("a");
    default:
      return false;
  }
}
