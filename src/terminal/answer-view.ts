/** An answer as lines of a terminal. Pure; articles and models cannot send control sequences through it. */
import type { Answer } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import { terminalWords } from "../i18n/terminal-words.js";
import { stripInvisible } from "../text/normalize.js";
import { markTitle } from "../text/title-marks.js";

/** Puts colour on a piece of text; the identity where there is none. */
export type Paint = (text: string) => string;

/** How parts are set apart. */
export interface Style {
  strong: Paint;
  faint: Paint;
}

/** No colour: for a pipe. */
export const PLAIN: Style = { strong: (text) => text, faint: (text) => text };
/** ANSI colours: for a person. */
export const COLOURED: Style = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};

/** The answer first, then a line for each source; a quote is repeated only where the answer does not show it itself. */
export function renderAnswer(answer: Answer, style: Style): string {
  const words = answerWords(answer.language);
  const lines = [style.strong(stripInvisible(answer.text))];
  if (answer.notice) lines.push(style.faint(words.notices[answer.notice]));
  if (answer.kind === "extractive" && answer.language === "en") lines.push(style.faint(words.quotesAreChinese));
  if (answer.citations.length > 0) lines.push(style.faint(`${terminalWords(answer.language).sources}:`));
  for (const { n, title, author, quote } of answer.citations) {
    const source = `[${n}] ${markTitle(title)}${author === undefined ? "" : ` ${author}`}`;
    const proof = answer.kind === "extractive" ? "" : `\n    “${quote}”`;
    lines.push(style.faint(stripInvisible(source + proof)));
  }
  return lines.join("\n");
}
