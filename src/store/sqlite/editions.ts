/**
 * Which revisions are current, on SQLite: implements `EditionStore`. The rows of `editions` say which state was current each
 * time a generation was put in place (see `edition-states`). One that was given up is a newer row than that of the current
 * state.
 */
import type { Edition, EditionStore } from "../../core/edition-ports.js";
import type { CorpusChange } from "../../core/ports.js";
import { countChange } from "./current-stamp.js";
import type { Connection } from "./database.js";
import {
  createEditionStates,
  type Difference,
  differenceBetween,
  isNoDifference,
  isSameDifference,
} from "./edition-states.js";
import { createFileRecords } from "./file-records.js";
import { inTransaction } from "./transaction.js";

/** Rows kept of either kind: those of generations, and of what never was in place. */
const KEPT = 6;

/** Generation of an edition that never was in place. */
const NEVER = "";

/** Editions on an open connection, which stays the caller's to close. */
export function createSqliteEditions(connection: Connection): EditionStore {
  const states = createEditionStates(connection);
  const files = createFileRecords(connection);
  const articles = connection.prepare<[], { id: string; revision: number }>(
    "SELECT id, revision FROM articles WHERE removed_at IS NULL",
  );
  const revisionOf = connection
    .prepare<[string], number>("SELECT revision FROM articles WHERE id = ? AND removed_at IS NULL")
    .pluck();
  const hashOf = connection.prepare<[string], string>("SELECT hash FROM files WHERE source = ?").pluck();
  const makeCurrent = connection.prepare(
    "UPDATE articles SET source = ?, ordinal = ?, revision = ?, removed_at = NULL WHERE id = ?",
  );
  const restoreArticle = connection.prepare("UPDATE articles SET revision = ?, removed_at = NULL WHERE id = ?");
  const markRemoved = connection.prepare("UPDATE articles SET removed_at = ? WHERE id = ?");
  const insert = connection.prepare("INSERT INTO editions (at, generation, state) VALUES (?, ?, ?)");
  // However much is given up, the generation that serves and the one before keep theirs: they are the newest two.
  const prune = connection.prepare(
    `DELETE FROM editions
     WHERE id NOT IN (SELECT id FROM editions WHERE generation = '${NEVER}' ORDER BY id DESC LIMIT ${KEPT})
       AND id NOT IN (SELECT id FROM editions WHERE generation <> '${NEVER}' ORDER BY id DESC LIMIT ${KEPT})
       AND id NOT IN (SELECT max(id) FROM editions WHERE generation <> '${NEVER}'
                      GROUP BY generation ORDER BY max(id) DESC LIMIT 2)`,
  );
  // Older than what is current, nobody asks for it any more; and its state would keep all states since.
  const pruneRefused = connection.prepare(
    `DELETE FROM editions WHERE generation = '${NEVER}'
       AND id < (SELECT min(id) FROM editions WHERE generation <> '${NEVER}')`,
  );
  const oldestState = connection.prepare<[], number>("SELECT coalesce(min(state), 0) FROM editions").pluck();
  const makeNewest = connection.prepare(
    `UPDATE editions SET id = (SELECT max(id) + 1 FROM editions)
     WHERE id = (SELECT max(id) FROM editions WHERE generation = ?)`,
  );
  const ofGeneration = connection
    .prepare<[string], number>("SELECT state FROM editions WHERE generation = ? ORDER BY id DESC LIMIT 1")
    .pluck();
  const newest = connection.prepare<[], number>("SELECT state FROM editions ORDER BY id DESC").pluck();

  const current = (): Edition => ({
    articles: articles.all().map(({ id, revision }): [string, number] => [id, revision]),
    files: files.list(),
  });

  function note(generation: string, state: number): void {
    insert.run(Date.now(), generation, state);
    prune.run();
    pruneRefused.run();
    states.forgetBefore(oldestState.get() ?? 0);
  }

  /** @returns the parts of a difference that are not as it says, as they are. */
  function findUndo(wanted: Difference): Difference {
    const undo: Difference = { articles: new Map(), files: new Map() };
    for (const [id, revision] of wanted.articles) {
      const now = revisionOf.get(id) ?? null;
      if (now !== revision) undo.articles.set(id, now);
    }
    for (const [source, hash] of wanted.files) {
      const now = hashOf.get(source) ?? null;
      if (now !== hash) undo.files.set(source, now);
    }
    return undo;
  }

  /** A difference without what is as it says. */
  function reduce(way: Difference): Difference {
    const { articles: ids, files: sources } = findUndo(way);
    const only = <Value>(values: Map<string, Value>, names: Map<string, unknown>) =>
      new Map(Array.from(values).filter(([name]) => names.has(name)));
    return { articles: only(way.articles, ids), files: only(way.files, sources) };
  }

  function apply({ write, remove, files: wanted }: CorpusChange): void {
    const revisions = new Map<string, number | null>(remove.map((id) => [id, null]));
    for (const { article } of write) revisions.set(article.id, article.revision);
    const undo = { ...findUndo({ articles: revisions, files: new Map() }), files: files.findOther(wanted) };
    states.push(undo);
    for (const { article } of write) makeCurrent.run(article.source, article.ordinal, article.revision, article.id);
    for (const id of remove) markRemoved.run(Date.now(), id);
    const gone = new Set(undo.files.keys());
    for (const { source, hash } of wanted) if (gone.delete(source)) files.set(source, hash);
    for (const source of gone) files.set(source, null);
  }

  function applyWay(way: Difference): void {
    const changed = reduce(way);
    states.push(findUndo(changed));
    for (const [id, revision] of changed.articles) {
      if (revision === null) markRemoved.run(Date.now(), id);
      else restoreArticle.run(revision, id);
    }
    for (const [source, hash] of changed.files) files.set(source, hash);
  }

  return {
    current,
    putInPlace(change, { from, to }) {
      inTransaction(connection, "a change of the corpus", () => {
        if (from !== undefined && ofGeneration.get(from) === undefined) note(from, states.current());
        // It may have been gone back to from newer ones.
        else if (from !== to) makeNewest.run(from);
        apply(change);
        note(to, states.current());
        countChange(connection);
      });
      files.remember(change.files);
    },
    restore: (generation) =>
      inTransaction(connection, "going back", () => {
        const state = ofGeneration.get(generation);
        if (state === undefined) return false;
        applyWay(states.wayTo(state));
        countChange(connection);
        return true;
      }),
    giveUp: (edition) =>
      inTransaction(connection, "an edition", () => {
        // There and back: in the chain it is a state like those that were current.
        const way = differenceBetween(current(), edition);
        const undo = findUndo(way);
        states.push(undo);
        const given = states.current();
        states.push(way);
        note(NEVER, given);
      }),
    isGivenUp(edition) {
      let asked: Difference | undefined;
      for (const state of newest.all()) {
        const way = reduce(states.wayTo(state));
        if (isNoDifference(way)) return false;
        asked ??= differenceBetween(current(), edition());
        if (isSameDifference(way, asked)) return true;
      }
      return false;
    },
  };
}
