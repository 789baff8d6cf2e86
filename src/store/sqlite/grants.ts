/** Admins that were made by admins, and the audit log, on SQLite: implements `GrantStore` and `AuditStore`. */
import type { AuditEntry, AuditStore, Grant, GrantStore } from "../../core/admin-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Grants on an open connection, which stays the caller's to close. */
export function createSqliteGrants(connection: Connection): GrantStore {
  const one = connection.prepare<[number], number>("SELECT 1 FROM grants WHERE telegram_id = ?").pluck();
  const all = connection.prepare<[], Grant>(
    `SELECT telegram_id AS "telegramId", granted_by AS "grantedBy", at FROM grants ORDER BY at, telegram_id`,
  );
  const insert = connection.prepare("INSERT OR IGNORE INTO grants (telegram_id, granted_by, at) VALUES (?, ?, ?)");
  const remove = connection.prepare("DELETE FROM grants WHERE telegram_id = ?");

  return {
    has: (telegramId) => one.get(telegramId) !== undefined,
    list: () => all.all(),
    grant: ({ telegramId, grantedBy, at }) =>
      inTransaction(connection, "a grant", () => insert.run(telegramId, grantedBy, at).changes === 1),
    revoke: (telegramId) => inTransaction(connection, "the end of a grant", () => remove.run(telegramId).changes === 1),
  };
}

/** The audit log on an open connection, which stays the caller's to close. */
export function createSqliteAudit(connection: Connection): AuditStore {
  const insert = connection.prepare("INSERT INTO audit (at, admin, action, detail) VALUES (?, ?, ?, ?)");
  const newest = connection.prepare<[number], Omit<AuditEntry, "detail"> & { detail: string }>(
    "SELECT at, admin, action, detail FROM audit ORDER BY id DESC LIMIT ?",
  );

  return {
    note: ({ at, admin, action, detail }) =>
      void inTransaction(connection, "the audit log", () => insert.run(at, admin, action, JSON.stringify(detail))),
    list: (limit) =>
      newest.all(limit).map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditEntry["detail"] })),
  };
}
