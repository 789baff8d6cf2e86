/** The words of `npm run backup` and `npm run restore`. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What a backup holds. */
interface Contents {
  articles: number;
  questions: number;
  files: number;
}

/** What every language must say. */
export interface BackupWords {
  backedUp(backup: Contents & { path: string; bytes: number }): string;
  /** `at` in ms since 1970. */
  restored(backup: Contents & { at: number }): string;
  movedAside(folder: string): string;
  /** What to do next. */
  start: string;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const dateOf = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

const zh: BackupWords = {
  backedUp: ({ path, bytes, articles, questions, files }) =>
    `已备份到 ${path}（${megabytes(bytes)} MB）：${articles} 篇报道，${questions} 个问题，文章文件夹里的 ${files} 个文件。`,
  restored: ({ at, articles, questions, files }) =>
    `已恢复 ${dateOf(at)} 的备份：${articles} 篇报道，${questions} 个问题，文章文件夹里的 ${files} 个文件。`,
  movedAside: (folder) => `原来的数据没有删除，移到了 ${folder}。`,
  start: "现在运行 npm start：索引会在启动时重新建立。",
};

const en: BackupWords = {
  backedUp: ({ path, bytes, articles, questions, files }) =>
    `Backed up to ${path} (${megabytes(bytes)} MB): ${articles} articles, ${questions} questions, ${files} files of the corpus folder.`,
  restored: ({ at, articles, questions, files }) =>
    `Restored the backup of ${dateOf(at)}: ${articles} articles, ${questions} questions, ${files} files of the corpus folder.`,
  movedAside: (folder) => `What was there before was not deleted: it is in ${folder} now.`,
  start: "Now run npm start: the index is built anew at the start.",
};

/** The words of one language. */
export function backupWords(language: Language): BackupWords {
  return pickWords({ zh, en }, language);
}
