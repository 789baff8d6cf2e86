/**
 * Who did it: 由A主办、B支持 must not become B主办. A deed in the claim must not be given to somebody to whom the sentence
 * gives another deed, while somebody else does this one.
 */
import { synonymsOf } from "../../text/synonyms.js";
import type { ClauseCheck } from "./check.js";

const DEED =
  /(?:联合|共同)?(?<deed>主办|承办|协办|支持|发布|发起|资助|捐赠|捐款|执行|实施|设计|开发|举办|主持|组织|赞助|出资|投资|运营|研发|建设|建立|设立|派驻|选派|出席|致辞|分享|点评|培训|资助|承建|指导|提供|编写|撰写|制作|签署|运作|管理)(?!人)(?<noun>方|单位|机构|者)?/gu;

/** These say what somebody's part was: without the word the sentence does not say it. */
const STRICT = /^(?:主办|承办|协办|支持|资助|捐赠|赞助|出资|投资|发起|执行|承建)$/u;

/** A deed with the words before it, back to the deed before: those who did it stand among them. */
interface Deed {
  deed: string;
  agents: string;
}

/** Whether no deed of the clause is given to another's agent. */
export function agentsAgree({ clause, claim, proof, book }: ClauseCheck): boolean {
  const names = [
    ...claim.organisations,
    ...claim.persons.map(({ name }) => name),
    ...claim.quoted,
    ...book.names(claim.text).persons,
  ].filter((name) => clause.text.includes(name));
  if (names.length === 0) return true;
  const stated = deedsOf(proof.text);
  return deedsOf(clause.text).every(({ deed, agents }) => {
    const same = stated.filter((one) => one.deed === deed);
    if (same.length === 0)
      return !STRICT.test(deed) || Array.from(synonymsOf(deed)).some((one) => proof.text.includes(one));
    return names.every((name) => {
      if (!agents.includes(name) || !proof.text.includes(name)) return true;
      const doesIt = same.some((one) => one.agents.includes(name));
      const doesAnother = stated.some((one) => one.deed !== deed && one.agents.includes(name));
      return doesIt || !doesAnother;
    });
  });
}

function deedsOf(text: string): Deed[] {
  const deeds: Deed[] = [];
  let from = 0;
  for (const { 0: words, index, groups: { deed = "", noun } = {} } of text.matchAll(DEED)) {
    const end = index + words.length;
    // 主办方是A: who did it stands behind.
    const behind =
      noun !== undefined ? (/^(?:是|为|包括|有|:)?(?<names>[^,。;]*)/u.exec(text.slice(end))?.groups?.names ?? "") : "";
    const before = text.slice(from, index);
    const giver = deeds.at(-1);
    // 提供了转产培训: who provides it does it.
    if (giver && /^(?:提供|组织|开展|举办|实施)$/u.test(giver.deed) && /^了?[^,。;、]{0,6}$/u.test(before)) {
      deeds.push({ deed, agents: giver.agents });
      from = end;
      continue;
    }
    const start = Math.max(before.lastIndexOf("。"), before.lastIndexOf(";"), before.lastIndexOf(",")) + 1;
    deeds.push({ deed, agents: noun !== undefined && behind !== "" ? behind : before.slice(start) });
    from = end;
  }
  return deeds;
}
