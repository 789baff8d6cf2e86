/**
 * Word search: BM25 over the terms of `text/tokens`, then a second look at the best for nearness. Works on the bytes
 * of an index file (`bm25-file`) as they are. Deterministic: the same file and question give the same list.
 *
 *   score = Σ weight(kind) · idf(term) · (k1 + 1) · tf / (k1 + tf)   ×   (nearFloor + share in the best window)
 */
import type { Hit, LexicalIndex } from "../core/ports.js";
import { stripQuestionWords } from "../text/question-words.js";
import { relatedWords } from "../text/related-words.js";
import { indexTerms } from "../text/tokens.js";
import { pickBest } from "./best-chunks.js";
import { IMPACT_SCALE, openBm25File } from "./bm25-file.js";
import { isUnit, kindOf, weightOf } from "./bm25-settings.js";
import { createNearness, type ProbeTerm } from "./nearness.js";
import { hashTerm } from "./term-hash.js";

/** More of a question than this, in UTF-16 units, is not read: nobody asks that long, and time must stay bounded. */
const MAX_QUESTION = 1000;

interface KnownTerm {
  term: string;
  slot: number;
  /** Idf times the weight of its kind. */
  worth: number;
}

/**
 * Opens the bytes of a file made by `createBm25Builder`. The buffer stays in use: do not change it.
 * @throws AppError INDEX_INVALID when the bytes are no such file.
 */
export function openBm25(buffer: ArrayBuffer): LexicalIndex {
  const sections = openBm25File(buffer);
  const { settings, chunkIds, unitStart, textStart, units, postingStart, postingChunk, postingImpact } = sections;
  const size = chunkIds.length;
  const scores = new Float32Array(size);
  const prepareProbe = createNearness(units, sections.hashLow.length, settings.nearWindow);

  /** Slot of a term, or of the empty place where it would be. */
  function slotOf(term: string): number {
    const { low, high } = hashTerm(term);
    const mask = sections.hashLow.length - 1;
    let slot = low & mask;
    while (frequencyAt(slot) > 0 && (sections.hashLow[slot] !== low || sections.hashHigh[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function frequencyAt(slot: number): number {
    return (postingStart[slot + 1] ?? 0) - (postingStart[slot] ?? 0);
  }

  function rarity(frequency: number): number {
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  }

  function knownTerms(question: string): KnownTerm[] {
    const known: KnownTerm[] = [];
    for (const term of new Set(indexTerms(question))) {
      const slot = slotOf(term);
      const frequency = frequencyAt(slot);
      const worth = frequency === 0 ? 0 : rarity(frequency) * weightOf(term, settings);
      if (worth > 0) known.push({ term, slot, worth });
    }
    return known;
  }

  /** Terms of what the question's words may mean; characters alone would find anything. */
  function relatedTerms(question: string, asked: readonly KnownTerm[]): KnownTerm[] {
    const known = new Map(asked.map(({ term }) => [term, 0]));
    for (const words of relatedWords(stripQuestionWords(question)).values()) {
      for (const term of words.flatMap(indexTerms)) {
        if (known.has(term) || isUnit(term)) continue;
        const slot = slotOf(term);
        const frequency = frequencyAt(slot);
        const worth = frequency === 0 ? 0 : rarity(frequency) * weightOf(term, settings) * settings.relatedWeight;
        known.set(term, worth);
      }
    }
    return Array.from(known, ([term, worth]) => ({ term, slot: slotOf(term), worth })).filter(({ worth }) => worth > 0);
  }

  function addScores({ slot, worth }: KnownTerm): void {
    const factor = (worth * (settings.k1 + 1)) / IMPACT_SCALE;
    const end = postingStart[slot + 1] ?? 0;
    for (let i = postingStart[slot] ?? 0; i < end; i++) {
      const chunk = postingChunk[i] ?? 0;
      scores[chunk] = (scores[chunk] ?? 0) + factor * (postingImpact[i] ?? 0);
    }
  }

  function probeTerm({ term, slot, worth }: KnownTerm): ProbeTerm[] {
    if (isUnit(term)) return [{ first: slot, worth }];
    if (kindOf(term) !== "pair") return [];
    const [first = "", second = ""] = Array.from(term);
    return [{ first: slotOf(first), second: slotOf(second), worth }];
  }

  /** A term that no chunk holds counts too: it is a part of the question that words cannot find. */
  function fullScore(query: string): number {
    const question = query.slice(0, MAX_QUESTION);
    const terms = new Set(indexTerms(stripQuestionWords(question)));
    let score = 0;
    for (const term of terms.size > 0 ? terms : new Set(indexTerms(question)))
      score += rarity(documentFrequency(term)) * weightOf(term, settings);
    return score * (settings.nearFloor + 1);
  }

  function search(query: string, topK: number): Hit[] {
    const wanted = Math.floor(topK);
    if (!(wanted > 0) || size === 0) return [];
    const question = query.slice(0, MAX_QUESTION);
    let terms = knownTerms(stripQuestionWords(question));
    if (terms.length === 0) terms = knownTerms(question);
    scores.fill(0);
    for (const term of terms) addScores(term);
    for (const term of relatedTerms(question, terms)) addScores(term);
    const probe = prepareProbe(terms.flatMap(probeTerm));
    const pool = pickBest(scores, Math.min(size, Math.max(wanted, settings.nearPool))).map((ordinal) => {
      const near = probe.measure(unitStart[ordinal] ?? 0, textStart[ordinal] ?? 0, unitStart[ordinal + 1] ?? 0);
      return { chunkId: chunkIds[ordinal] ?? 0, score: (scores[ordinal] ?? 0) * (settings.nearFloor + near) };
    });
    return pool.toSorted((one, other) => other.score - one.score || one.chunkId - other.chunkId).slice(0, wanted);
  }

  return {
    size,
    search,
    fullScore,
    idf: (term) => rarity(documentFrequency(term)),
    documentFrequency,
  };

  function documentFrequency(term: string): number {
    return frequencyAt(slotOf(term));
  }
}
