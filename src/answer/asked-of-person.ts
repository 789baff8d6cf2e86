/**
 * 孙国华多大年纪?: an age, a birthplace or a telephone number that stands near somebody's name may be anybody's. It is his
 * only where the sentence names him, or goes on about him. Expects folded text.
 */
import { findSubjectPerson } from "../text/person-names.js";
import { asksForAttribute, statesAskedAttributes } from "./attributes.js";

const GOES_ON = /^[“"]?(?:他|她|其(?![中他余实它]))/u;

/** Whether a sentence may give it; true when the question asks for no such thing of a person. */
export function mayBeOfPerson(question: string, sentence: string): boolean {
  const person = asksForAttribute(question) ? findSubjectPerson(question) : undefined;
  if (person === undefined) return true;
  return statesAskedAttributes(question, sentence) && (sentence.includes(person) || GOES_ON.test(sentence));
}
