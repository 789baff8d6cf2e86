/**
 * What a sentence does not say as a fact: it is rumoured, alleged, feared, asked for, owed or on a condition. A claim that
 * takes anything from there keeps the frame. Who speaks (李弘表示, 报告显示) is no frame: that may be left out.
 */
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";

/** How the words that open a frame look, and how a claim may say that it is one. */
interface Kind {
  opens: RegExp;
  /** Beside `opens` itself. */
  keptBy: RegExp;
  /** Whether all that follows in the section is inside, as what somebody says is; else it is what goes on without a subject. */
  isSpeech?: boolean;
  isCondition?: boolean;
}

const SOURCE =
  "举报[人者]|爆料[人者]|网友|网民|网上|网络上|有人|有学者|有专家|有观点|有声音|有意见|有评论|有研究者|有业内人士|谣言|传言|传闻|坊间|匿名人士|知情人士?|消息人士|原告|被告|嫌疑人|自媒体|帖[文子]|网帖";

const KINDS: readonly Kind[] = [
  {
    opens: new RegExp(
      `(?:${SOURCE})[^,。;:]{0,6}?(?:称|说|爆料|发帖|表示|反映|指出|透露|写道|认为)(?:道|过)?|(?:质疑|举报|投诉|指控|控告|指责|控诉|诬告)(?:称|说)?|网传|据传|盛传|疯传|谣传|误传|相传|传闻|传言|据称|声称|宣称|号称|谎称|自称|假称|诬称|涉嫌|疑似(?!阳性|病例|患者|病人|感染者|\\p{Script=Han}{2,6}患者)|被指(?![定派导引])|被控(?!制)|被曝(?!光)`,
      "gu",
    ),
    keptBy: /嫌|疑|指称|被指|传(?:言|闻)|称|有人|网[友民]|举报|质疑/u,
    isSpeech: true,
  },
  {
    opens:
      /误以为|误认为|(?<![可难足所予])以为(?![^,。;]{1,24}为)|担心|担忧|忧虑|怀疑|害怕|生怕|唯恐|猜测|推测|猜想|设想|幻想|假设|假定|(?:受访者?|受访\p{Script=Han}{1,4}|居民|村民|家长|学生|公众|读者|观众)们?(?:普遍|都|均)?(?:认为|觉得|相信|感觉)/gu,
    keptBy: /认为|觉得|相信|以为|担心|担忧|忧|怕|怀疑|疑|猜|推测|可能|或/u,
  },
  { opens: /判令|(?:判决|裁定|裁决)(?!书|结果|显示|后|生效|认为)/gu, keptBy: /判|裁|令|须|应|需|必须|要/u },
  {
    opens: /要求|请求|恳请|恳求|敦促|催促|责令|勒令|责成|诉请|索赔/gu,
    keptBy: /要求|请|责令|敦促|催|须|应|需|必须|规定|要|索赔|令/u,
  },
  {
    opens:
      /规划(?=建设|新建|修建|兴建|设立|建立|打造|发展|开发|改造|投资|种植|布局|到|至|在)|(?:目标|愿景)(?:是|为|:)|旨在|力争|争取(?!到了?)|(?:建议|提议|倡议|主张)(?!书|稿|案|者|人|箱|的|了\d)|意向(?=采购|投资|签约|成交|捐|金额|订单|协议)/gu,
    keptBy:
      /计划|规划|目标|目的|宗旨|旨在|愿景|拟|将|力争|争取|希望|预计|为了|以期|建议|提议|倡议|主张|应|要|有望|未来|方案|意向/u,
  },
  {
    // 发布了招聘120名工人的计划: what is planned stands before the word for it.
    opens:
      /(?<=(?:发布|公布|提出|制定|制订|拟定|起草|讨论|审议|宣布|出台|印发|提交|公示)了?)(?=[^,。;]{3,40}的(?:计划|规划|方案|目标|设想|提案|议案|草案|蓝图|意向))/gu,
    keptBy: /计划|规划|方案|目标|设想|提案|议案|草案|蓝图|意向|拟|将/u,
  },
  { opens: /申请(?!人|者|表|书|材料|条件)/gu, keptBy: /申请|申报|想|希望/u },
  { opens: /本应|理应|本该|理当|应由|照理|本来应/gu, keptBy: /应|该|照理/u },
  { opens: /(?:为了?|以|从而|来)(?:有效|进一步)?防止|以防|以免|免得|谨防|严防/gu, keptBy: /防|免|避/u },
  { opens: /必须说(?!明)|请说(?!明)|(?<!主)要说(?!明)|请回答|必须回答|请写|与其说/gu, keptBy: /(?!)/u, isSpeech: true },
  {
    opens:
      /如果|假如|假若|假使|倘若|若是|若(?!干)|要是|万一|除非|一旦|只要(?!不?[\d一二三四五六七八九十两几]|花|付)|只有(?=[^,。;]{1,16},?[^,。;]{0,8}才)|如(?![今此下期何同实果是愿图数约一])(?=[^,。;、]{2,14},[^,。;]{0,6}[则就将可便])/gu,
    keptBy: /如果|假如|倘若|若|要是|除非|一旦|只要|只有|的话|时|后|才|则|前提|条件/u,
    isCondition: true,
  },
];

const SAYS = new RegExp(`^(?:${SOURCE})|[称说道传据:]$`, "u");
const NOUN =
  /^(?:质疑|举报|投诉|指控|控告|指责|控诉|传闻|传言|谣传|担心|担忧|忧虑|怀疑|猜测|推测|猜想|设想|幻想|假设|要求|请求)$/u;
/** 面对质疑, 按照要求, 接到举报: a thing here, which says nothing of what follows. */
const IS_THING =
  /(?:面对|回应|针对|引发|引起|受到|遭到|遭|备受|消除|打消|接到?|收到|经|据|根据|按照?|依照|符合|达到|满足|的|各项|有关|相关|这一|该|此|新|提出|提|明确|标准|质量|技术|环保|安全|无需|不必|不用|不再|不|没有?|无须|解除|免去)$/u;

/** What follows is the case again, or said by who may be believed. */
const TURNS =
  /^(?:但|不过|然而|却|而(?!且)|事实上|实际上|其实|结果|随后|后来|最终|目前|现在|如今|为此|对此|于是|因此|所以)|回应|澄清|否认|辟谣|经查|查明|调查|证实|核实|警方|法院|通报|随后/u;
const CONFIRMED = /(?<![不未非])(?:属实|查实|坐实)|(?<![未没待不]\p{Script=Han}{0,2})证实/u;

/** A stretch of the sentence's text inside a frame. */
export interface Framed {
  kind: Kind;
  start: number;
  end: number;
}

const known = new WeakMap<Proof, Framed[]>();

/** The stretches of a sentence that are inside a frame. */
export function framesOf(proof: Proof): readonly Framed[] {
  const before = known.get(proof);
  if (before) return before;
  const frames = KINDS.flatMap((kind) =>
    Array.from(proof.text.matchAll(kind.opens)).flatMap(({ 0: cue, index }) => frameAt(index, cue, kind, proof) ?? []),
  );
  known.set(proof, frames);
  return frames;
}

function frameAt(start: number, cue: string, kind: Kind, proof: Proof): Framed | undefined {
  const at = proof.clauses.findIndex((one) => start >= one.start && start < one.end);
  const own = proof.clauses[at];
  if (!own || own.words.some((word) => word.isInName && start >= word.start && start < word.start + word.word.length))
    return undefined;
  // 沈若兰 and 主要是 set no condition.
  const isWord = own.words.some(({ word, start: from }) => from === start && (cue.length > 1 || word === cue));
  if (kind.isCondition && !isWord) return undefined;
  const end = start + cue.length;
  const isAlone = end >= own.end;
  if (NOUN.test(cue) && IS_THING.test(own.text.slice(0, start - own.start))) return undefined;
  // 村民要求,… and 接到举报,… speak of what is known; 网友称,… of what comes.
  if (isAlone && !SAYS.test(cue)) return undefined;
  if (/^(?:的|[、和与及])/u.test(proof.text.slice(end))) return undefined;
  const rest = proof.clauses.slice(at + 1).filter(({ section }) => section === own.section);
  if (kind.isSpeech && CONFIRMED.test(proof.text.slice(end))) return undefined;
  if (kind.isCondition) {
    // 可延长两小时,如果人数足够: the condition stands behind what it is of.
    const isLast = rest.length === 0;
    const first = isLast ? (proof.clauses[at - 1] ?? own) : own;
    return { kind, start: isLast ? first.start : start, end: goingOn(own, rest, true, true).end };
  }
  return { kind, start: end, end: goingOn(own, rest, kind.isSpeech === true || cue.endsWith(":")).end };
}

/** The last clause that still stands inside. */
function goingOn(own: ReadClause, rest: readonly ReadClause[], isAll: boolean, isCondition = false): ReadClause {
  let last = own;
  // 居民投诉噪音后,…: what comes then is told as it was.
  if (/[后时]$/u.test(own.text) && !isCondition) return own;
  for (const one of rest) {
    if (
      TURNS.test(one.text) ||
      (!isAll && /了|已/u.test(one.text)) ||
      (!isAll && !/^(?:并|且|还|也|又|甚至|从而)/u.test(one.text))
    )
      break;
    last = one;
  }
  return last;
}

/** Whether what is said of a frame's kind, told up to this place of the claim, keeps it. */
export function keeps(claim: string, { kind: { opens, keptBy } }: Framed): boolean {
  return keptBy.test(claim) || claim.search(new RegExp(opens.source, "u")) >= 0;
}
