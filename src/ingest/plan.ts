/**
 * What a run would change: the articles that were read against those that are stored. It decides identity and
 * revisions and cuts the chunks of what is new; it reads the store and writes nothing, so that a dry run is this step.
 */
import { createHash } from "node:crypto";
import type { Edition } from "../core/edition-ports.js";
import type { ArticleStore, CorpusChange, CutRevision, FileRecord } from "../core/ports.js";
import type { Article, ArticleDraft } from "../core/types.js";
import { splitIntoChunks } from "./chunk.js";
import { type Join, joinTexts } from "./join.js";
import type { ChunkLayout } from "./kept-chunks.js";
import type { CorpusReading } from "./read-corpus.js";
import { createTurns, type Turns } from "./turns.js";

/** What happens to one article. */
export interface PlanEntry {
  change: "added" | "updated" | "removed";
  articleId: string;
  title: string;
  source: string;
  /** Where its broken sentences were put together, for an admin to check. */
  joins: Join[];
}

/** A change of the corpus that is not written yet. */
export interface IngestPlan {
  change: CorpusChange;
  entries: PlanEntry[];
  /** Number of stored articles that stay as they are. */
  unchanged: number;
  /** Whether writing it would change anything at all. */
  isEmpty: boolean;
}

/** What planning asks the store. */
export type PlanStore = Pick<
  ArticleStore,
  | "countArticles"
  | "listCurrent"
  | "getRevision"
  | "listFiles"
  | "listChunksOf"
  | "listRemovals"
  | "currentRevision"
  | "lastRevision"
  | "revisionWith"
>;

/**
 * Compares what was read with what is stored. An article that an admin took out counts as gone, whatever its file says.
 * Content that an article had before, or that a former run stored and did not put in place, has its revision already.
 */
export async function planChange(
  reading: CorpusReading,
  store: PlanStore,
  turns: Turns = createTurns(),
): Promise<IngestPlan> {
  const stored = store.listFiles();
  const removals = store.listRemovals();
  const change: CorpusChange = { write: [], remove: [], files: reading.files };
  const areGone = Array.from(removals).every((id) => store.currentRevision(id) === undefined);
  // The commonest run of all, at every start: nothing to compare, so not even the articles are listed.
  if (areGone && reading.changed.length === 0 && isSameList(stored, reading.files)) {
    return { change, entries: [], unchanged: store.countArticles(), isEmpty: true };
  }
  const current = mayChange(reading, stored, removals, store);
  const entries: PlanEntry[] = [];
  const present = new Set<string>();
  /** Files with an article that was taken out. */
  const withRemoved = new Set<string>();

  for (const file of reading.changed) {
    for (const { id, draft } of identify(file.drafts)) {
      await turns();
      if (removals.has(id)) {
        withRemoved.add(file.source);
        continue;
      }
      present.add(id);
      const known = current.get(id);
      const contentHash = hashContent(draft);
      if (known && store.revisionWith(id, contentHash) === known.revision) continue;
      change.write.push(cut({ ...draft, id, contentHash }, known?.revision, store));
      const joins = file.joins.filter(({ before, after }) => draft.text.includes(joinTexts(before, after)));
      entries.push({
        change: known ? "updated" : "added",
        articleId: id,
        title: draft.title,
        source: draft.source,
        joins,
      });
    }
  }
  for (const { id, revision, source } of current.values()) {
    if (removals.has(id)) withRemoved.add(source);
    else if (present.has(id) || reading.kept.has(source)) continue;
    change.remove.push(id);
    const title = store.getRevision(id, revision)?.title ?? source;
    entries.push({ change: "removed", articleId: id, title, source, joins: [] });
    await turns();
  }
  const touched = entries.filter((entry) => entry.change !== "added").length;
  change.files = reading.files.map((record) => (withRemoved.has(record.source) ? toReadAgain(record) : record));
  const isEmpty = entries.length === 0 && isSameList(stored, change.files);
  return { change, entries, unchanged: store.countArticles() - touched, isEmpty };
}

/** Current articles of files that were read or are gone, and those that were taken out: all others stay as they are. */
function mayChange(
  { changed, kept }: CorpusReading,
  stored: readonly FileRecord[],
  removals: ReadonlySet<string>,
  store: PlanStore,
): Map<string, Pick<Article, "id" | "revision" | "source">> {
  const gone = stored.flatMap(({ source }) => (kept.has(source) ? [] : source));
  const sources = Array.from(new Set([...changed.map(({ source }) => source), ...gone]));
  const takenOut = Array.from(removals).flatMap((id) => {
    const revision = store.currentRevision(id);
    return (revision === undefined ? undefined : store.getRevision(id, revision)) ?? [];
  });
  const all = [
    ...store.listCurrent(sources),
    ...takenOut.map(({ id, revision, source }) => ({ id, revision, source })),
  ];
  return new Map(all.map((article) => [article.id, article]));
}

/** An article with its number and its chunks: those it has already, or new ones that keep to the current layout. */
function cut(article: Omit<Article, "revision">, current: number | undefined, store: PlanStore): CutRevision {
  const { id, contentHash } = article;
  const stored = store.revisionWith(id, contentHash);
  if (stored !== undefined)
    return { article: { ...article, revision: stored }, chunks: store.listChunksOf(id, stored) };
  const numbered = { ...article, revision: (store.lastRevision(id) ?? 0) + 1 };
  const former = current === undefined ? undefined : store.getRevision(id, current);
  return { article: numbered, chunks: splitIntoChunks(numbered, former && layoutOf(former, store)) };
}

const AGAIN = "again:";

/** No file has such a hash, so that this one is read in every run: its article comes back when it is no longer taken out. */
function toReadAgain({ source, hash }: FileRecord): FileRecord {
  return { source, hash: hash.startsWith(AGAIN) ? hash : `${AGAIN}${hash}` };
}

/** What there will be once a plan is put in place. */
export function editionAfter({ write, remove, files }: CorpusChange, current: Edition): Edition {
  const articles = new Map(current.articles);
  for (const id of remove) articles.delete(id);
  for (const { article } of write) articles.set(article.id, article.revision);
  return { articles: Array.from(articles), files };
}

/** Ids of the articles of one file: by source and title; a title's second article in a file gets `-2`, and so on. */
export function identify<Draft extends Pick<ArticleDraft, "source" | "title">>(
  drafts: readonly Draft[],
): { id: string; draft: Draft }[] {
  const times = new Map<string, number>();
  return drafts.map((draft) => {
    const hash = createHash("sha256").update(`${draft.source}\n${draft.title}`).digest("hex").slice(0, 16);
    const time = (times.get(hash) ?? 0) + 1;
    times.set(hash, time);
    return { id: time === 1 ? hash : `${hash}-${time}`, draft };
  });
}

/** Everything of an article that an answer could show. Its place in the file is not part of it. */
function hashContent(draft: ArticleDraft): string {
  const cuts = draft.sentences.map(({ start, end, kind, paragraph }) => [start, end, kind, paragraph]);
  const fields = Object.entries(draft)
    .filter(([name]) => name !== "ordinal" && name !== "sentences")
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([fields, cuts]))
    .digest("hex");
}

function layoutOf(article: Article, store: PlanStore): ChunkLayout {
  return {
    sentences: article.sentences.map(({ start, end }) => article.text.slice(start, end)),
    chunks: store
      .listChunksOf(article.id)
      .map(({ firstSentence, lastSentence }) => ({ first: firstSentence, last: lastSentence })),
  };
}

function isSameList(stored: CorpusChange["files"], now: CorpusChange["files"]): boolean {
  const hashes = new Map(stored.map((record) => [record.source, record.hash]));
  return stored.length === now.length && now.every((record) => hashes.get(record.source) === record.hash);
}
