/** `npm run bench`: the table of search beside other libraries. */
import { type Result, renderTable, round } from "./measure.js";

/** As text, or as one JSON object. */
export function renderSearch(
  results: readonly Result[],
  startUp: { p50: number; p95: number },
  isJson: boolean,
): string {
  const [ours] = results;
  if (!ours) return "";
  const ratio = (peer: number | null, own: number | null) =>
    peer === null || own === null || own === 0 ? null : round(peer / own);
  const ratios = results.slice(1).map((peer) => ({
    name: peer.name,
    indexMs: ratio(peer.indexMs, ours.indexMs),
    loadMs: ratio(peer.loadMs, ours.loadMs),
    p50: ratio(peer.search.p50, ours.search.p50),
    p95: ratio(peer.search.p95, ours.search.p95),
    rssMb: ratio(peer.rssMb, ours.rssMb),
  }));
  if (isJson) return JSON.stringify({ results, ratios, startUp });
  const show = (value: number | null, unit = "") => (value === null ? "–" : `${value}${unit}`);
  const head = ["", "index ms", "load ms", "search p50 ms", "p95 ms", "found in 10", "vector recall@10", "RSS MB"];
  const rows = results.map((r) => [
    r.name,
    show(Math.round(r.indexMs)),
    show(r.loadMs),
    show(r.search.p50),
    show(r.search.p95),
    show(r.found),
    show(r.vectorRecall),
    show(r.rssMb),
  ]);
  const ratioRows = ratios.map((r) => [
    `${r.name} ÷ ours`,
    show(r.indexMs, "×"),
    show(r.loadMs, "×"),
    show(r.p50, "×"),
    show(r.p95, "×"),
    "",
    "",
    show(r.rssMb, "×"),
  ]);
  return `${renderTable(head, [...rows, ...ratioRows])}\n\nstart of the program to the first answer: p50 ${startUp.p50} ms, p95 ${startUp.p95} ms`;
}
