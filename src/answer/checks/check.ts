/** What every check is given: a clause of the claim, the whole claim, and one sentence that should prove it. */
import type { Proof, ProofBook } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";

/** Other names of the same thing, as the operator's list gives them; empty when there are none. Folded. */
export type SameAs = (name: string) => readonly string[];

/** One clause against one sentence. */
export interface ClauseCheck {
  clause: ReadClause;
  claim: Reading;
  proof: Proof;
  book: ProofBook;
  sameAs: SameAs;
  /** What the clauses before were about: a clause that names no subject goes on with it. Empty for the first. */
  carried: readonly PlacedWord[];
}
