/**
 * A model's statement as it is checked: what only introduces it (据报道) is left out, and a clause that says nothing by
 * itself (截至2022年12月 · 李弘表示) is joined to the one it introduces, so that each clause is a claim of its own.
 */
import { SAYING } from "../text/saying.js";
import { leadOf } from "./checks/leads.js";
import { type KnownNames, type PlacedWord, type ReadClause, type Reading, readText } from "./reading.js";

/** Below this a clause is too light to be proven by itself; weights of `reading`. */
const MIN_WEIGHT = 0.9;
const SPEECH = new RegExp(`(?:${SAYING})(?:道|过)?$`, "u");
/** Who or what is named in it stays in the claim: 据温知夏介绍 says who said it. */
const INTRODUCTION =
  /^(?:(?:据|根据|按照|从)(?:上述|以上|该|这[篇份则些]|本|相关|有关|公开|官方|提供|现有|文章|新闻|报道|报告|通报|资料|材料|原文|数据|统计|消息|信息|内容|调查|文中|介绍|了解|所述|可知|来看|显示|指出|获悉|的|中|悉|,)+|文章(?:提到|指出|称|显示)?|(?:报道|资料)(?:提到|指出|称|显示)?|答|回答|答案|总之|综上(?:所述)?|此外|另外|同时|其中|具体来说|具体而言|简单来说|是的|当然)\s*[,:]\s*/u;

/** 没有,…: a bare answer before the statement that gives it; a negation must be said there too. */
const BARE_ANSWER =
  /^(?:(?<no>没有|还没有|尚未|并没有|并未|不是|并不是|不|不会|不能|没|还没|否|(?:不|没|未|尚未|还没)\p{Script=Han}{1,3})|是的?|对|可以|会|有)[,。:]\s*(?=.)/u;
const DENIES = /没|未|不(?![仅断同但])|无(?!偿)|尚待|仍待|仍在|正在|计划|拟|争取|力争|其余/u;

/** 三岁前植入的孩子, …: a subject that waits for what is said of it. */
const SUBJECT_ONLY = /^[^是有为了将把对由在通]{3,16}的\p{Script=Han}{2,4}$/u;

/** 在青龙县, …: where or when, before what happened there. */
const CIRCUMSTANCE = /^(?:(?:在|自|从|截至|到)[^,。;]{1,20}|(?:据|根据|按照)[^,。;]{1,40})$/u;

/** Reads a folded statement. */
export function readClaim(folded: string, known: KnownNames): Reading {
  const reading = readText(withoutBareAnswer(folded.replace(INTRODUCTION, "")), known);
  const clauses: ReadClause[] = [];
  let open: ReadClause | undefined;
  for (const clause of reading.clauses) {
    const joined = open ? join(open, clause, reading.text) : clause;
    open = isIntroducing(joined) ? joined : undefined;
    if (!open) clauses.push(joined);
  }
  if (open) {
    // 专门支持失能老人的送餐服务, at the end, is no subject that waits.
    const last = SUBJECT_ONLY.test(open.text) && open.words.some(isDeed) ? undefined : clauses.pop();
    clauses.push(last ? join(last, open, reading.text) : open);
  }
  return { ...reading, clauses };
}

function withoutBareAnswer(text: string): string {
  const answer = BARE_ANSWER.exec(text);
  if (!answer) return text;
  const rest = text.slice(answer[0].length);
  if (answer[0].length > 4 && !rest.includes(answer[0].replace(/[,。:]\s*$/u, ""))) return text;
  return (answer.groups?.no !== undefined) === DENIES.test(rest) ? rest : text;
}

function isDeed({ word, tag, weight }: PlacedWord): boolean {
  return word.length > 1 && weight > 0.3 && /^v(?!n)/u.test(tag);
}

function isIntroducing(clause: ReadClause): boolean {
  if (SPEECH.test(clause.text)) return true;
  const isSubject = SUBJECT_ONLY.test(clause.text) && !hasPredicate(clause);
  if (clause.figures.length === 0 && (isSubject || CIRCUMSTANCE.test(clause.text))) return true;
  const weight = clause.words.reduce((sum, word) => sum + word.weight, 0);
  const isTurned = (["up", "down", "negation"] as const).some((cue) => clause.cues.has(cue));
  // 质量控制由县医院负责: who does what is a claim of its own, however common its words.
  const saysWho = /由\p{Script=Han}{2,}/u.test(clause.text);
  return weight < MIN_WEIGHT && clause.figures.length === 0 && !isTurned && !saysWho;
}

/** 县医院承担各县的筛查工作 says who does what; 三岁前植入的孩子 waits for it. */
function hasPredicate(clause: ReadClause): boolean {
  const { words } = clause;
  const last = leadOf(clause).at(-1);
  return (
    last !== undefined &&
    words.some(
      ({ word, tag, start }, i) =>
        start > last.start && word.length > 1 && /^v(?!n)/u.test(tag) && words[i + 1]?.word !== "的",
    )
  );
}

function join(a: ReadClause, b: ReadClause, text: string): ReadClause {
  const words = [...a.words, ...b.words];
  return {
    text: text.slice(a.start, b.end),
    start: a.start,
    end: b.end,
    section: a.section,
    words,
    figures: [...a.figures, ...b.figures],
    times: [...a.times, ...b.times],
    cues: new Set([...a.cues, ...b.cues]),
  };
}
