/**
 * A claim that its own sentences do not prove is looked for in the others that were shown: each alone, then two
 * neighbours of one article. It was not chosen by the model, so it must fit better than a cited one.
 */
import type { SameAs } from "./checks/check.js";
import type { Proof, ProofBook } from "./proof.js";
import { proveClaim } from "./prove.js";
import type { Reading } from "./reading.js";

/** Least share of each clause that a sentence must hold which the model did not cite. */
const MIN_REBIND_COVERAGE = 0.7;
/** Share of the claim's Han characters below which a sentence is not even tried. */
const MIN_SHARED_CHARACTERS = 0.35;

/** The sentences that prove the claim best, or undefined. */
export function rebindClaim(
  claim: Reading,
  cited: readonly Proof[],
  book: ProofBook,
  sameAs: SameAs,
): Proof[] | undefined {
  const characters = new Set(Array.from(claim.text).filter((one) => /[\p{Script=Han}\d]/u.test(one)));
  const articles = new Set(cited.map(({ shown }) => shown.passage.articleId));
  const staysInArticle = !namesItsSubject(claim);
  if (staysInArticle && articles.size === 0) return undefined;
  const near = book.find((text, shown) => {
    if (staysInArticle && !articles.has(shown.passage.articleId)) return false;
    let shared = 0;
    for (const one of characters) if (text.includes(one)) shared++;
    return shared >= characters.size * MIN_SHARED_CHARACTERS;
  });
  let best: { used: Proof[]; coverage: number } | undefined;
  const attempt = (proofs: readonly Proof[]) => {
    const outcome = proveClaim(claim, proofs, book, sameAs);
    if (!outcome.proven || outcome.coverage < MIN_REBIND_COVERAGE) return;
    if (!best || outcome.coverage > best.coverage) best = { used: outcome.used, coverage: outcome.coverage };
  };
  for (const proof of near) attempt([proof]);
  if (!best && claim.clauses.length > 1) {
    for (const proof of near) {
      const neighbour = book.get(proof.shown.number + 1);
      if (neighbour?.shown.passage.articleId === proof.shown.passage.articleId) attempt([proof, neighbour]);
    }
  }
  return best?.used;
}

/** A claim without a name of its own (该报告…, 项目…) is about the article that it cites; citing none, about nobody knows what. */
function namesItsSubject({ text, persons, organisations, places, quoted }: Reading): boolean {
  if (/该|此|其(?!他|中)|这[个些一]|本(?:次|届|项)/u.test(text)) return false;
  return persons.length + organisations.length + places.length + quoted.length > 0;
}
