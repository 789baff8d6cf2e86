/** To whom something is given is not who gives it (她把奖金捐给了母校 does not say 母校把奖金捐给了她). */
import type { ClauseCheck } from "./check.js";

const GIVEN = /(?<verb>[捐送赠卖借租寄让发还教转献交])(?:赠|送|让)?给了?(?<to>\p{Script=Han}{2})/gu;
const GIFT =
  "(?:资助|捐赠|支持|帮助|培训|补助|补贴|奖励|表彰|赞助|捐款|指导|救助|辅导|照料|服务)(?![班营课师员者队费金期站区]|学校|中心|基地|机构|项目|计划)";
/** 甲得到乙的资助, 乙为甲提供资助. */
const GIFTS: readonly RegExp[] = [
  new RegExp(`^(?<to>[^,。;]{2,20}?)(?:得到|获得|接受|收到|获)了?(?<from>[^,。;的]{2,16}?)的?(?<gift>${GIFT})`, "u"),
  new RegExp(
    `^(?<from>[^,。;]{2,16}?)(?:为|向|给|对)(?<to>[^,。;]{2,16}?)(?:提供|发放|给予|开展|进行)了?[^,。;]{0,10}?(?<gift>${GIFT})`,
    "u",
  ),
];
const HANDS = "捐|赠|送|交|借|卖|转|还|发|让|分";
/** 甲把一半奖金捐给乙, 甲捐出一半奖金给乙. */
const HANDED: readonly RegExp[] = [
  /^(?<from>[^,。;]{2,12}?)[把将][^,。;]{1,14}给了?(?<to>[^,。;]{2,10})/u,
  new RegExp(`^(?<from>[^,。;]{2,12}?)(?:${HANDS})[^,。;]{1,14}给了?(?<to>[^,。;]{2,10})`, "u"),
];
const GIVES = new RegExp(`^(?<from>[^,。;被由获得受]{2,16}?)(?<gift>${GIFT})了?(?<to>[^,。;]{2,24})`, "u");

/** Who gives and who receives, whichever way it is told. */
function giftOf(text: string): Record<"from" | "to" | "gift", string> | undefined {
  const groups = [...GIFTS, GIVES].map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  const handed = HANDED.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (handed) return { from: handed.from ?? "", to: handed.to ?? "", gift: "给" };
  return groups && { from: groups.from ?? "", to: groups.to ?? "", gift: groups.gift ?? "" };
}

function givesTheSameWay({ clause, proof }: ClauseCheck): boolean {
  const own = giftOf(clause.text);
  if (!own) return true;
  const words = clause.words.filter(({ weight, word }) => weight > 0.3 && word.length > 1);
  const share = (a: string, b: string) => words.filter(({ word }) => a.includes(word) && b.includes(word)).length;
  return proof.clauses.every(({ text }) => {
    const told = giftOf(text);
    if (told?.gift !== own.gift) return true;
    const turned = share(own.from, told.to) * share(own.to, told.from);
    return turned === 0 || share(own.from, told.from) + share(own.to, told.to) > turned;
  });
}

const RECEIVES = /[获收得接]|被|领|由/u;

export function receiversReceive(check: ClauseCheck): boolean {
  const { clause, proof } = check;
  if (!givesTheSameWay(check)) return false;
  if (RECEIVES.test(clause.text)) return true;
  return Array.from(proof.text.matchAll(GIVEN)).every(({ groups: { verb = "", to = "" } = {} }) => {
    const [receiver, deed] = [clause.text.indexOf(to), clause.text.indexOf(`${verb}给`)];
    return receiver < 0 || deed < 0 || receiver > deed || proof.text.indexOf(to) < proof.text.indexOf(`${verb}给`);
  });
}
