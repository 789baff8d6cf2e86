/**
 * What all of them have together is not what one has: of 向甘肃、云南、贵州三省捐赠86.5万册 and 全国13个省25个县 a question about 甘肃 gets
 * neither figure.
 */
import { foldText } from "../text/normalize.js";
import { findPlaces, namesPlace } from "../text/places.js";
import type { Question } from "./question.js";

const AND = "(?:、|和|与|及|以及|,)";
/** So many places of one kind (13个省, 5个贫困县); 村级网点 counts none. */
const MANY = /(?:[\d二三四五六七八九十两多几]+|各)个?(?:\p{Script=Han}{0,3}?)(?<kind>[省市州县区乡镇村])(?![级域])/gu;
/** From the widest to the narrowest. */
const KINDS: readonly string[] = ["省", "市州", "县区", "乡镇", "村"];
const EACH = /各(?![省地界类种])|分别|均为|其中/u;

/** Whether a sentence tells the figure of more places than the one that the question asks about. */
export function isOfWiderPlaces({ kind, content, folded }: Question, sentence: string): boolean {
  if (kind !== "number") return false;
  const asked = findPlaces(content);
  if (asked.length !== 1 || EACH.test(sentence)) return false;
  const [place = ""] = asked;
  const text = foldText(sentence);
  if (!namesPlace(text, place)) return findPlaces(text).length === 0 && speaksOfMany(text, place, folded);
  const others = findPlaces(text).filter((other) => other !== place && !folded.includes(other));
  return others.some((other) => standSideBySide(place, other, text)) && text.split(place).length === 2;
}

/** Of the whole country, or of several places of the kind that is asked about or a wider one, when the question does not. */
function speaksOfMany(text: string, place: string, question: string): boolean {
  if (/全国|各地|多地/u.test(question) || question.replaceAll(/多少个?|几个?/gu, "?").match(MANY)) return false;
  const suffix = question.charAt(question.indexOf(place) + place.length);
  const kind = Math.max(
    0,
    KINDS.findIndex((kinds) => suffix !== "" && kinds.includes(suffix)),
  );
  const isAsWide = ({ groups }: RegExpMatchArray) =>
    KINDS.findIndex((kinds) => kinds.includes(groups?.kind ?? " ")) <= kind;
  return text.includes("全国") || Array.from(text.matchAll(MANY)).some(isAsWide);
}

/** 甘肃、云南 and 云南省和甘肃省. */
function standSideBySide(a: string, b: string, text: string): boolean {
  const pair = (first: string, second: string) =>
    new RegExp(`${first}[省市县区州乡镇村]?${AND}${second}`, "u").test(text);
  return pair(a, b) || pair(b, a);
}
