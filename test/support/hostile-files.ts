/**
 * Two hundred files that somebody may hand in by mistake or with intent, made from nothing. `ends` is what must come of
 * one: a code, `read`, or `any` where both are right as long as it comes to an end.
 */

import { hostileDocuments } from "./hostile-documents.js";
import type { HostileFile } from "./hostile-file.js";
import { hostilePages } from "./hostile-pages.js";
import { hostileTexts } from "./hostile-texts.js";

/** All of them, in a fixed order. */
export function hostileFiles(): HostileFile[] {
  return [...hostileTexts(), ...hostilePages(), ...hostileDocuments()];
}
