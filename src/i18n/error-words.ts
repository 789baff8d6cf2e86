/** What a person is told when something fails, by code. Never an exception's own text. */
import type { ErrorCode } from "../core/errors.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

const zh: Record<ErrorCode, string> = {
  CONFIG_INVALID: "配置有误",
  CORPUS_UNREADABLE: "文章文件夹读不了",
  FILE_EMPTY: "文件是空的",
  FILE_TOO_LARGE: "文件太大（上限 20 MB）",
  FILE_NOT_TEXT: "文件不是文本",
  FRONT_MATTER_INVALID: "文件开头的元数据有误",
  ALIASES_INVALID: "别名文件有误",
  INDEX_BUSY: "正在更新索引，请稍后再试",
  INDEX_INVALID: "索引不可用",
  EMBEDDING_FAILED: "向量服务暂时不可用",
  MODEL_FAILED: "模型暂时不可用",
  MODEL_TIMEOUT: "模型超时",
  MODEL_CUT_OFF: "模型的回答中断了",
  MODEL_BUDGET_SPENT: "今天的模型额度用完了",
  PROMPT_INVALID: "提示词文件有误",
  SET_INVALID: "题集文件有误",
  STORE_FAILED: "数据库写入失败",
  TELEGRAM_REJECTED: "Telegram 拒绝了机器人的令牌",
};

const en: Record<ErrorCode, string> = {
  CONFIG_INVALID: "The configuration is not valid",
  CORPUS_UNREADABLE: "The corpus folder cannot be read",
  FILE_EMPTY: "The file is empty",
  FILE_TOO_LARGE: "The file is too large (20 MB at most)",
  FILE_NOT_TEXT: "The file is not text",
  FRONT_MATTER_INVALID: "The file's front matter is not valid",
  ALIASES_INVALID: "The file of aliases is not valid",
  INDEX_BUSY: "The index is being updated, try again in a moment",
  INDEX_INVALID: "The index cannot be used",
  EMBEDDING_FAILED: "The embedding service is not available right now",
  MODEL_FAILED: "The model is not available right now",
  MODEL_TIMEOUT: "The model took too long",
  MODEL_CUT_OFF: "The model's answer broke off",
  MODEL_BUDGET_SPENT: "The model's budget for today is spent",
  PROMPT_INVALID: "A prompt file is not valid",
  SET_INVALID: "The question set is not valid",
  STORE_FAILED: "The database could not be written",
  TELEGRAM_REJECTED: "Telegram rejected the bot's token",
};

/** One short phrase for a failure. */
export function errorWords(code: ErrorCode, language: Language): string {
  return pickWords({ zh, en }, language)[code];
}
