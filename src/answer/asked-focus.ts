/**
 * 研讨会是在上海举办的吗?, 是2018年发起的吗?: whoever asks so knows that it was, and asks where or when. Read as that question,
 * it is answered by the true place. Expects folded text.
 */
import { findPlaces } from "../text/places.js";

const PLACE = /是(?:不是)?在(?<place>\p{Script=Han}{2,6}?)(?=(?:举办|举行|召开|发布|成立|开|办)的)/u;
const YEAR = /是(?:不是)?(?:在|从)?(?<year>(?:19|20)\d{2}年)(?=\p{Script=Han}{2,6}的)/u;
const YES_OR_NO = /(?:吗|么|吧)[?？]?$|是不是/u;

/** The question with the place or year that it wants confirmed left open; all others as they are. */
export function openFocus(question: string): string {
  if (!YES_OR_NO.test(question)) return question;
  const place = PLACE.exec(question)?.groups?.place;
  if (place !== undefined && findPlaces(place).length > 0) return withoutYesOrNo(question.replace(PLACE, "是在哪里"));
  return YEAR.test(question) ? withoutYesOrNo(question.replace(YEAR, "是哪一年")) : question;
}

function withoutYesOrNo(question: string): string {
  return question.replace(/(?:吗|么|吧)(?=[?？]?$)/u, "");
}
