/** Words beside a date that say what it is: "Published", "Zuletzt aktualisiert", "обновлено", "更新". */
import dateCues from "./dateCues.yaml";

export type DateCue = "published" | "updated";

type Phrases = Readonly<Record<string, readonly string[]>>;
const { published, updated } = dateCues as { published: Phrases; updated: Phrases };

/** Scripts without spaces have no word bounds to look at. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function alternatives(phrases: Phrases): string {
  return Object.values(phrases)
    .flat()
    .sort((a, b) => b.length - a.length)
    .map((phrase) => (UNSPACED.test(phrase) ? phrase : `(?<![\\p{L}\\p{M}])${phrase}(?![\\p{L}\\p{M}])`))
    .join("|");
}

let compiled: RegExp | undefined;

function cuePattern(): RegExp {
  compiled ??= new RegExp(
    `(?<updated>${alternatives(updated)})|(?<published>${alternatives(published)})`,
    "giu",
  );
  return compiled;
}

/** The last cue of a short text; null when it has none. */
export function lastCue(text: string): DateCue | null {
  let cue: DateCue | null = null;
  for (const match of text.matchAll(cuePattern()))
    cue = match.groups?.updated === undefined ? "published" : "updated";
  return cue;
}

/** Longest text that is a cue and nothing else: "Zuletzt aktualisiert am:". */
const LONGEST_LABEL = 40;
/** Letters left beside the cue: "on", "am", "le". */
const LEFT_OVER = 4;

/** The cue of a text that is no more than a cue, such as the line above a date. */
export function labelCue(text: string): DateCue | null {
  if (text.length > LONGEST_LABEL) return null;
  const rest = text.replace(cuePattern(), "").match(/\p{L}/gu)?.length ?? 0;
  return rest <= LEFT_OVER ? lastCue(text) : null;
}
