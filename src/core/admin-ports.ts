/**
 * What the administration remembers, as interfaces. Admins are known by their Telegram ids, as `ADMIN_IDS` and `/grant`
 * name them: who may change the articles, and who did, must be told by name.
 */

/** Somebody whom an admin made an admin. */
export interface Grant {
  telegramId: number;
  /** Telegram id of the admin who did it. */
  grantedBy: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Admins besides those of the configuration. @throws AppError STORE_FAILED */
export interface GrantStore {
  has(telegramId: number): boolean;
  /** Oldest first. */
  list(): Grant[];
  /** @returns whether it is new. */
  grant(grant: Grant): boolean;
  /** @returns whether there was one. */
  revoke(telegramId: number): boolean;
}

/** What an admin did, in one word and a few fields. */
export interface AuditEntry {
  at: number;
  /** Telegram id; 0 for the command line and for what the program did by itself (watching the corpus). */
  admin: number;
  /** A verb and what it was done to: `publish article`, `grant`. Not translated. */
  action: string;
  /** Small, and without what people asked. */
  detail: Record<string, string | number | boolean>;
}

/** The audit log: only ever added to. @throws AppError STORE_FAILED */
export interface AuditStore {
  note(entry: AuditEntry): void;
  /** Newest first. */
  list(limit: number): AuditEntry[];
}

/** An article that an admin took out, although its file is there. */
export interface RemovedArticle {
  articleId: string;
  /** As it was. */
  title: string;
  /** Telegram id of the admin who did it. */
  admin: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Articles that the next run of ingest leaves out, and every run after it. @throws AppError STORE_FAILED */
export interface RemovalStore {
  /** Newest first. */
  list(): RemovedArticle[];
  /** @returns whether it is new; a second removal changes nothing. */
  add(removal: RemovedArticle): boolean;
  /** Takes a removal back that is not older than `since`. @returns whether there was one. */
  undo(articleId: string, since: number): boolean;
}

/** How answers have used an article. @throws AppError STORE_FAILED */
export interface ArticleUseStore {
  /** Answers that cite any revision of it, and bad votes on those. */
  usesOf(articleId: string): { answers: number; badVotes: number };
}
