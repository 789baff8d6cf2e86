/** What came first: 开会后签约 is not 签约后开会. */
import type { ClauseCheck } from "./check.js";

/** The first part ends in the word that says how the second follows it. */
const SEQUENCE = /^(?<first>[^。;]{4,40}?)(?:[之以](?<late>后|前)|(?<then>[后前])),(?<second>[^。;]{4,40})/u;

export function deedsKeepOrder({ claim, proof }: ClauseCheck): boolean {
  const [own, told] = [sequenceOf(claim.text), sequenceOf(proof.text)];
  if (!own || !told) return true;
  const words = claim.clauses
    .flatMap((one) => one.words)
    .filter(({ weight, word }) => weight > 0.3 && word.length > 1)
    .map(({ word }) => word);
  const only = (part: string, other: string) => words.filter((word) => part.includes(word) && !other.includes(word));
  const [firstOwn, secondOwn] = [only(own.first, own.second), only(own.second, own.first)];
  const isIn = (some: readonly string[], part: string) => some.filter((word) => part.includes(word)).length;
  const kept = isIn(firstOwn, told.first) + isIn(secondOwn, told.second);
  const turned = isIn(firstOwn, told.second) + isIn(secondOwn, told.first);
  if (kept === turned) return true;
  return (own.way === told.way) === kept > turned;
}

function sequenceOf(text: string): { first: string; second: string; way: string } | undefined {
  const { first = "", second = "", late, then } = SEQUENCE.exec(text)?.groups ?? {};
  return first === "" ? undefined : { first, second, way: late ?? then ?? "" };
}
