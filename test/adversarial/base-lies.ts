/** All lies of content, one statement each, before they are dressed up: hand-made edits and the rules' edits. */
import { changeDates } from "./date-lies.js";
import { claimEdits } from "./edits/claim-edits.js";
import { dateEdits } from "./edits/date-edits.js";
import type { Edits } from "./edits/edits.js";
import { figureEdits } from "./edits/figure-edits.js";
import { limitEdits } from "./edits/limit-edits.js";
import { nameEdits } from "./edits/name-edits.js";
import { quantityEdits } from "./edits/quantity-edits.js";
import { senseEdits } from "./edits/sense-edits.js";
import { swappedFigureEdits } from "./edits/swapped-figure-edits.js";
import { changeTitles, inventPeople, swapPeople } from "./name-lies.js";
import { changeDigits, changeMagnitudes, type EditedSource } from "./quantity-lies.js";
import { type Falsehood, parseEdit } from "./templates.js";
import { questionOf } from "./topics/index.js";

/** A false statement with its topic and the question that finds all of its sentences. */
export interface BaseLie extends Falsehood {
  kind: string;
  topic: string;
  question: string;
}

const BY_HAND: readonly Edits[] = [
  figureEdits,
  swappedFigureEdits,
  quantityEdits,
  nameEdits,
  dateEdits,
  senseEdits,
  claimEdits,
  limitEdits,
];

/** In a fixed order: by hand, then by rules. */
export function makeBaseLies(): BaseLie[] {
  const ruled = [changeDigits, changeMagnitudes, changeDates, swapPeople, changeTitles, inventPeople];
  return [...BY_HAND.flatMap(flatten), ...ruled.flatMap((rule) => rule())].map(({ kind, topic, edited }) => ({
    kind,
    topic,
    question: questionOf(topic),
    ...parseEdit(edited),
  }));
}

function flatten(edits: Edits): EditedSource[] {
  return Object.entries(edits).flatMap(([kind, topics]) =>
    Object.entries(topics).flatMap(([topic, list]) => list.map((edited) => ({ kind, topic, edited }))),
  );
}
