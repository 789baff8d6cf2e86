/** From a place in folded text back to the place in the text as it was written, for marking what was found. */
import { foldText } from "./normalize.js";

/**
 * Maps a place in `foldText(text)` (0 to its length, UTF-16 units) to the place in `text`; undefined when folding joined
 * characters, so that places cannot be told.
 * @example mapFoldedPlaces("共３３９名")?.(4) // 4
 */
export function mapFoldedPlaces(text: string): ((place: number) => number) | undefined {
  const places: number[] = [];
  let folded = "";
  let at = 0;
  for (const character of text) {
    const part = foldText(character);
    for (let i = 0; i < part.length; i++) places.push(at);
    folded += part;
    at += character.length;
  }
  if (folded !== foldText(text)) return undefined;
  places.push(text.length);
  return (place) => places[Math.max(0, Math.min(place, places.length - 1))] ?? text.length;
}
