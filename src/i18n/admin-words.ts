/** The words of /grant, /revoke, /admins and /audit, and the names of all commands that are for admins. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** A command that only admins have; it stands in no menu of others. */
export type AdminCommandName =
  | "admin"
  | "add"
  | "articles"
  | "aliases"
  | "reindex"
  | "rollback"
  | "gaps"
  | "keep"
  | "eval"
  | "stats"
  | "grant"
  | "revoke"
  | "admins"
  | "audit";

/** What every language must say. */
export interface AdminWords {
  /** Help for admins: one line each. */
  commands: Record<AdminCommandName, string>;
  /** `/grant` and `/revoke` without a person. */
  whom: string;
  granted(telegramId: number): string;
  alreadyAdmin(telegramId: number): string;
  revoked(telegramId: number): string;
  noSuchAdmin(telegramId: number): string;
  /** An admin of the configuration. */
  isOwner(telegramId: number): string;
  admins(owners: readonly number[], granted: readonly { telegramId: number; grantedBy: number }[]): string;
  auditEmpty: string;
  auditHeading: string;
  /** What the audit log calls an action; one that is not here is shown as it was written. */
  actions: Readonly<Record<string, string>>;
}

const zh: AdminWords = {
  commands: {
    admin: "管理员的所有命令",
    add: "增加报道：发文件、粘贴全文，或 /add 加网址",
    articles: "查看和管理报道",
    aliases: "同义词和简称",
    reindex: "更新索引（先演练，再替换）",
    rollback: "退回上一版索引",
    gaps: "没能回答的问题",
    keep: "把回答留作测试题：回复那条回答",
    eval: "跑一遍回归题集",
    stats: "概况",
    grant: "增加管理员：/grant 编号，或回复他的消息",
    revoke: "取消管理员：/revoke 编号",
    admins: "管理员名单",
    audit: "操作记录",
  },
  whom: "请写上 Telegram 编号，例如 /grant 123456，或者回复那个人的消息。",
  granted: (telegramId) => `${telegramId} 现在是管理员。`,
  alreadyAdmin: (telegramId) => `${telegramId} 已经是管理员。`,
  revoked: (telegramId) => `${telegramId} 不再是管理员。`,
  noSuchAdmin: (telegramId) => `${telegramId} 不是管理员。`,
  isOwner: (telegramId) => `${telegramId} 写在配置 ADMIN_IDS 里，只能在那里修改。`,
  admins: (owners, granted) =>
    [
      `配置中的管理员：${owners.join("、") || "无"}`,
      ...granted.map(({ telegramId, grantedBy }) => `${telegramId}（由 ${grantedBy} 增加）`),
    ].join("\n"),
  auditEmpty: "还没有操作记录。",
  auditHeading: "最近的操作（新的在前，时间为 UTC）：",
  actions: {
    publish: "发布",
    "remove article": "移除报道",
    "restore article": "恢复报道",
    "add aliases": "增加别名",
    "remove aliases": "删除别名",
    reindex: "更新索引",
    "put index in place": "启用新索引",
    "discard index": "放弃新索引",
    rollback: "退回上一版索引",
    "ignore gap": "忽略没能回答的问题",
    "keep test": "留作测试题",
    grant: "增加管理员",
    revoke: "取消管理员",
  },
};

const en: AdminWords = {
  commands: {
    admin: "All commands for admins",
    add: "Add an article: send a file, paste its text, or /add with an address",
    articles: "See and manage the articles",
    aliases: "Synonyms and abbreviations",
    reindex: "Update the index (rehearsed first)",
    rollback: "Go back to the index before",
    gaps: "Questions that could not be answered",
    keep: "Keep an answer as a test: in reply to it",
    eval: "Run the regression set",
    stats: "Overview",
    grant: "Add an admin: /grant and an id, or in reply to a message",
    revoke: "Remove an admin: /revoke and an id",
    admins: "Who is an admin",
    audit: "What admins did",
  },
  whom: "Please add a Telegram id, as in /grant 123456, or reply to that person's message.",
  granted: (telegramId) => `${telegramId} is an admin now.`,
  alreadyAdmin: (telegramId) => `${telegramId} is an admin already.`,
  revoked: (telegramId) => `${telegramId} is no admin any more.`,
  noSuchAdmin: (telegramId) => `${telegramId} is no admin.`,
  isOwner: (telegramId) => `${telegramId} stands in ADMIN_IDS of the configuration and can only be changed there.`,
  admins: (owners, granted) =>
    [
      `Admins of the configuration: ${owners.join(", ") || "none"}`,
      ...granted.map(({ telegramId, grantedBy }) => `${telegramId} (added by ${grantedBy})`),
    ].join("\n"),
  auditEmpty: "Nothing has been done yet.",
  auditHeading: "What was done lately (newest first, times in UTC):",
  actions: {},
};

/** The words of one language. */
export function adminWords(language: Language): AdminWords {
  return pickWords({ zh, en }, language);
}
