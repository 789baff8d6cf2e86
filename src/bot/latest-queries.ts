/**
 * Which inline query of a person is the newest. Telegram asks anew with every letter that somebody types and shows only
 * the answer to the last; the ones before it that still wait need no answer. Knows only what has not been handled yet.
 */

/** The newest queries that wait. */
export interface LatestQueries {
  /** Takes note of the inline queries among updates that came in, whatever their shape. */
  note(updates: readonly unknown[]): void;
  /** Whether a newer query of the same person has come in. */
  isOutdated(userId: number, updateId: number): boolean;
  /** The query needs no more attention. */
  done(userId: number, updateId: number): void;
}

/** Knows of none at first. */
export function createLatestQueries(): LatestQueries {
  const latest = new Map<number, number>();
  return {
    note(updates) {
      for (const update of updates) {
        const { update_id: updateId, inline_query: query } = fieldsOf(update);
        const userId = fieldsOf(fieldsOf(query).from).id;
        if (typeof updateId === "number" && typeof userId === "number") latest.set(userId, updateId);
      }
    },
    isOutdated: (userId, updateId) => (latest.get(userId) ?? updateId) !== updateId,
    done(userId, updateId) {
      if (latest.get(userId) === updateId) latest.delete(userId);
    },
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
