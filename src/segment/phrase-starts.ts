/** How often a text starts something with the same two words: headings, labels and turns of speech come back. */
import { SPACE } from "../features/characters.js";
import { has, hashOf } from "./neighbours.js";
import { isLabelEnd, LABEL_KEY, phraseKey, type Vocabulary } from "./vocabulary.js";
import { type Pieces, wordAt } from "./word-pieces.js";

export interface Starts {
  readonly all: number;
  /** Behind how many different words. */
  readonly behind: number;
}

/** How often the word on the right starts a phrase with the word behind it, or with a colon. */
export function countStarts(
  text: string,
  { right, rightEnd, runEnd }: Pick<Pieces, "right" | "rightEnd" | "runEnd">,
  vocabulary: Vocabulary,
): Starts {
  const spaced = has(text, rightEnd, SPACE);
  let second = LABEL_KEY;
  if (!isLabelEnd(text, rightEnd)) {
    const word = spaced || rightEnd < runEnd ? wordAt(text, spaced ? rightEnd + 1 : rightEnd) : "";
    if (word === "") return { all: 0, behind: 0 };
    second = hashOf(word);
  }
  const phrase = phraseKey(hashOf(right), second);
  return { all: vocabulary.starts.of(phrase), behind: vocabulary.startsBehind.of(phrase) };
}
