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
