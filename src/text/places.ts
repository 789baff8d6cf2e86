/**
 * Places that a text names: what a question about one place must find in an article before figures of it are an answer.
 * Known places by a list, unknown ones by their form (云溪县). Finds candidates; does not prove that a word is one.
 */
import { keepResults } from "./keep-results.js";
import { PLACE_NAMES } from "./place-names.js";
import { cutWords, tagWords } from "./tokens.js";
import { wordRarity } from "./word-rarity.js";

/** Words for a kind of place that stand behind its name. */
const SUFFIX = /(?<stem>\p{Script=Han}{2})(?=(?<suffix>[省市县镇乡村])(?<next>.?))/gu;
/** 县域, 市场 and 乡村 are words, whatever stands before them. */
const OTHER_WORD = /^(?:.[域场级]|乡村)$/u;
/** 看|乡村 names no place: what the stem ends in and the suffix are one word for a kind of place. */
const KIND_OF_PLACE = /^(?:乡[村镇]|城[市镇乡]|村[镇庄]|市[县区镇])$/u;
/** A stem that is as common as this is a word (贫困县, 示范村), not a name; 0 to 1. */
const MIN_STEM_RARITY = 0.75;
const KNOWN_STEM_RARITY = 0.6;
/** Characters that no place name ends or begins with, and that stand before a suffix in 每个县, 哪几省, 全市. */
const NO_NAME = /[个各全本该哪几些两多少的在是每到了和与及或不年月日一二三四五六七八九十]/u;
/** A last character and a suffix that are a word by themselves (全国|城市) are no end of a name; 0 to 1. */
const MAX_WORD_RARITY = 0.6;
/** Everywhere, or any place at all: no article has to name them. */
const NO_PLACE = new Set(
  "中国 全国 国内 我国 当地 城市 都市 城乡 乡村 农村 村镇 乡镇 市县 县市 省市 地区 本地".split(" "),
);

/** News in Chinese calls these by one character (在京, 来沪). */
const SHORT_NAMES: Readonly<Record<string, string>> = { 北京: "京", 上海: "沪", 天津: "津", 重庆: "渝" };

/**
 * Names of places without their suffix, each once.
 * @param text folded.
 * @example findPlaces("白沙县和云南省") // ["白沙", "云南"]
 */
export const findPlaces: (text: string) => readonly string[] = keepResults(readPlaces, 1000);

function readPlaces(text: string): string[] {
  const known = cutWords(text).flatMap((word) => [word, word.slice(0, -1)].find((name) => PLACE_NAMES.has(name)) ?? []);
  const formed = Array.from(text.matchAll(SUFFIX)).flatMap(({ groups: { stem = "", suffix = "", next = "" } = {} }) => {
    if (OTHER_WORD.test(suffix + next)) return [];
    const last = stem.slice(-1) + suffix;
    const endsInWord = KIND_OF_PLACE.test(last) || wordRarity(last) < MAX_WORD_RARITY;
    return NO_NAME.test(stem) || endsInWord || !isNameOfPlace(stem, suffix) ? [] : [stem];
  });
  return Array.from(new Set([...known, ...formed])).filter((stem) => !NO_PLACE.has(stem));
}

/** By its rarity; less will do for what the dictionary knows as a place (石门乡), much less for none (中心镇). */
function isNameOfPlace(stem: string, suffix: string): boolean {
  const rarity = wordRarity(stem);
  if (rarity >= MIN_STEM_RARITY || rarity < KNOWN_STEM_RARITY) return rarity >= MIN_STEM_RARITY;
  const [first, ...others] = tagWords(stem + suffix);
  return first !== undefined && (others.length === 0 ? first.tag === "ns" : /^n[sz]$/u.test(first.tag));
}

/** Whether a text names a place, also by its short name. Both folded. */
export function namesPlace(text: string, place: string): boolean {
  const short = SHORT_NAMES[place];
  return text.includes(place) || (short !== undefined && text.includes(short));
}
