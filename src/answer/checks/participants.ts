/**
 * Who does something and to whom, told by the order of words: what stands before a verb does it, what stands behind it or
 * behind 把, 向, 给 has it done to it, and 被, 由 and 受到 turn the two round.
 */
import type { PlacedWord, ReadClause } from "../reading.js";

/** A verb with those who take part in it; both lists may be empty. */
export interface Dealing {
  verb: string;
  /** With what is said of them: of 企业捐赠的物资 both nouns. */
  doers: PlacedWord[];
  /** The doers themselves. */
  heads: PlacedWord[];
  /** To whom or what it is done, for or from whom. */
  targets: PlacedWord[];
}

/** What a clause deals with; `subject` is that of its first verb, which clauses without one go on with. */
export interface Dealings {
  dealings: Dealing[];
  subject: PlacedWord[];
}

/** The subject suffers it. */
const PASSIVE = /^(?:被|由|受|遭)$/u;
const RECEIVES = /^(?:受到|遭到|遭受|得到|获得|接受|获|享受)$/u;
const TO_OR_FROM = /^(?:把|将|向|给|为|对|替|从|由)$/u;
const ASIDE =
  /^(?:在|用|以|按|按照|据|根据|因|因为|由于|通过|经|经过|比|较|自|随着|除|除了|关于|就|于|围绕|作为|截至)$/u;
/** They begin another deed of the same subject. */
const GOES_ON = /^(?:后|并|并且|且|再|还|又|以|以便|来|去)$/u;
/** Verbs that deal with nobody, or only carry another. */
const LIGHT =
  /^(?:是|有|为|在|到|来|去|要|能|会|可|可以|能够|应|应该|需|需要|想|让|使|令|上|下|出|入|回|起|成|等|如|像|属于|成为|作为|达到|进行|开始|继续|没有|无|位于|累计|共计|合计|总计|预计|连续|联合)$/u;

const known = new WeakMap<ReadClause, Dealings>();

/** A clause of a sentence is held against many claims. */
export function dealingsOf(clause: ReadClause): Dealings {
  const before = known.get(clause);
  if (before) return before;
  const found = findDealings(clause.words);
  known.set(clause, found);
  return found;
}

/** What has been read of a deed so far. */
interface Open {
  subject: PlacedWord[];
  /** From where in `subject` its heads stand. */
  headFrom: number;
  /** Named by a preposition or made the sufferer by 被. */
  marked: PlacedWord[];
  place: "subject" | "marked" | "object" | "aside";
  isReceived: boolean;
  last?: Dealing;
}

const start = (): Open => ({ subject: [], headFrom: 0, marked: [], place: "subject", isReceived: false });

function findDealings(words: readonly PlacedWord[]): Dealings {
  const dealings: Dealing[] = [];
  let first: PlacedWord[] | undefined;
  let open = start();
  for (const [i, placed] of words.entries()) {
    const { word } = placed;
    const [last, next] = [words[i - 1], words[i + 1]];
    // Joined clauses leave out the mark between them.
    if (last && last.start + last.word.length < placed.start) open = start();
    if (placed.isInName) take(placed, open);
    else if (PASSIVE.test(word) && next && !/^[mt]/u.test(next.tag) && !isWhence(word, next, words.slice(i + 1))) {
      open = { ...start(), marked: [...open.marked, ...open.subject] };
    } else if (RECEIVES.test(word)) {
      open = { ...start(), marked: [...open.marked, ...open.subject], isReceived: true };
    } else if (GOES_ON.test(word) && open.isReceived) open = { ...start(), subject: open.marked };
    else if (TO_OR_FROM.test(word) && !(word === "将" && /^[vdp]/u.test(next?.tag ?? ""))) {
      open.place = open.place === "object" && word === "给" ? "object" : "marked";
    } else if (ASIDE.test(word)) open.place = "aside";
    else if (word === "的") endModifier(open);
    else if (isDeed(placed, last, next, open)) {
      const own: Dealing = {
        verb: word,
        // 组织农民采摘茶叶: those whom the verb before is done to may do this.
        doers: [...open.subject, ...(open.last?.targets ?? [])],
        heads: open.last
          ? [...open.last.targets, ...open.subject.slice(open.headFrom)]
          : open.subject.slice(open.headFrom),
        targets: [...open.marked],
      };
      dealings.push(own);
      first ??= open.subject;
      open = { ...open, marked: [], place: "object", last: own };
    } else if (isNoun(placed)) take(placed, open);
  }
  return { dealings, subject: first ?? open.subject };
}

/** 由重庆搬到成都 says from where, 由司机送到医院 by whom. */
function isWhence(word: string, next: PlacedWord, rest: readonly PlacedWord[]): boolean {
  return word === "由" && !isActor(next) && rest.some(({ word: other }) => /[往到至]$/u.test(other));
}

/** Somebody or a body that can do something to another, told by how the word ends. */
export function isActor({ word, tag }: PlacedWord): boolean {
  return ACTOR.test(word) || tag.startsWith("nr");
}

const ACTOR =
  /(?:人|员|者|生|师|民|工|户|农|长|童|子|友|客|贩|手|商|父亲|母亲|爸|妈|爷|奶|哥|姐|弟|妹|夫|妻|女儿|公司|集团|基金会|银行|法院|医院|学校|政府|局|厅|委|企业|工厂|厂|合作社|协会|机构)$/u;

function take(word: PlacedWord, open: Open): void {
  if (open.place === "subject") open.subject.push(word);
  else if (open.place === "marked") open.marked.push(word);
  else if (open.place === "object") open.last?.targets.push(word);
}

/** 企业捐赠|的|物资: what follows is the head of all before, and the subject of what comes. */
function endModifier(open: Open): void {
  if (open.place === "marked" || open.place === "aside" || (open.place === "object" && open.last?.targets.length))
    return;
  open.headFrom = open.subject.length;
  if (open.place === "object") open.place = "subject";
  delete open.last;
}

function isNoun({ word, tag, weight }: PlacedWord): boolean {
  return weight > 0.2 && /^(?:n|x|j|l|s|vn|an|zg)/u.test(tag) && /\p{Script=Han}/u.test(word);
}

function isDeed(
  { word, tag }: PlacedWord,
  last: PlacedWord | undefined,
  next: PlacedWord | undefined,
  { subject, marked, last: before }: Open,
): boolean {
  if (LIGHT.test(word)) return false;
  // 慰问了独居老人: behind 了 comes to whom it was done, and how they live.
  if (/^v(?!n)/u.test(tag)) return !(last?.tag.startsWith("u") && last.word !== "的" && next?.tag.startsWith("n"));
  if (before || subject.length + marked.length === 0 || !/^v?n$/u.test(tag)) return false;
  // 教师辅导学生: what the dictionary takes for a noun is the deed before 了, and between two others.
  if (/^u[lgz]$/u.test(next?.tag ?? "")) return true;
  const isBetween = /^(?:n|x|d|j|v)/u.test(last?.tag ?? "") && /^(?:n|x|j|m|p|a|v)/u.test(next?.tag ?? "");
  return isBetween && (tag === "vn" || /^(?:资助|照料)$/u.test(word));
}
