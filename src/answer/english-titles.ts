/** Whether an English claim leaves a deputy a deputy: 副秘书长冯凌 is not the secretary-general. */
import type { Proof } from "./proof.js";

const TITLE = /\b(?:secretary|chair|president|director|head|mayor|governor|minister|manager|principal|captain)/iu;
const DEPUTY = /\b(?:deputy|vice|associate|assistant)\b/iu;

/** @param names of the claim in Chinese; with two who have a title, whose is whose is not known. */
export function titlesAgree(claim: string, names: readonly string[], { text }: Proof): boolean {
  if (!TITLE.test(claim)) return true;
  const titled = names.flatMap((name) => {
    const title = new RegExp(`(?<title>副?(?:总|常务)?\\p{Script=Han}{1,3}[长任记裁监理席])${name}`, "u").exec(text);
    return title?.groups?.title ?? [];
  });
  return titled.length !== 1 || titled[0]?.includes("副") === DEPUTY.test(claim);
}
