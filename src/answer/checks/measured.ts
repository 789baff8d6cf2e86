/**
 * 个 for the measure word of a sentence: 1200个孩子 for 1200名孩子. 个 counts anything, so the word that it counts must be one
 * that the sentence's measure word counts: 45户家庭的孩子 are not 45个孩子, and 户, 家, 所 and 名 never stand for one another.
 */
import type { PlacedFigure } from "./counted.js";
import { followers } from "./segments.js";

const BODIES =
  "家庭|户|村庄?|县|省|市|区|镇|乡|街道|校|学院|小学|中学|大学|高中|初中|幼儿园|企业|公司|工厂|厂|机构|单位|协会|组织|医院|诊所|中心|银行|合作社|商店|店|馆|站|点|室|园|队|组|班|项目|课程";

/** What each measure word counts, by how the word for it ends. */
const COUNTED: Readonly<Record<string, RegExp>> = {
  人: new RegExp(`(?<!${BODIES})$`, "u"),
  户: /(?:家庭|人家|户|农民|居民|村民|牧民|渔民|商家|人)$/u,
  所: /(?:校|学院|院|小学|中学|大学|高中|初中|幼儿园|所|中心|园)$/u,
  家: /(?:企业|公司|厂|机构|单位|协会|组织|院|所|中心|银行|行|合作社|社|店|馆|场|会|团体|园)$/u,
};

/** Whether the measure words of both figures may count one thing. */
export function isMeasuredAlike(claimed: PlacedFigure, stated: PlacedFigure): boolean {
  const { unit } = stated.figure;
  if (unit === "个" && isCountedByAnything(claimed.figure.unit)) {
    const counted = followers(stated.figure, stated.clause).at(-1)?.word ?? "";
    return COUNTED[claimed.figure.unit]?.test(counted) ?? false;
  }
  if (claimed.figure.unit !== "个" || !isCountedByAnything(unit)) return true;
  const thing = followers(claimed.figure, claimed.clause).at(-1)?.word ?? "";
  return COUNTED[unit]?.test(thing) ?? false;
}

/** Whether 个 may stand for this unit, in front of the right thing. */
export function isCountedByAnything(unit: string): boolean {
  return unit in COUNTED;
}
