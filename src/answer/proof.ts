/**
 * Shown sentences made ready for checking: each is read once per answer, and only when a statement needs it, together
 * with what the sentences before it in the same article say, since news names its subject once and says 该项目 afterwards.
 */
import { foldText } from "../text/normalize.js";
import { findPlaces } from "../text/places.js";
import { type Reading, readText } from "./reading.js";
import type { ShownSentence } from "./shown-sentences.js";

/** A sentence as proof. */
export interface Proof extends Reading {
  shown: ShownSentence;
  /** The article's names and the few sentences before this one, folded: where its subject may be named. */
  context: string;
  /** The article's title, subtitle, programme and aliases, folded. */
  names: string;
  /** The sentences before this one, nearest first. */
  before: readonly Proof[];
  /** Words of the sentence with their synonyms are looked up in this. */
  wordSet: ReadonlySet<string>;
}

/** All that was shown for one answer. */
export interface ProofBook {
  /** Undefined for a number that was not shown. */
  get(number: number): Proof | undefined;
  all(): Proof[];
  /** Folded text of all shown sentences of an article, with its names. */
  articleText(articleId: string): string;
  /** Every person's name in what was shown. */
  persons(): ReadonlySet<string>;
}

/** Sentences back to which a subject may lie. */
const CONTEXT_SENTENCES = 6;

const books = new WeakMap<ReadonlyMap<number, ShownSentence>, ProofBook>();

/** The book of these sentences; made once for one map. The map must not change afterwards. */
export function prepareProofs(shown: ReadonlyMap<number, ShownSentence>): ProofBook {
  const known = books.get(shown);
  if (known) return known;
  const book = createBook(shown);
  books.set(shown, book);
  return book;
}

function createBook(shown: ReadonlyMap<number, ShownSentence>): ProofBook {
  const proofs = new Map<number, Proof>();
  const articles = new Map<string, string>();
  let persons: Set<string> | undefined;

  function get(number: number): Proof | undefined {
    const known = proofs.get(number);
    if (known) return known;
    const own = shown.get(number);
    if (!own) return undefined;
    const before: Proof[] = [];
    for (let n = number - 1; n > 0 && before.length < CONTEXT_SENTENCES; n--) {
      const other = shown.get(n);
      if (other?.passage.articleId !== own.passage.articleId) break;
      const proof = get(n);
      // A sentence of many semicolons is cut at them; what one of its parts says is not the subject of the next.
      if (proof && !proof.text.endsWith(";")) before.push(proof);
    }
    const reading = readText(foldText(own.sentence.text));
    const names = foldText(own.passage.names);
    const proof: Proof = {
      ...reading,
      shown: own,
      names,
      before,
      context: [names, ...before.map(({ text }) => text)].join("\n"),
      wordSet: new Set(reading.clauses.flatMap(({ words }) => words.map(({ word }) => word))),
    };
    proofs.set(number, proof);
    return proof;
  }

  function all(): Proof[] {
    return Array.from(shown.keys()).flatMap((number) => get(number) ?? []);
  }

  return {
    get,
    all,
    articleText(articleId) {
      const known = articles.get(articleId);
      if (known !== undefined) return known;
      const own = Array.from(shown.values()).filter(({ passage }) => passage.articleId === articleId);
      const text = foldText(own.flatMap(({ passage, sentence }) => [passage.names, sentence.text]).join("\n"));
      articles.set(articleId, text);
      return text;
    },
    persons() {
      persons ??= new Set(all().flatMap((proof) => proof.persons.map(({ name }) => name)));
      return persons;
    },
  };
}

/** Whether a sentence speaks of more than one place (全国, 国内外): no place named before is then meant by it. */
export function hasOwnPlace({ text, places }: Reading): boolean {
  if (/全国|国内外|全球|各地|全省|世界/u.test(text)) return true;
  return places.some((place) => new RegExp(`${place}[省市县区州镇乡村]`, "u").test(text) || findPlaces(`${place}市`).length > 1);
}
