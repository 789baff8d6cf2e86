/**
 * Of whom something is said: each clause of a sentence is about its own subject, else about the one that the sentence has
 * been about so far. A claim may not take a word or a figure from a clause that is about somebody else (甲负责护理;乙负责代购
 * does not say 乙负责护理), nor give what is said of one to another whom only the sentences before name.
 */
import { ORGANISATION_KIND } from "../../text/organisations.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { goesOn, speaksOf } from "./carried-subject.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord, isJoinedBy, sharesTotal, stands } from "./conjuncts.js";
import { isIn } from "./counted.js";
import { leadOf } from "./leads.js";
import { isSameFigure } from "./same-figure.js";
import { ATTRIBUTE, isOwner, type Told, toldBy } from "./told.js";

import { FREE } from "./wording.js";

/** What a clause goes on about although the sentence has another subject: 启动“双师课堂”,覆盖30所学校. */
const CREATES =
  /启动|发起|推出|设立|建立|建成|开设|发布|成立|举办|签订|实施|开展|开发|设计|制定|组建|上线|创办|举行|召开|举办/u;

/** Those whom somebody trains or supports have the sales and incomes that are told next. */
const RAISES = /孵化|培育|培训|培养|扶持|帮助|带动|资助|支持|招募/u;

/** Whether nothing in the clause is taken from somebody else. */
export function ownersAgree(check: ClauseCheck): boolean {
  const { clause, proof, carried } = check;
  // Word for word it is of whom it is, unless its subject stands in the clause before.
  const agrees = proof.text.includes(clause.text) || agreesAbout(leadOf(clause), check);
  return agrees && (!goesOn(clause) || agreesAbout(carried, check));
}

function agreesAbout(lead: readonly PlacedWord[], { clause, claim, proof, carried }: ClauseCheck): boolean {
  const subject = lead.filter(isOwner);
  // What has a name of its own is compared with the names.
  if (subject.every(({ isInName }) => isInName)) return true;
  const told = toldBy(proof);
  if (takesAttribute(clause, lead, told)) return false;
  // 职工 is not named by 女职工参加了体检, when what follows goes on with that.
  const isNamed = ({ word }: PlacedWord) =>
    lead === carried ? speaksOf(word, claim) : stands(word, claim.text.slice(0, clause.end));
  const isIts = (part: Told) => isAbout(part, subject, clause, isNamed, proof, told);
  const words = clause.words.filter(
    ({ word, weight, tag, isInName }) =>
      weight > 0.3 &&
      !isInName &&
      /^(?:n|v|x)/u.test(tag) &&
      !lead.some((one) => one.word === word) &&
      !FREE.test(word),
  );
  const held = words
    .map((word) => ({ ...word, holders: told.filter(({ text }) => holdsWord(text, word.word)) }))
    .filter(({ holders }) => holders.length > 0);
  const isOwn = ({ holders }: { holders: readonly Told[] }) => withShared(holders, told).some(isIts);
  if (held.length > 0 && !held.some(isOwn)) return false;
  const wordsStand = held.every((one) => {
    if (isOwn(one)) return true;
    const { word, tag, holders } = one;
    // 举行发布会,医生代表参加: what somebody made or held is there for the others too.
    // 赛事由甲主办,乙承办: what is done to it is told of it all along.
    const isTopic = new RegExp(`${word}[^,。]*[由被]`, "u");
    const isMade = (text: string) => tag.startsWith("n") && CREATES.test(text.slice(0, text.indexOf(word)));
    return holders.every(({ text }) => isMade(text) || isTopic.test(text));
  });
  return (
    wordsStand &&
    clause.figures.every((figure) => {
      const holders = told.filter((part) =>
        part.clause.figures.some(
          (one) => part.text.includes(one.text) && isSameFigure(figure, { ...one, change: figure.change }, proof.text),
        ),
      );
      return holders.length === 0 || holders.some(isIts);
    })
  );
}

/** 联盟提供6万元,其中县财政4万元: what is done is done by each of them. */
function withShared(holders: readonly Told[], told: readonly Told[]): readonly Told[] {
  return told.filter(
    (part, i) =>
      holders.includes(part) ||
      (holders.some((holder) => told.indexOf(holder) < i && holder.clause.section === part.clause.section) &&
        (part.clause.text.startsWith("其中") ||
          !part.clause.words.some(({ tag, weight }) => tag === "v" && weight > 0.3))),
  );
}

function isAbout(
  { text, about, clause: holder, own }: Told,
  subject: readonly PlacedWord[],
  clause: ReadClause,
  isNamedInClaim: (word: PlacedWord) => boolean,
  proof: Proof,
  told: readonly Told[],
): boolean {
  const everyone = about.filter(isOwner);
  // 东浦市总工会 and 东浦市图书馆 have the place in common.
  const placeless = everyone.filter(({ word }) => !isPlace(word, proof));
  const all = placeless.length > 0 ? placeless : everyone;
  // A single character stands in many words; it only counts where there is nothing else.
  const owners = all.some(({ word }) => word.length > 1) ? all.filter(({ word }) => word.length > 1) : all;
  if (owners.length === 0) return !isOtherKind(own, subject);
  const isNamed = owners.some(isNamedInClaim);
  if (isNamed && !isJoinedBy(subject, clause, `${text}\n${about.map(({ word }) => word).join("")}`, proof))
    return false;
  if (isNamed) return !sharesTotal(text, about, clause, holder);
  const known = subject.filter(({ word }) => stands(word, proof.text));
  if (known.length === 0) {
    // A place is where it is done; what the article is about may be named anywhere.
    return subject.every(
      ({ word, tag }) => /[省市县区州镇乡村]$/u.test(word) || tag === "ns" || stands(word, proof.names),
    );
  }
  const before = told[told.findIndex((part) => part.clause === holder && part.text === text) - 1];
  const goesOn =
    before !== undefined &&
    own.length === 0 &&
    before.clause.section === holder.section &&
    (CREATES.test(before.text) || before.clause.figures.length > 0)
      ? before.text
      : "";
  const around = `${text}\n${goesOn}`;
  const held = known.filter(({ word }) => stands(word, around));
  return held.length * 2 >= known.length;
}

function isPlace(word: string, { text }: Proof): boolean {
  return /[省市县区州镇乡]$/u.test(word) || new RegExp(`${word}[省市县区州镇乡]`, "u").test(text);
}

const KIND = new RegExp(`${ORGANISATION_KIND.source}|(?:部门|政府|总工会|残联|妇联)$`, "u");

/** 卫健局 where the sentence says 基金会, whichever that is. */
function isOtherKind(own: readonly PlacedWord[], subject: readonly PlacedWord[]): boolean {
  const kinds = own.flatMap(({ word }) => KIND.exec(word)?.[0] ?? []);
  const last = subject.at(-1)?.word ?? "";
  return kinds.length > 0 && KIND.test(last) && !kinds.some((kind) => last.endsWith(kind));
}

/** 甲孵化339名从业者,销售额超500万元: they are the sales of the 339, not of 甲. */
function takesAttribute(clause: ReadClause, lead: readonly PlacedWord[], told: readonly Told[]): boolean {
  return lead.some((attribute, i) => {
    if (!ATTRIBUTE.test(attribute.word)) return false;
    const possessor = lead.slice(0, i).findLast(isOwner);
    if (!possessor) return false;
    const at = told.findIndex(({ own, clause: { figures } }) => own[0]?.word === attribute.word && figures.length > 0);
    const [part, before] = [told[at], told[at - 1]];
    if (!part || !before || !RAISES.test(before.text) || before.clause.figures.length === 0) return false;
    return !isIn(possessor.word, before.text) && !clause.figures.some(({ text }) => before.text.includes(text));
  });
}
