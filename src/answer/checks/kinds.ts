/** One of a kind for another: 上游 for 下游, 男 for 女, 现在 for 以前. */
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";

const KINDS: readonly (readonly string[])[] = [
  ["男", "女"],
  ["城市", "农村", "乡村"],
  ["早期", "晚期"],
  ["白天", "夜间"],
  ["国内", "国外"],
  ["线上", "线下"],
  ["公办", "民办"],
  ["小学", "中学", "大学", "高中", "初中"],
  ["新建", "改建", "扩建"],
];

const PAST = /以前|过去(?!的?[\d一二三四五六七八九十])|从前|原来|原先/u;

const PRESENT = /现在|目前|如今/u;

/** 现在 of what the sentence tells of 以前, which holds until it says 现在. */
export function isOfOtherTime(claim: string, holder: ReadClause, { clauses }: Proof): boolean {
  const told = clauses
    .slice(0, clauses.indexOf(holder) + 1)
    .findLast(({ text }) => PAST.test(text) || PRESENT.test(text));
  if (!told || PAST.test(told.text) === PRESENT.test(told.text)) return false;
  return PAST.test(told.text) ? PRESENT.test(claim) && !PAST.test(claim) : PAST.test(claim) && !PRESENT.test(claim);
}

/** Sides of the same thing: 上游 and 下游, 南岸 and 北岸. */
const SIDE_OF = /[东南西北上中下左右](?<thing>[岸侧部区游线段半])/gu;

function sidesOf(text: string): { side: string; thing: string }[] {
  return Array.from(text.matchAll(SIDE_OF), ({ 0: side, groups: { thing = "" } = {} }) => ({ side, thing }));
}

/** 上游 for 下游: one of a kind where what is retold has only another. */
export function takesContrary(claim: string, told: string): boolean {
  const sides = sidesOf(told);
  const isOtherSide = sidesOf(claim).some(
    ({ side, thing }) => !told.includes(side) && sides.some((one) => one.thing === thing && !claim.includes(one.side)),
  );
  if (isOtherSide) return true;
  return KINDS.some((kind) => {
    const own = kind.filter((one) => claim.includes(one));
    const others = kind.filter((one) => told.includes(one));
    return own.length > 0 && others.length > 0 && !own.some((one) => others.includes(one));
  });
}
