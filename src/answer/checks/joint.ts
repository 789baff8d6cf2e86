/** What several did together is not told of one: 甲和乙共投入500万元 says neither 甲投入500万元 nor that each did. */
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isSameFigure } from "./same-figure.js";

const AND = "(?:和|与|及|以及|、|联合|携手|会同)";
const TOGETHER = /共同|联合|携手|合作|总共|一共|合计|(?<![总公])共(?=\d|[投出捐培建筹募设派安招接服发收获得完])/u;
const JOINED = new RegExp(AND, "gu");
const EACH = /各(?![地界类种级省市县区乡镇村校方项位国])|分别|每[个家所]/u;

export function jointStaysJoint({ clause, proof }: ClauseCheck): boolean {
  if (EACH.test(clause.text) && !EACH.test(proof.text)) return false;
  const counts = clause.figures.filter(({ unit }) => !/^(?:年|个月|月|日|周|岁|小时)$/u.test(unit));
  return counts.every((figure) =>
    proof.clauses.every((one) => {
      const stated = one.figures.find((other) => isSameFigure(figure, { ...other, change: figure.change }, proof.text));
      if (!stated || EACH.test(one.text)) return true;
      const lead = one.text.slice(0, stated.start - one.start);
      const together = TOGETHER.exec(lead);
      if (!together) return true;
      const parts = partsOf(one, together.index + 1);
      const named = parts.filter((words) => words.some((word) => isNamed(word, clause, one)));
      if (parts.length < 2 || named.length === 0) return true;
      if (new RegExp(AND, "u").test(clause.text) && TOGETHER.test(clause.text)) return true;
      if (named.length < parts.length) return isElsewhere(clause, proof, one);
      return new RegExp(AND, "u").test(clause.text) || TOGETHER.test(clause.text);
    }),
  );
}

/** Whether the claim has a word that the sentence's clause has only there. */
function isNamed({ word }: PlacedWord, clause: ReadClause, one: ReadClause): boolean {
  return clause.text.includes(word) && one.text.split(word).length === 2;
}

/** The content words of each of those joined before the word that says that they are together. */
function partsOf({ text, words, start }: ReadClause, end: number): PlacedWord[][] {
  const cuts = Array.from(text.slice(0, end).matchAll(JOINED), ({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
  }));
  if (cuts.length === 0) return [];
  const bounds = [0, ...cuts.flatMap(({ from, to }) => [from, to]), end];
  const parts: PlacedWord[][] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    const [from = 0, to = 0] = bounds.slice(i, i + 2);
    const own = words.filter((word) => word.start - start >= from && word.start - start < to && word.weight > 0.3);
    if (own.length > 0) parts.push(own);
  }
  const isShared = ({ word }: PlacedWord) =>
    parts.filter((part) => part.some((other) => other.word === word)).length > 1;
  return parts.map((part) => part.filter((word) => !isShared(word))).filter((part) => part.length > 0);
}

/** Whether the figure stands in another clause too, of which it may be told. */
function isElsewhere(clause: ReadClause, { clauses }: Proof, one: ReadClause): boolean {
  return clauses.some(
    (other) =>
      other !== one && other.figures.some(({ value }) => clause.figures.some((figure) => figure.value === value)),
  );
}
