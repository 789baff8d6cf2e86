/**
 * Names that a question spells in Latin letters (Shimen, Alibaba) as the articles found for it write them (石门乡, 阿里巴巴):
 * searched again with those, the question is one about that place and no longer about any.
 */
import { pinyin } from "pinyin-pro";
import { foldText } from "../text/normalize.js";
import { findLatinNames, spellingOf } from "./latin-names.js";

/** Of what stands behind a name, this says of which kind it is. */
const KIND = /^[省市县区镇乡村]/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * The question with its names in Han characters, where the texts write them; as it is where they write none.
 * @param texts of what was found, best first: the first that writes a name decides.
 */
export function spellNames(question: string, texts: readonly string[]): string {
  const names = findLatinNames(question);
  if (names.length === 0) return question;
  const runs = texts.flatMap((text) => Array.from(foldText(text).matchAll(HAN_RUN), ([run]) => run));
  let spelled = question;
  for (const words of [...neighbours(names), ...names]) {
    const written = writtenAs(words.split(" ").map(spellingOf).join(""), runs);
    if (written) spelled = spelled.replaceAll(new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, "giu"), written);
  }
  return spelled;
}

/** Feng Ling is one name. */
function neighbours(names: readonly string[]): string[] {
  return names.slice(1).map((name, i) => `${names[i] ?? ""} ${name}`);
}

/** Preferred with the kind of place behind it: 石门 may be part of another word. */
function writtenAs(name: string, runs: readonly string[]): string | undefined {
  let bare: string | undefined;
  for (const run of runs) {
    const syllables = pinyin(run, { toneType: "none", type: "array" });
    for (let start = 0; start < syllables.length; start++) {
      const end = endOf(name, syllables, start);
      if (end === undefined || end - start < 2) continue;
      const kind = KIND.exec(run.slice(end))?.[0];
      if (kind) return run.slice(start, end) + kind;
      bare ??= run.slice(start, end);
    }
  }
  return bare;
}

/** Where whole syllables from `start` on that spell the name end; undefined when they spell another. */
function endOf(name: string, syllables: readonly string[], start: number): number | undefined {
  let spelled = "";
  for (let i = start; i < syllables.length && spelled.length < name.length; i++) {
    spelled += syllables[i] ?? "";
    if (spelled === name) return i + 1;
  }
  return undefined;
}
