/** "Did you mean …?" */
import { createRequire } from "node:module";

/** Share of the word that may be wrong: past it, the nearest word is no better than any other. */
const MAX_DISTANCE_SHARE = 0.5;

/** "one of a, b", with the nearest to what was given, if one is near. */
export function expectedOneOf(choices: readonly string[], given: string): string {
  return `one of ${choices.join(", ")}${didYouMean(choices, given)}`;
}

/** What to add to a sentence; empty when nothing is near. */
export function didYouMean(choices: readonly string[], given: string): string {
  const near = nearest(choices, given);
  return near === null ? "" : `; did you mean ${near}?`;
}

function nearest(choices: readonly string[], given: string): string | null {
  // Loaded here because only a mistake needs it.
  const { closest, distance } = createRequire(import.meta.url)(
    "fastest-levenshtein",
  ) as typeof import("fastest-levenshtein");
  const best = closest(given.toLowerCase(), choices);
  return distance(given.toLowerCase(), best) <= best.length * MAX_DISTANCE_SHARE ? best : null;
}
