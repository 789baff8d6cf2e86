/**
 * What is told of one label (A组, T1班, 企业A) or of one name in Latin letters is not told of another. Such names have no Han
 * character by which `owners` could tell whose something is.
 */
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isSameFigure } from "./same-figure.js";

const LATIN = /(?<![a-z\d.])[a-z][a-z\d-]*|第[一二三四五六七八九十\d]+(?:阶段|批次?|期|轮|季度|学期|标段)/gu;
/** A组 and 企业A: a letter that only tells one of several from another. */
const BEHIND = /^[组区班级队型类栋座馆线村厂校档岛号店港厅楼点市县镇州国方]/u;
const BEFORE = /(?:企业|公司|小组|机构|学校|医院|方案|项目|班|区|组|队|村|厂)$/u;

interface Label {
  name: string;
  at: number;
  isLabel: boolean;
}

const PART = /(?:第?[一二三四五六七八九十\d]+|首)(?<of>期|批|轮|届|阶段|标段)(?=(?<noun>\p{Script=Han}{2}))/gu;

/** 一期工程投资2亿元 told as 工程投资2亿元. */
function partIsKept({ clause, claim, proof }: ClauseCheck): boolean {
  const parts = Array.from(proof.text.matchAll(PART));
  return clause.figures.every((figure) => {
    const told = proof.clauses.filter(({ figures }) => figures.some(({ value }) => value === figure.value));
    const [one, ...others] = told;
    if (!one || others.length > 0) return true;
    const part = parts.find(({ index, groups }) => {
      const isHere = index >= one.start && index < one.end;
      const { of = "", noun = "" } = groups ?? {};
      return isHere && clause.text.includes(noun) && !claim.text.includes(of);
    });
    return part === undefined;
  });
}

export function labelsAgree(check: ClauseCheck): boolean {
  const { clause, claim, proof } = check;
  if (!partIsKept(check)) return false;
  const named = labelsOf(clause, claim).filter(({ name }) => proof.text.includes(name));
  if (named.length === 0) return true;
  const owned = clause.figures.every((figure) => {
    const own = ownerAt(figure.start, clause, claim);
    const owners = proof.clauses.flatMap((one) =>
      one.figures
        .filter((stated) => isSameFigure(figure, { ...stated, change: figure.change }, proof.text))
        .map((stated) => ownerAt(stated.start, one, proof)),
    );
    return isAmong(own, owners);
  });
  return (
    owned &&
    clause.words.every(({ word, tag, weight, start }) => {
      const own = ownerAt(start, clause, claim);
      // 首批设备…;第二批…: what there are several of is named once.
      if (own && /^v?n/u.test(tag) && own.at + own.name.length === start) return true;
      if (weight <= 0.3 || !own?.isLabel || /[a-z]/u.test(word)) return true;
      const owners = proof.clauses.flatMap((one) =>
        one.words.filter((other) => other.word === word).map((other) => ownerAt(other.start, one, proof)),
      );
      return isAmong(own, owners);
    })
  );
}

function isAmong(own: Label | undefined, owners: readonly (Label | undefined)[]): boolean {
  return !own || owners.length === 0 || owners.some((other) => other === undefined || other.name === own.name);
}

/** The label last named before this place in its clause, else the one that the section has been about. */
function ownerAt(place: number, clause: ReadClause, reading: Reading | Proof): Label | undefined {
  const labels = labelsOf(clause, reading);
  const own = labels.findLast(({ at }) => at < place);
  if (own) return own;
  // 目前在村的是第三批: what is so of it stands before it.
  const behind = labels.find(({ at }) => /的是?$/u.test(reading.text.slice(clause.start, at)));
  if (behind) return behind;
  const earlier = reading.clauses.filter(({ section, end }) => section === clause.section && end <= clause.start);
  return earlier.flatMap((one) => labelsOf(one, reading)).findLast(({ isLabel }) => isLabel);
}

function labelsOf(clause: ReadClause, { text }: Reading): Label[] {
  return Array.from(text.slice(clause.start, clause.end).matchAll(LATIN), ({ 0: name, index }) => {
    const at = clause.start + index;
    const isLabel =
      name.startsWith("第") ||
      (/^[a-z]{1,2}\d{0,2}$/u.test(name) &&
        (BEHIND.test(text.slice(at + name.length)) || BEFORE.test(text.slice(0, at))));
    return { name, at, isLabel };
  });
}
