/** Words beside a date that say what it is: "Published", "Zuletzt aktualisiert", "обновлено", "更新". */
import { allMatches } from "./allMatches.js";
import { alternation, type CuesByLanguage, wordsOfLists } from "./cueList.js";
import dateCues from "./dateCues.yaml";

export type DateCue = "published" | "updated";

const { published, updated } = dateCues as unknown as { published: CuesByLanguage; updated: CuesByLanguage };

/** Scripts without spaces have no word bounds to look at. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function alternatives(phrases: CuesByLanguage): string {
  const words = wordsOfLists(phrases);
  const unspaced = words.filter((word) => UNSPACED.test(word));
  const spaced = words.filter((word) => !UNSPACED.test(word));
  return `${alternation(unspaced)}|(?<![\\p{L}\\p{M}])(?:${alternation(spaced)})(?![\\p{L}\\p{M}])`;
}

let compiled: RegExp | undefined;

function cuePattern(): RegExp {
  compiled ??= new RegExp(
    `(?<updated>${alternatives(updated)})|(?<published>${alternatives(published)})`,
    "giu",
  );
  return compiled;
}

let anywhere: RegExp | undefined;

/** False for a text that has no cue; whether what has the letters of one has it as a word is not looked at. */
export function mayHaveCue(text: string): boolean {
  if (!HAS_WORD.test(text)) return false;
  anywhere ??= new RegExp(alternation([...wordsOfLists(updated), ...wordsOfLists(published)]), "iu");
  return anywhere.test(text.toLowerCase());
}

/** Cheap to see before the pattern is compiled: every cue has two letters. */
const HAS_WORD = /[A-Za-z\u00aa-\uffff]{2}/;

/** The last cue of a short text; null when it has none. */
export function lastCue(text: string): DateCue | null {
  if (!HAS_WORD.test(text)) return null;
  let cue: DateCue | null = null;
  for (const match of allMatches(text.toLowerCase(), cuePattern()))
    cue = match.groups?.updated === undefined ? "published" : "updated";
  return cue;
}

/** Longest text that is a cue and nothing else: "Zuletzt aktualisiert am:". */
const LONGEST_LABEL = 40;
/** Letters left beside the cue: "on", "am", "le". */
const LEFT_OVER = 4;

/** The cue of a text that is no more than a cue, such as the line above a date. */
export function labelCue(text: string): DateCue | null {
  if (text.length > LONGEST_LABEL || !HAS_WORD.test(text)) return null;
  const rest = text.toLowerCase().replace(cuePattern(), "").match(/\p{L}/gu)?.length ?? 0;
  return rest <= LEFT_OVER ? lastCue(text) : null;
}
