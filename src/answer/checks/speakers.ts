/** Who says it: of several that speak in one sentence, or of somebody who thinks so, none is given another's words. */
import { SAYING } from "../../text/saying.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isOwner } from "./told.js";

/** 补充了空缺 and 介绍了成效 are no speech. */
const SAID = new RegExp(
  `(?<who>[^,。;:]*?)(?:(?:${SAYING}|觉得|相信|主张|承认)(?:道|过)?$|(?:认为|觉得|表示|称|说|坦言|透露|指出|强调|承认)(?![了明法服]))`,
  "u",
);

export function speakersKeepTheirWords({ clause, proof }: ClauseCheck): boolean {
  const own = speakerOf(clause);
  if (own.length === 0) return true;
  const speeches = proof.clauses.filter((one) => speakerOf(one).length > 0);
  if (speeches.length === 0) return true;
  const said = clause.words.filter(({ start }) => start > (own.at(-1)?.start ?? 0));
  const isHeldBy = (from: number, to: number) =>
    said.filter(
      ({ word, weight }) =>
        weight > 0.3 && proof.clauses.some((one) => one.start >= from && one.end <= to && holdsWord(one.text, word)),
    ).length;
  const parts = speeches.map((one, i) => ({
    speaker: speakerOf(one),
    held: isHeldBy(one.start, speeches[i + 1]?.start ?? proof.text.length),
  }));
  const most = Math.max(...parts.map(({ held }) => held));
  if (most === 0) return true;
  const isOwn = ({ speaker }: (typeof parts)[number]) =>
    speaker.some(({ word }) => own.some((one) => holdsWord(word, one.word) || holdsWord(one.word, word)));
  const isKnown = own.some(({ word }) => proof.text.includes(word));
  return !isKnown || parts.some((part) => part.held === most && isOwn(part));
}

/** Who speaks at the beginning of a clause; empty where nobody does. */
function speakerOf(clause: ReadClause): PlacedWord[] {
  const who = SAID.exec(clause.text)?.groups?.who;
  if (who === undefined || who === "") return [];
  return clause.words.filter((word) => word.start < clause.start + who.length && isOwner(word));
}
