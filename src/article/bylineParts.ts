/** What a byline line is made of: its parts, and the part that a cue ("By", "Text:", "文/") opens. */
import { alternation, type CuesByLanguage, wordsOfLists } from "./cueList.js";
import { findStamps, readablePart } from "./findStamps.js";
import peopleCues from "./peopleCues.yaml";

const { by } = peopleCues as { by: CuesByLanguage };

/** "By Jane Doe", "Text: Jane Doe", "文/王小明", "記者 山田". */
const CUE = new RegExp(`^(?:${alternation(wordsOfLists(by))})\\.?(?:\\s?[:：/／|]\\s?|\\s+|$)`, "iu");
/** Dumps glue "ByJane Doe", and "Written byby Jane Doe" where a page prints the word for readers of the screen again. */
const GLUED_CUE = /^(?:[Ww]ritten )?(?:[Bb]y|[Bb]yby )(?=\p{Lu}[\p{L}.])/u;
/** "By Jane Doe | Politics Reporter | 5 min read". */
const JOINT = /\s*[|·•/／»—\n]\s*|\s+[–-]\s+/u;
/** E-mail and web addresses and handles. */
const ADDRESS = /\S{0,80}@\S{1,80}|https?:\S+/giu;

const NO_CONTEXT = { language: null, region: null, dumpDay: null };

export interface BylinePart {
  /** Without its cue. */
  readonly text: string;
  readonly cued: boolean;
}

function withoutCue(part: string): BylinePart {
  const whole = part.trim();
  const [cue] = CUE.exec(whole) ?? GLUED_CUE.exec(whole) ?? [];
  if (cue === undefined) return { text: whole, cued: false };
  const text = whole.slice(cue.length);
  // "Written by: by Jane Doe" has two; without the colon the second is her name.
  return { text: /[:：]\s?$/u.test(cue) ? text.replace(CUE, "") : text, cued: true };
}

/** The parts of the first 300 characters; dates and addresses part them and are in none. */
export function bylineParts(byline: string): BylinePart[] {
  let text = readablePart(byline).replace(ADDRESS, " | ");
  for (const { start, end } of findStamps(text, NO_CONTEXT).toReversed())
    text = `${text.slice(0, start)} | ${text.slice(end)}`;
  return text.split(JOINT).map(withoutCue);
}
