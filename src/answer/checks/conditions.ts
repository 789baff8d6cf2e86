/**
 * A rule's conditions go together: what is given to those who are 年满60周岁且家庭困难 is not told of all who are 年满60周岁. A claim
 * that speaks of such people at all names every condition, or says that there are some (符合条件的).
 */
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isIn } from "./counted.js";

/** One condition: the words between a preposition or the beginning and what they are said of. Places are the sentence's. */
interface Condition {
  start: number;
  end: number;
  /** Who or what must be so; empty where the clause ends in 的. */
  head: string;
  /** Without it there is nothing (年满70岁才能享受), so that what is had is not told without it. */
  isRequired: boolean;
}

const GROUP =
  /(?:人|者|员|户|民|生|童|师|子|女|农|工|手|家庭|老人|患者|单位|企业|食堂|机构|村|项目|作品|学校|医院|组织|店|社|团队|家长|青年|妇女|[男女]性|[男女]童)$/u;
const TO_WHOM = /^(?:对|对于|凡|凡是|给|为|向|只要|如|如果|若|经)$/u;
/** A sentence that says what somebody gets or must do, and not what once happened. */
const RULE =
  /可(?![能见靠爱惜])|每[人户月年次天名学期]|补[助贴偿]|奖|减免|免[费除息]|的按|给予|享受|领取|资助|报销|须|需|应当|必须|不得|才能|优先/u;
const GIVES = /^(?:按|按照|给予|发放|提供|予以|实行|免除|减免|补助|补贴|资助|奖励|每)$/u;
const MAY = /^(?:可|可以|能|须|须|需|应|必须|应当|免费|免|均可|均|每|凭)$/u;
const MEETS = /(?:符合|满足|达到|具备)[^,。;]{0,6}(?:条件|要求|标准|规定)/u;
const SUFFICES = /即可|便可|就可以?|就能|就行|只需/u;
/** 年满70岁|才能|享受. */
const ONLY_THEN = /^(?:才能|方可|方能|才可|才可以)$/u;
/** Where somebody is from narrows nothing in a report about that place. */
const WHERE = /^(?:本|该|全|当地|我)?[省市县区镇乡村校]?$|^(?:本[省市县区镇乡村校地]|当地|全[省市县区镇乡村校])$/u;

export function conditionsAreKept({ clause, claim, proof }: ClauseCheck): boolean {
  if (SUFFICES.test(claim.text) && !SUFFICES.test(proof.text)) return false;
  if (MEETS.test(claim.text)) return true;
  return conditionsOf(proof).every((condition) => isWhole(condition, clause, claim, proof));
}

/** Whether the claim keeps all of a condition or speaks of none who must fulfil it. */
function isWhole(condition: Condition, clause: ReadClause, claim: Reading, proof: Proof): boolean {
  const items = itemsOf(condition, proof);
  if (items.length === 0) return true;
  const rest = proof.text.slice(0, condition.start) + proof.text.slice(condition.end);
  const isTold = (word: string) => holdsWord(claim.text, word) || (word.length > 2 && isIn(word, claim.text));
  const told = items.map((item) => (typeof item === "string" ? isTold(item) : holdsFigure(claim, item)));
  if (told.every(Boolean)) return true;
  const hasOwn = items.some((item, i) => told[i] && (typeof item !== "string" || !rest.includes(item)));
  const namesHead = condition.head !== "" && clause.text.includes(condition.head);
  if (!hasOwn && !namesHead && !condition.isRequired) return true;
  // Who they are and what became of them may be told without what is given to them.
  return !tellsMore(clause, condition, proof);
}

/** Whether the clause takes something from outside the condition. */
function tellsMore(clause: ReadClause, condition: Condition, { clauses }: Proof): boolean {
  const { start, end, head, isRequired } = condition;
  const isOutside = (one: { start: number }) => one.start >= end || (one.start < start && !isRequired);
  // What must be so for one thing need not be so for another: 满一年的加5分;满两年的另可报销.
  const section = clauses.find((one) => one.end > start)?.section;
  const near = isRequired ? clauses.filter((one) => one.section === section) : clauses;
  const outside = near.flatMap((one) => one.words).filter(isOutside);
  return (
    outside.some(({ word, weight }) => weight > 0.3 && !head.includes(word) && holdsWord(clause.text, word)) ||
    clause.figures.some(({ value }) =>
      near.some(({ figures }) => figures.some((one) => one.value === value && isOutside(one))),
    )
  );
}

type Item = string | { value: number; unit: string };

/** What a condition says: its content words and its figures. */
function itemsOf({ start, end }: Condition, { clauses }: Proof): Item[] {
  const isInside = (one: { start: number }) => one.start >= start && one.start < end;
  const words = clauses.flatMap((one) => one.words).filter(isInside);
  const heavy = words.filter(({ weight, word }) => weight > 0.3 && !WHERE.test(word) && !/^(?:年满|同时)$/u.test(word));
  const figures = clauses.flatMap((one) => one.figures).filter(isInside);
  return [...heavy.map(({ word }) => word), ...figures.map(({ value, unit }) => ({ value, unit }))];
}

function holdsFigure({ clauses }: Reading, { value, unit }: { value: number; unit: string }): boolean {
  const told = clauses.flatMap(({ figures }) => figures);
  // 24个月 for 两年 is compared by what stands for the whole claim.
  return told.some((one) => one.value === value || (unit !== one.unit && one.value === value * 12));
}

const known = new WeakMap<Proof, Condition[]>();

function conditionsOf(proof: Proof): Condition[] {
  const before = known.get(proof);
  if (before) return before;
  const found = proof.clauses.flatMap((clause, i) => {
    const next = proof.clauses[i + 1];
    const rule = next?.section === clause.section ? clause.text + next.text : clause.text;
    return RULE.test(rule) ? findConditions(clause, next) : [];
  });
  known.set(proof, found);
  return found;
}

function findConditions(clause: ReadClause, next: ReadClause | undefined): Condition[] {
  const { words } = clause;
  const then = words.find(({ word }) => ONLY_THEN.test(word));
  if (then) return [{ start: clause.start, end: then.start, head: "", isRequired: true }];
  const each = words.find(({ word }, i) => word === "每" && /^(?:v|p|d)/u.test(words[i + 1]?.tag ?? ""));
  if (each) return [{ start: each.start, end: clause.end, head: "", isRequired: false }];
  const found: Condition[] = [];
  const marker = words.findIndex(({ word }) => TO_WHOM.test(word));
  const from = words[marker + 1];
  if (!from) return [];
  for (const [i, word] of words.entries()) {
    if (word.word !== "的" || word.start < from.start) continue;
    const head = headBehind(words, i);
    if (head !== "" && GROUP.test(head)) found.push({ start: from.start, end: word.start, head, isRequired: false });
    // 三年内还清的|免息: whoever does so, without a word for him.
    else if (head === "" && isResult(words[i + 1]) && hasLimit(words.slice(0, i)))
      found.push({ start: from.start, end: word.start, head: "", isRequired: true });
    else if (i === words.length - 1 && next?.section === clause.section)
      found.push({ start: from.start, end: word.start, head: "", isRequired: hasLimit(words) });
    break;
  }
  const isCounted = clause.figures.some(
    ({ start, end, unit }) => unit !== "岁" && from.start >= start && from.start < end,
  );
  const who = words.findIndex(
    ({ word }, i) => i > 1 && i < 6 && /\p{Script=Han}者$/u.test(word) && words[i + 1] !== undefined,
  );
  const last = words[who];
  if (found.length === 0 && last && hasLimit(words.slice(0, who)))
    return [{ start: from.start, end: last.start, head: "", isRequired: true }];
  const bare = found.length === 0 && !isCounted ? bareGroup(words, marker) : undefined;
  return bare ? [bare] : found;
}

function isResult(next: PlacedWord | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:按|按照|免.*|可|可以|每.*|不.*|须|需|应|给予|减.*|另.*|由|则|享受|奖励|补.*)$/u.test(next.word)
  );
}

function hasLimit(words: readonly PlacedWord[]): boolean {
  return words.some(({ word }) =>
    /^(?:超过|超出|未|满|年满|不满|不足|低于|高于|达到|以内|内|以上|以下|逾期|未满|连续)$/u.test(word),
  );
}

/** 退休|教师 behind 的. */
function headBehind(words: readonly PlacedWord[], of: number): string {
  let head = "";
  for (const { word, tag, weight } of words.slice(of + 1)) {
    if (!/^(?:n|vn|b|j|l|x)/u.test(tag) || weight === 0) break;
    head += word;
    if (GROUP.test(word)) break;
  }
  return head;
}

/** 对|低收入确诊患者|按…, 低保家庭学生|可…: a group narrowed without 的. */
function bareGroup(words: readonly PlacedWord[], marker: number): Condition | undefined {
  const end = words.findIndex(
    ({ word }, i) => i > marker + 1 && (marker >= 0 ? GIVES.test(word) || MAY.test(word) : MAY.test(word)),
  );
  const head = words[end - 1];
  const first = words[marker + 1];
  if (!head || !first || end - marker > 8 || head === first || !GROUP.test(head.word) || head.isInName)
    return undefined;
  const group = words.slice(marker + 1, end);
  if (group.some(({ tag, word }) => /^(?:nr|ns|nt|r|q)/u.test(tag) || /^[、的了每各]/u.test(word))) return undefined;
  return { start: first.start, end: head.start, head: head.word, isRequired: false };
}
