/** What is still negotiated, examined or left to be decided is not told as settled (方案仍在论证, 有待评估后决定). */
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";

const UNDECIDED =
  /论证(?:中|当中|阶段)|(?:仍在?|还在|尚在|正在?)(?:[^,。;]{0,4})?(?:论证|协商|商议|商讨|洽谈|商谈|磋商|谈判|评估|研究|讨论|探讨|审批|审议|征求|征集|公示|走程序)|征求意见|有待|待定|待批|未定|(?:尚未|还没有?|仍未)(?:最终)?(?:确定|敲定|决定|明确|批准|通过)|再(?:行)?(?:决定|确定)|是否|能否|会不会/u;
const KEEPS =
  /(?:论证|协商|商议|商讨|洽谈|商谈|磋商|谈判|评估|研究|讨论|探讨|审批|审议|征求|征集|公示)(?!后|完|结束|通过|[,。]*将)|有待|待|未|尚|是否|能否|会不会|可能|没有|再决定/u;
/** Words of settling, which a claim about what is open may only deny. */
const SETTLED = /已(?:经)?(?:确定|敲定|决定|商定|通过|批准|公布|达成|签[订署约])|决定(?:了|在)/u;

export function undecidedStaysOpen({ clause, claim, proof }: ClauseCheck): boolean {
  const [best] = retold(clause, proof);
  if (!best) return true;
  const open = best.text.search(UNDECIDED);
  if (open < 0) return true;
  if (SETTLED.test(claim.text) && !SETTLED.test(proof.text)) return false;
  return KEEPS.test(claim.text);
}
