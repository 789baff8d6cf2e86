/**
 * A step of the schema: editions were written out in full, each with all articles and all files. Now they are a chain of
 * states (see `edition-states`): the former rows become its states in their order, and what is current its last.
 */
import type { Edition } from "../../core/edition-ports.js";
import type { FileRecord } from "../../core/ports.js";
import { differenceBetween, writeDifference } from "./edition-states.js";
import type { Connection } from "./open-file.js";

interface FormerRow {
  id: number;
  /** JSON: [[article id, revision], …] */
  articles: string;
  /** JSON: [[source, hash], …] */
  files: string;
}

/** Fills `edition_states` and `editions.state`. */
export function chainEditions(connection: Connection): void {
  const rows = connection.prepare<[], FormerRow>("SELECT id, articles, files FROM editions ORDER BY id").all();
  if (rows.length === 0) return;
  const insert = connection.prepare("INSERT INTO edition_states (number, undo) VALUES (?, ?)");
  const setState = connection.prepare("UPDATE editions SET state = ? WHERE id = ?");
  const nothing: Edition = { articles: [], files: [] };
  let before = nothing;
  let number = 0;
  const push = (edition: Edition) => {
    insert.run(++number, writeDifference(differenceBetween(edition, before)));
    before = edition;
  };
  for (const row of rows) {
    push(readRow(row));
    setState.run(number, row.id);
  }
  push(readCurrent(connection));
}

function readRow({ articles, files }: FormerRow): Edition {
  const records = JSON.parse(files) as [string, string][];
  return {
    articles: JSON.parse(articles) as [string, number][],
    files: records.map(([source, hash]) => ({ source, hash })),
  };
}

function readCurrent(connection: Connection): Edition {
  const articles = connection.prepare<[], { id: string; revision: number }>(
    "SELECT id, revision FROM articles WHERE removed_at IS NULL",
  );
  return {
    articles: articles.all().map(({ id, revision }): [string, number] => [id, revision]),
    files: connection.prepare<[], FileRecord>("SELECT source, hash FROM files").all(),
  };
}
