/** The words of /privacy, /export, /forget and /lang. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface PrivacyWords {
  /** Exactly what is stored and for how long; `usesModel` when questions leave this machine for a model. */
  privacy(days: number, usesModel: boolean): string;
  /** In a group: what is about one person is not sent there. */
  privateOnly: string;
  /** Under the exported file. */
  exported(questions: number): string;
  /** Before deleting. */
  confirm: string;
  confirmButton: string;
  keepButton: string;
  forgotten: string;
  kept: string;
  chooseLanguage: string;
  followTelegram: string;
  languageSet: string;
}

const zh: PrivacyWords = {
  privacy: (days, usesModel) =>
    [
      "这里保存的内容：",
      `· 您的问题和我的回答，保存 ${days} 天，之后删去问题，只留下不带姓名的回答和出处`,
      `· 当前的对话（最近 20 轮，同样最多 ${days} 天），用来理解追问`,
      "· 您的评价（有用、没帮助）及附言；附言同样到期删除",
      `· 您点过“有答案时告诉我”的问题，以及要通知的聊天，最多 ${days} 天`,
      "· 还没处理完的消息，处理完就删掉内容",
      "· 管理员留作测试题的问题，只有文字，不带身份，不会到期删除",
      "· 最近一天的提问时间，用来限制次数",
      "· 您选的界面语言",
      "",
      "您的 Telegram 编号以密钥散列保存，不保存姓名、用户名和电话。日志里没有问题的文字。",
      usesModel
        ? "为了写答案，问题和找到的报道段落会发给语言模型的服务商；不发送您的身份。"
        : "问题不会离开这台机器，没有外部的语言模型参与。",
      "",
      "/export 导出关于您的全部数据",
      "/forget 删除关于您的全部数据",
    ].join("\n"),
  privateOnly: "这关系到您的个人数据，请在和我的私聊里使用这个命令。",
  exported: (questions) => `这是保存的关于您的全部数据，包括 ${questions} 个问题。`,
  confirm: "确定要删除关于您的全部数据吗？问题、对话、评价、提醒和语言设置都会删除，无法恢复。",
  confirmButton: "确定，全部删除",
  keepButton: "不删除",
  forgotten: "关于您的数据已经全部删除。",
  kept: "好的，什么都没有删除。",
  chooseLanguage: "请选择界面语言。",
  followTelegram: "跟随 Telegram",
  languageSet: "好的，以后用简体中文。",
};

const en: PrivacyWords = {
  privacy: (days, usesModel) =>
    [
      "What is stored here:",
      `· Your questions and my answers, for ${days} days; then the question is deleted, and the answer stays with its sources, without whose it was`,
      `· The current conversation (the last 20 turns, ${days} days at most), to understand what you ask next`,
      "· Your votes (helpful, not helpful) and comments; comments are deleted after the same time",
      `· Questions for which you asked to be told, and the chat to tell you in, ${days} days at most`,
      "· Messages that are not handled yet; their contents are deleted when they are",
      "· Questions that an admin keeps as a test: their words only, without whose they were, and for good",
      "· When you asked in the last day, for the limits",
      "· The language that you chose",
      "",
      "Your Telegram id is kept as a keyed hash; no name, user name or phone number is kept. Logs hold no question's text.",
      usesModel
        ? "To write an answer, the question and the passages found are sent to the provider of a language model, without who you are."
        : "Questions do not leave this machine: no outside language model takes part.",
      "",
      "/export sends all that is stored about you",
      "/forget deletes it",
    ].join("\n"),
  privateOnly: "This is about your own data. Please use this command in a private chat with me.",
  exported: (questions) => `This is all that is stored about you, ${questions} questions among it.`,
  confirm:
    "Delete all that is stored about you? Questions, conversations, votes, reminders and your language go, and cannot be brought back.",
  confirmButton: "Yes, delete everything",
  keepButton: "Keep it",
  forgotten: "All that was stored about you is deleted.",
  kept: "Nothing was deleted.",
  chooseLanguage: "Please choose a language for the interface.",
  followTelegram: "As Telegram",
  languageSet: "Done, English from now on.",
};

/** Each in its own words: whoever cannot read the interface must find it. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: "简体中文", "zh-Hant": "繁體中文", en: "English" };

/** The words of one language. */
export function privacyWords(language: Language): PrivacyWords {
  const words = pickWords({ zh, en }, language);
  return language === "zh-Hant" ? { ...words, languageSet: "好的，以後用繁體中文。" } : words;
}
