/** The form in which hand-made lies are written down: a true statement with the edits that make it false. Data only. */

/**
 * Lies by kind and by article. In a true statement `«from→to»` replaces a stretch; either side may be empty. Behind it
 * stand the sentences that are cited, as in `Topic.asked`.
 */
export type Edits = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
