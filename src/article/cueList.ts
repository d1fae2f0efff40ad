/** Word lists of the cue files: words and phrases with commas between them, in one line. */

export type CueList = string;
/** One list a language. */
export type CuesByLanguage = Readonly<Record<string, CueList>>;

export function wordsOfList(list: CueList): string[] {
  return list.split(", ");
}

export function wordsOfLists(lists: CuesByLanguage): string[] {
  return Object.values(lists).flatMap(wordsOfList);
}

/** An alternation that tries the longest word first; the words are literal. */
export function alternation(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?()[\]{}|\\^$]/g, "\\$&"))
    .join("|");
}
