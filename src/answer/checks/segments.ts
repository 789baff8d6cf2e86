/** The words that lead up to a figure, and those behind it: what tells a figure's thing from its neighbour's. */
import type { Figure } from "../../text/figures.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";

/** Words of the clause between the figure before and this one. */
export function leadsTo(figure: Figure, clause: ReadClause): PlacedWord[] {
  const from = clause.figures.filter(({ end }) => end <= figure.start).at(-1)?.end ?? clause.start;
  return clause.words.filter(({ start }) => start >= from && start < figure.start);
}

/** The same as text. */
export function leadText(figure: Figure, clause: ReadClause): string {
  const earlier = clause.figures.filter(({ end }) => end <= figure.start).at(-1);
  return clause.text.slice((earlier?.end ?? clause.start) - clause.start, figure.start - clause.start);
}

/** The words right behind a figure, up to the next verb, figure or mark: 电商从业者 for 339名|电商从业者. */
export function followers(figure: Figure, clause: ReadClause): PlacedWord[] {
  const words: PlacedWord[] = [];
  let at = figure.end;
  for (const word of clause.words) {
    if (word.start < figure.end) continue;
    // Marks between joined clauses are no words of theirs.
    if (word.start > at) break;
    at = word.start + word.word.length;
    if (
      // 28.6万名|40岁以上|居民: an age says which ones are counted.
      [...clause.figures.filter(({ unit }) => !unit.endsWith("岁")), ...clause.times].some(
        ({ start, end }) => word.start < end && word.start + word.word.length > start,
      )
    )
      break;
    if (word.isInName) {
      if (word.weight > 0) words.push(word);
      continue;
    }
    // 8次升级: what was done so often.
    if (words.length === 0 && word.start === figure.end && /^[次场轮]$/u.test(figure.unit) && word.tag === "v")
      return [word];
    if (/^(?:全部|全都|分别|合计|仍|还|都|也|均)$/u.test(word.word)) break;
    // 社会|组织: a body, where it does nothing.
    if (word.word === "组织" && words.at(-1)?.word === "社会") {
      words.push(word);
      continue;
    }
    if (clause.figures.some(({ start, end }) => word.start >= start && word.start < end)) continue;
    if (/^(?:v|d|p|c)$/u.test(word.tag) || /^[^\p{L}\p{N}“”]/u.test(word.word)) break;
    if (word.weight > 0 || word.tag.startsWith("n")) words.push(word);
  }
  return words;
}

/** The clause right before, when it has no figure: the subject of this one (单笔平均捐赠额稳中有增,|从4.5分…). */
export function subjectBefore(clause: ReadClause, { clauses }: Reading): string {
  const previous = clauses[clauses.indexOf(clause) - 1];
  return previous?.section === clause.section && previous.figures.length === 0 ? previous.text : "";
}

/** Whether a word may be the thing of a figure: no verb of change, no adverb. */
export function isThing({ word, weight, tag }: PlacedWord): boolean {
  return weight > 0.35 && !/^[dpt]/u.test(tag) && !CHANGE.test(word);
}

const CHANGE =
  /^(?:增长|上升|提高|增加|提升|扩大|下降|减少|降低|下滑|缩减|缩短|高出|增至|升至|降至|减为|下调|上调|延长|平均|达到|超过|突破|接近|降|升|增|减|翻|超|达|共|累计|至今|近)$/u;
