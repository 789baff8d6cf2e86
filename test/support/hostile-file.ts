/** What the tables of hostile files are made of. */

/** A file and what must come of it. */
export interface HostileFile {
  /** What is wrong with it. */
  about: string;
  /** As its sender calls it. */
  name: string;
  bytes: Uint8Array;
  ends: string;
}

/** Text that a good article could hold; what is hostile stands around it. */
export const GOOD_TEXT =
  "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。食堂每天供应午餐和晚餐,每餐收费六元,由社区和企业共同出资。";

/** UTF-8 of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
