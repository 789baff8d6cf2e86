/**
 * 北京大学的研讨会是哪天?: a sentence about a seminar of 清华大学 that people of 北京大学 attended is about another one. Whose an
 * event or a work is stands before it in its clause. Expects folded text.
 */
import { findOrganisations, isShortFor } from "../text/organisations.js";

const EVENT = "研讨会|座谈会|发布会|论坛|会议|年会|报告|手册|活动|展览|比赛|计划|项目";

/** Whether a sentence may be about the event of the organisation that the question names; true when it names none. */
export function isOfAskedHost(question: string, sentence: string): boolean {
  return findOrganisations(question).every((host) => {
    const event = new RegExp(`${host}(?:举办|主办|召开|发布)?的(?:那[场次份个])?(?<event>${EVENT})`, "u").exec(question)
      ?.groups?.event;
    if (event === undefined) return true;
    const clauses = Array.from(sentence.matchAll(new RegExp(`(?:^|[,。;])(?<before>[^,。;]*?)${event}`, "gu")));
    return !clauses.some(({ groups }) => {
      const hosts = findOrganisations(groups?.before ?? "");
      return hosts.length > 0 && !hosts.some((one) => isShortFor(host, one) || isShortFor(one, host));
    });
  });
}
