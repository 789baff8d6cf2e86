/** The words of votes on answers, their reasons and comments, and of the wish to hear of an answer. Plain text. */
import type { VoteReason } from "../core/audience-ports.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. What answers a button has at most 200 characters. */
export interface FeedbackWords {
  good: string;
  bad: string;
  /** A vote was counted. */
  thanks: string;
  /** A bad vote was counted, and the reasons are on the buttons now. */
  whyBelow: string;
  /** The same in a group, where they are not: another tap opens the private chat with them. */
  whyInPrivate: string;
  /** Above the reasons in a message of their own. `question` is what was asked, when it is still known. */
  whatWasWrong(question: string | undefined): string;
  reasons: Record<VoteReason, string>;
  /** The same reason once it was chosen. */
  chosen(reason: string): string;
  writeComment: string;
  done: string;
  /** The message to which the comment is a reply, in two parts: the first one is a link that tells which answer is meant. */
  commentHere: readonly [link: string, rest: string];
  /** In the empty field where the comment is typed; at most 64 characters. */
  commentField: string;
  commentKept: string;
  commentTooLong(maxChars: number): string;
  /** The answer that a comment is about was deleted. */
  answerGone: string;
  tellMe: string;
  wishKept: string;
  wishKnown: string;
}

const zh: FeedbackWords = {
  good: "👍 有用",
  bad: "👎 没帮助",
  thanks: "谢谢，已记下。",
  whyBelow: "谢谢，已记下。愿意的话，请在下面选原因。",
  whyInPrivate: "谢谢，已记下。想说原因的话，再点一次，我们私聊，不打扰大家。",
  whatWasWrong: (question) =>
    question === undefined ? "这个回答哪里不好？可以选几项。" : `这个回答哪里不好？可以选几项。\n问：${question}`,
  reasons: {
    figure: "数字不对",
    source: "出处不对",
    offTopic: "答非所问",
    incomplete: "不完整",
    other: "其他",
  },
  chosen: (reason) => `已选：${reason}`,
  writeComment: "写一句意见",
  done: "完成",
  commentHere: ["对这个回答的意见", "：请回复这条消息，写下来就好（500 字以内）。"],
  commentField: "哪里不好？",
  commentKept: "谢谢，意见已记下。",
  commentTooLong: (maxChars) => `意见有点长，还没有记下。请缩短到 ${maxChars} 字以内，再回复那条消息一次。`,
  answerGone: "这个回答已经删掉了，意见没有记下。",
  tellMe: "有答案时告诉我",
  wishKept: "好，记下了。有答案时告诉您。",
  wishKnown: "已经记下了，有答案时告诉您。",
};

const en: FeedbackWords = {
  good: "👍 Helpful",
  bad: "👎 Not helpful",
  thanks: "Thank you, noted.",
  whyBelow: "Thank you, noted. If you like, choose a reason below.",
  whyInPrivate: "Thank you, noted. To say why, tap again: we talk about it in private, without disturbing the others.",
  whatWasWrong: (question) =>
    question === undefined
      ? "What was wrong with this answer? You can choose several."
      : `What was wrong with this answer? You can choose several.\nQuestion: ${question}`,
  reasons: {
    figure: "Wrong figure",
    source: "Wrong source",
    offTopic: "Not what I asked",
    incomplete: "Incomplete",
    other: "Other",
  },
  chosen: (reason) => `Chosen: ${reason}`,
  writeComment: "Write a comment",
  done: "Done",
  commentHere: ["Your comment on this answer", ": please reply to this message with it (500 characters at most)."],
  commentField: "What was wrong?",
  commentKept: "Thank you, your comment is noted.",
  commentTooLong: (maxChars) =>
    `Your comment is too long and was not noted. Please reply to that message again with ${maxChars} characters or fewer.`,
  answerGone: "That answer was deleted, so your comment was not noted.",
  tellMe: "Tell me when there is an answer",
  wishKept: "Noted. I will tell you when there is an answer.",
  wishKnown: "This is noted already. I will tell you when there is an answer.",
};

/** The words of one language. */
export function feedbackWords(language: Language): FeedbackWords {
  return pickWords({ zh, en }, language);
}
