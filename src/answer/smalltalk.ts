/**
 * Greetings, thanks, "who are you" and scolding: answered at once, without retrieval, and no question that could
 * be left open. Only when the whole message is one of them; "你好,青龙县有多少人?" is a question.
 */
import type { Language } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import { foldText } from "../text/normalize.js";

type Reply = "greeting" | "thanks" | "farewell" | "introduction" | "complaint";

const PATTERNS: readonly [Reply, RegExp][] = [
  [
    "greeting",
    /^(?:你好|您好|大家好|嗨|哈喽|哈啰|在吗|在不在|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|hi|hello|hey|good (?:morning|afternoon|evening)|start)(?:呀|啊|哦| there)?$/u,
  ],
  [
    "thanks",
    /^(?:非常|太|真是|好的)?(?:谢谢|多谢|感谢|谢了|辛苦了?|thanks?|thank you|thx)(?:你|您|了|啦|啊|大家| so much| very much| a lot)*$/u,
  ],
  ["farewell", /^(?:再见|拜拜|回头见|bye|goodbye|see you)(?:啦|了| later)?$/u],
  [
    "introduction",
    /^(?:你|您)(?:是谁|是什么|叫什么(?:名字)?|是机器人吗|是人吗|能(?:做|干|回答)什么|会(?:做|干)?什么|有什么(?:用|功能)|怎么用)$|^(?:怎么用|如何使用|使用方法|帮助|help|who are you|what are you|what can you do|what is your name)$/u,
  ],
  [
    "complaint",
    /^(?:你(?:们)?|机器人|这个?(?:机器人|bot))?(?:可?真|好|太|也太|就是|是个?|这个|真是个?|怎么这么|简直)*(?:笨|傻|蠢|没用|垃圾|废物|废话|白痴|智障|弱智|差劲|烂|傻[逼瓜子]|笨蛋|蠢货|骗子|胡说(?:八道)?|瞎说)(?:了|死了|透了|机器人|东西|的很|得很)?$|^(?:you(?: are|'?re)? )?(?:so )?(?:stupid|useless|dumb|an? idiot|rubbish|garbage)(?: bot)?$/u,
  ],
];

/** The reply to small talk, or undefined when the message is a question. */
export function replyToSmallTalk(message: string, language: Language): string | undefined {
  const bare = foldText(message)
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=\p{Script=Han})(?:呢|吗|呀|啊|吧)$/u, "");
  const spoken = bare.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  const reply = PATTERNS.find(([, pattern]) => pattern.test(spoken) || pattern.test(bare))?.[0];
  return reply && answerWords(language)[reply];
}

/** Whether a message holds no letter, no character and no digit: emoji, punctuation, nothing. */
export function isWordless(message: string): boolean {
  return !/[\p{L}\p{N}]/u.test(foldText(message));
}
