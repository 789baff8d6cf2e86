/** The words for those who may not ask right now or here. Plain text, at most 200 characters: a button may be answered so. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface RuleWords {
  /** Somebody asked too much; `waitMs` is how long the next question has to wait. */
  tooMany(waitMs: number): string;
  /** This chat is not among those that are answered; `chatId` is what an admin needs to add it. */
  notHere(chatId: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A wait in the largest unit that says it well, rounded up, so that asking then really works. */
function roundUp(waitMs: number): { n: number; unit: "second" | "minute" | "hour" } {
  if (waitMs < 2 * MINUTE_MS) return { n: Math.max(1, Math.ceil(waitMs / 1000)), unit: "second" };
  if (waitMs < 2 * HOUR_MS) return { n: Math.ceil(waitMs / MINUTE_MS), unit: "minute" };
  return { n: Math.ceil(waitMs / HOUR_MS), unit: "hour" };
}

const UNITS = { second: "秒", minute: "分钟", hour: "小时" };

const zh: RuleWords = {
  tooMany(waitMs) {
    const { n, unit } = roundUp(waitMs);
    return `问得太快了，请过 ${n} ${UNITS[unit]}再问。`;
  },
  notHere: (chatId) => `抱歉，我只在管理员开通的聊天里回答。需要开通的话，请把这个编号告诉管理员：${chatId}`,
};

const en: RuleWords = {
  tooMany(waitMs) {
    const { n, unit } = roundUp(waitMs);
    return `That was a lot of questions. Please ask again in ${n} ${unit}${n === 1 ? "" : "s"}.`;
  },
  notHere: (chatId) =>
    `Sorry, I only answer in chats that my administrator has chosen. To have this one added, give them its number: ${chatId}`,
};

/** The words of one language. */
export function ruleWords(language: Language): RuleWords {
  return pickWords({ zh, en }, language);
}
