/** The matches of a pattern in a text. */

const NONE: readonly RegExpExecArray[] = [];

/**
 * All that a global pattern finds, none of them empty. `matchAll` makes a copy of the pattern, which takes longer than to
 * search a line for what most lines do not have.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
