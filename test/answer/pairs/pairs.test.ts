/** Classes of lies that lean on one word of the sentence, each with what may still be said of the same kind of sentence. */
import { describe, expect, it } from "vitest";
import { CONDITIONAL } from "./conditional.js";
import { COUNTED } from "./counted.js";
import { FRAMED } from "./framed.js";
import { JOINED } from "./joined.js";
import { LABELLED } from "./labelled.js";
import { LIMITED } from "./limited.js";
import { MOVED } from "./moved.js";
import { NARROWED } from "./narrowed.js";
import { isShown, linesOf } from "./pairs.js";
import { PARTIAL } from "./partial.js";
import { RESPECTIVE } from "./respective.js";
import { STAGED } from "./staged.js";

describe.each([CONDITIONAL, COUNTED, FRAMED, JOINED, LABELLED, LIMITED, MOVED, NARROWED, PARTIAL, RESPECTIVE, STAGED])(
  "$name",
  ({ lies, truths }) => {
    it.each(linesOf(lies))("is not shown: %s", (line) => expect(isShown(line)).toBe(false));
    it.each(linesOf(truths))("is shown: %s", (line) => expect(isShown(line)).toBe(true));
  },
);
