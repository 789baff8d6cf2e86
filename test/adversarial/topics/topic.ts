/** What is known about one article: what is asked about it, what is true of it, who is in it. Data only. */

/** One article of the suite. */
export interface Topic {
  id: string;
  /** Finds every sentence of the article; checked by the run, which reports sentences that were not shown. */
  question: string;
  /**
   * Questions with true statements. Behind a statement, `{…}` names the sentence it cites by a part of its text that
   * stands in no other sentence; several when it needs several.
   */
  asked: readonly (readonly [question: string, truths: readonly string[]])[];
  /** Name, title with organisation, and the sentence that says so. */
  people: readonly (readonly [name: string, title: string, part: string])[];
}
