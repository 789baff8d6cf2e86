/** What a person is told when something fails, by code. Never an exception's own text. */
import { type ErrorCode, isAppError } from "../core/errors.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

const zh: Record<ErrorCode, string> = {
  CONFIG_INVALID: "配置有误",
  CORPUS_UNREADABLE: "文章文件夹读不了",
  FILE_EMPTY: "文件是空的",
  FILE_TOO_LARGE: "文件太大（上限 20 MB）",
  FILE_NOT_TEXT: "文件不是文本",
  FILE_DAMAGED: "文件已损坏，或不是它的扩展名所说的格式",
  FILE_ENCRYPTED: "文件有密码，请先去掉密码",
  FILE_SCANNED: "PDF 里只有图片，没有文字，请先做文字识别",
  FILE_TOO_COMPLEX: "文件太复杂，读取超出了时间或内存的限制",
  FRONT_MATTER_INVALID: "文件开头的元数据有误",
  ALIASES_INVALID: "别名文件有误",
  URL_INVALID: "网址不对，只支持 http 和 https",
  URL_FORBIDDEN: "这个网址指向内部网络，或不是网页用的端口，不能读取",
  URL_UNREACHABLE: "网页打不开",
  URL_REFUSED_BY_ROBOTS: "网站不允许程序读取这个网页（robots.txt）",
  URL_TOO_LARGE: "网页太大（上限 20 MB）",
  URL_NOT_AN_ARTICLE: "网址上不是文章（可读的有网页、文本、Markdown、PDF、DOCX）",
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
  BOT_RUNNING: "已经有一个机器人在用这个数据文件夹",
  BACKUP_FAILED: "备份没能写成",
  BACKUP_INVALID: "备份文件不可用",
  RESTORE_REFUSED: "这里已经有数据，没有恢复",
};

const en: Record<ErrorCode, string> = {
  CONFIG_INVALID: "The configuration is not valid",
  CORPUS_UNREADABLE: "The corpus folder cannot be read",
  FILE_EMPTY: "The file is empty",
  FILE_TOO_LARGE: "The file is too large (20 MB at most)",
  FILE_NOT_TEXT: "The file is not text",
  FILE_DAMAGED: "The file is damaged, or not what its ending says",
  FILE_ENCRYPTED: "The file has a password, take it off first",
  FILE_SCANNED: "The PDF holds pictures only, no text: run text recognition on it first",
  FILE_TOO_COMPLEX: "The file is too complex: reading it went over the limit of time or memory",
  FRONT_MATTER_INVALID: "The file's front matter is not valid",
  ALIASES_INVALID: "The file of aliases is not valid",
  URL_INVALID: "The address is not valid, only http and https are read",
  URL_FORBIDDEN:
    "The address leads into an internal network, or to a port that is not one of web pages, and is not read",
  URL_UNREACHABLE: "The page cannot be reached",
  URL_REFUSED_BY_ROBOTS: "The site does not allow programs to read this page (robots.txt)",
  URL_TOO_LARGE: "The page is too large (20 MB at most)",
  URL_NOT_AN_ARTICLE: "There is no article at this address (pages, text, Markdown, PDF and DOCX are read)",
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
  BOT_RUNNING: "A bot is already running on this data folder",
  BACKUP_FAILED: "The backup could not be written",
  BACKUP_INVALID: "The backup file cannot be used",
  RESTORE_REFUSED: "There is data here already, nothing was restored",
};

const UNEXPECTED = {
  zh: { unexpected: "出了意外的错误，请再试一次" },
  en: { unexpected: "Something unexpected went wrong, please try again" },
};

/** One short phrase for a failure. */
export function errorWords(code: ErrorCode, language: Language): string {
  return pickWords({ zh, en }, language)[code];
}

/** The same for whatever was thrown. */
export function failureWords(error: unknown, language: Language): string {
  return isAppError(error) ? errorWords(error.code, language) : pickWords(UNEXPECTED, language).unexpected;
}
