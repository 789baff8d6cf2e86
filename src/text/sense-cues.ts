/**
 * Words that turn a statement: negation, direction, plan, wish, chance, cause, and claims that nothing else can carry
 * (首次, 全部, 最). Told by whole words, so that 不断, 未来 and 将…递送 (将 for 把) are none. Expects folded text.
 */
import { keepResults } from "./keep-results.js";
import { type Cue, WORDS } from "./sense-words.js";
import type { TaggedWord } from "./tokens.js";

export type { Cue } from "./sense-words.js";

const remembered = new Map<string, ReadonlySet<Cue>>();
const MAX_REMEMBERED = 20_000;

/** The cues of one word by itself. */
export function cuesOf(word: TaggedWord): ReadonlySet<Cue> {
  const key = `${word.word}/${word.tag}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const cues = findCues([word]);
  remembered.set(key, cues);
  return cues;
}

const LEVEL = /^(?:高|大|多|强|快|好)$/u;
const LOW_LEVEL = /^(?:低|小|少|弱|慢|差)$/u;
const PLANNER =
  /(?:公司|基金会|集团|中心|大学|学院|机构|平台|县|市|省|团队|方|会|局|部门|政府|还|也|并|都|已|均|双方|他|她|里|村|镇|乡|区|校|院|社|馆|所)$/u;

/** 项目计划于3月完工: such a thing is no plan by name. */
const THING = /(?:项目|工程|活动|课程|会议|大会|展览|基地|园区|[一二三四]期|建设|工作|培训|改造|施工)$/u;

const LISTS = Object.entries(WORDS) as [Cue, RegExp][];
/** The cues whose words hold this one, whatever stands beside it. */
const listedCues = keepResults((word) => LISTS.filter(([, pattern]) => pattern.test(word)).map(([cue]) => cue), 10_000);

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
    const listed = listedCues(word);
    if (listed.length === 0 || isOtherwise(word, previous, next)) continue;
    for (const cue of listed) cues.add(cue);
  }
  const suffers = words.findIndex(({ word }) => word === "受");
  if (suffers >= 0 && words.some(({ word }, i) => i > suffers && /^(?:影响|限制|制约|冲击|干扰)$/u.test(word)))
    cues.add("cause");
  return cues;
}

/** 将 before a noun or a number is 把 (将资源递送出去). */
function isFuture(next: TaggedWord | undefined): boolean {
  if (next !== undefined && /^(?:优先|重点|全面|联合|共同|继续|持续|交由|不再|合计|新[开建设增招])$/u.test(next.word))
    return true;
  return next !== undefined && /^(?:v|d|p|a|t|i|l|c|z)/u.test(next.tag) && !/^(?:vn|ns)/u.test(next.tag);
}

/** 支持计划 is a thing; 公司计划开展 is a plan. */
function isPlan(previous: TaggedWord | undefined, next: TaggedWord | undefined): boolean {
  if (!next || !/^(?:v|d|p|t|m|x|a|在|于)/u.test(next.tag) || /^[”》,。]/u.test(next.word)) return false;
  // 近三年计划共投入…: what has a total is a thing that was done.
  if (/^(?:共|累计|已|已经|共计|总计|一共|先后|惠及|覆盖)$/u.test(next.word)) return false;
  // “一衣一站”计划由…: a plan with a name is a thing.
  if (previous !== undefined && /^[该这此本其”》]/u.test(previous.word)) return false;
  return (
    previous === undefined ||
    (THING.test(previous.word) && /^[于在到至]$/u.test(next.word)) ||
    /^[由把将]$/u.test(next.word) ||
    PLANNER.test(previous.word) ||
    /^(?:nr|nt|nz|ns|s|x|d|t|p|r|uj|ul|m|q|f|b)/u.test(previous.tag)
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
    case "需":
      // 所需资金
      return previous?.word.endsWith("所") ?? false;
    case "需要":
      return /^(?:不|无|没有)$/u.test(previous?.word ?? "");
    case "要":
      return next === undefined || /^(?:uj|n)/u.test(next.tag) || /^(?:到|去|走|跑|花|等)$/u.test(next.word);
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
        (next !== undefined && /^(?:n|v|q|a)/u.test(next.tag)) ||
        // 比上届多12支 is more; 大10号 is a size.
        (next !== undefined && next.tag.startsWith("m") && !/^[多少]$/u.test(word))
      );
    case "较":
      return next !== undefined && next.tag.startsWith("a");
    default:
      return false;
  }
}
