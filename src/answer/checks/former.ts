/** What was once is not told as what is: 曾任秘书长 and 原秘书长 do not say 是秘书长, nor 过去靠打鱼为生 that they do. */
import { POSTS } from "../../text/titles.js";
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";

const HELD = /曾经?(?:任|担任|出任|兼任|是|当)|曾于[^,。;]{1,12}任|卸任|离任|辞去|前身[是为]/gu;
/** 原基金会秘书长, 前海洋馆馆长; but 前来, 原定. */
const FORMER = new RegExp(
  `(?<![\\p{Script=Han}])(?:原|前)(?![来往后定本有因则者述提面期年所沿景身线端台去辈途言几两三])(?<what>\\p{Script=Han}{0,16}?(?:${POSTS}))`,
  "gu",
);
const POST = new RegExp(POSTS, "gu");
const KEEPS_POST = /曾|原|前|时任|卸任|离任|辞去|过去|以往|当时|一度/u;

const ONCE = /^(?:过去|以前|从前|原来|原先|早年|当年|那时|昔日)(?!的?[\d一二三四五六七八九十两几数]|的)/u;
const KEEPS_ONCE = /过去|以前|从前|原|早年|当年|那时|昔日|曾|当时|此前|之前|一度|了|过/u;

export function formerStaysFormer({ clause, proof }: ClauseCheck): boolean {
  if (!KEEPS_POST.test(clause.text)) {
    const former = [
      ...Array.from(proof.text.matchAll(FORMER), ({ groups: { what = "" } = {} }) => what),
      ...Array.from(proof.text.matchAll(HELD), ({ index }) => /^[^,。;]*/u.exec(proof.text.slice(index))?.[0] ?? ""),
    ];
    const rest = former.reduce((text, one) => text.replace(one, "\n"), proof.text);
    const posts = Array.from(clause.text.matchAll(POST), ([post]) => post);
    const isOnlyFormer = (what: string) => !rest.includes(what) && former.some((one) => one.includes(what));
    if (posts.some(isOnlyFormer)) return false;
    // 曾是矿工: whatever else somebody was.
    const isTold = /[是任当](?!时|地|年)/u.test(clause.text);
    if (isTold && clause.words.some(({ word, tag, weight }) => weight > 0 && tag.startsWith("n") && isOnlyFormer(word)))
      return false;
  }
  const [best] = retold(clause, proof);
  if (best && !beginningIsKept(clause, best, proof)) return false;
  if (!best || KEEPS_ONCE.test(clause.text) || clause.times.length > 0) return true;
  const before = proof.clauses[proof.clauses.indexOf(best) - 1];
  // 过去,…: the word stands in a clause of its own.
  const isOnce = ONCE.test(best.text) || (before !== undefined && before.text.length < 4 && ONCE.test(before.text));
  return !isOnce;
}

const AT_FIRST = /最初|起初|当初|一开始|刚开始|原先/u;
const CHANGED = /后来|随后|现在|目前|如今|年起|月起|日起|增加|改为|改成|扩大|扩展|又/u;

/** 最初只供应牛奶,2022年起增加了水果: neither 只供应牛奶 nor 最初供应水果. */
function beginningIsKept(clause: ReadClause, best: ReadClause, { clauses, text }: Proof): boolean {
  const first = clauses.find((one) => AT_FIRST.test(one.text));
  const later = clauses.filter((one) => first && one.start > first.start);
  if (!first || !later.some((one) => CHANGED.test(one.text))) return true;
  if (!AT_FIRST.test(clause.text)) return best !== first || /[从由]/u.test(clause.text);
  return !clause.words.some(
    ({ word, weight }) => weight > 0.3 && later.some((one) => one.text.includes(word)) && text.split(word).length === 2,
  );
}
