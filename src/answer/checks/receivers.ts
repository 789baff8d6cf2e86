/** To whom something is given is not who gives it (她把奖金捐给了母校 does not say 母校把奖金捐给了她). */
import type { ClauseCheck } from "./check.js";

const GIVEN = /(?<verb>[捐送赠卖借租寄让发还教转献交])(?:赠|送|让)?给了?(?<to>\p{Script=Han}{2})/gu;
const RECEIVES = /[获收得接]|被|领|由/u;

export function receiversReceive({ clause, proof }: ClauseCheck): boolean {
  if (RECEIVES.test(clause.text)) return true;
  return Array.from(proof.text.matchAll(GIVEN)).every(({ groups: { verb = "", to = "" } = {} }) => {
    const [receiver, deed] = [clause.text.indexOf(to), clause.text.indexOf(`${verb}给`)];
    return receiver < 0 || deed < 0 || receiver > deed || proof.text.indexOf(to) < proof.text.indexOf(`${verb}给`);
  });
}
