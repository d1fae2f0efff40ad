/**
 * The site's name in a page's title: what stands behind the last bar or dash, and is short and written as names are.
 */

/** Between a headline and a site's name: a bar needs no space, a dash does, since headlines have dashes inside words. */
const JOINT = /\s*[|»｜]\s*|\s+(?:[-–—·•]|::)\s+/gu;

export interface Cut {
  readonly left: string;
  readonly right: string;
  /** A bar or double colon, which sentences do not have. */
  readonly hard: boolean;
}

/** Most joints looked at, from each end: "Headline | Section | Site". */
const MOST_JOINTS = 4;

export function cutsOf(title: string): Cut[] {
  const joints = [...title.matchAll(JOINT)].map((match) => ({
    left: title.slice(0, match.index),
    right: title.slice(match.index + match[0].length),
    hard: /[|»｜:]/u.test(match[0]),
  }));
  return joints.length <= 2 * MOST_JOINTS
    ? joints
    : [...joints.slice(0, MOST_JOINTS), ...joints.slice(-MOST_JOINTS)];
}

/** Words, or characters where they are not set apart. */
function length(text: string): number {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{L}\p{M}\p{N}’'.&-]+/gu)
      ?.length ?? 0
  );
}

/** A site's name is short: "The Morning Harbour Post and Mail". */
const LONGEST_NAME = 6;
/** After a mere dash, where a headline can have a second half, it must be shorter. */
const LONGEST_AFTER_DASH = 4;
/** A headline has as many words at least … */
const SHORTEST_HEADLINE = 3;
/** … or one less before a bar: "Local news | The Harbour Post". */
const SHORTEST_BEFORE_BAR = 2;

/** Small words of names that stay in lower case. */
const SMALL =
  /^(?:of|the|and|for|in|on|at|to|de|la|le|les|du|des|del|el|y|e|et|di|da|do|der|die|das|und|van|von|für|im|am|&)$/iu;

/** Every word as names are written: a capital, a domain, or a script without capitals. */
function looksLikeName(text: string): boolean {
  if (/[?!。？！…:"“”«»]|\.$|^[\d\s./-]+$/u.test(text)) return false;
  return text.split(/\s+/u).every((word) => SMALL.test(word) || /^[^\p{Ll}]|\.\p{L}{2,}$/u.test(word));
}

function isSiteTail({ left, right, hard }: Cut): boolean {
  const words = length(right);
  const headline = length(left);
  if (words === 0 || words > (hard ? LONGEST_NAME : LONGEST_AFTER_DASH)) return false;
  if (headline >= Math.max(SHORTEST_HEADLINE, words)) return hard || looksLikeName(right);
  // The shorter half may be the site's name, so the other must look like one and be hardly longer.
  return hard && headline >= SHORTEST_BEFORE_BAR && words <= headline + 1 && looksLikeName(right);
}

/** The title without what looks like a site's name at its end; never empty. */
export function withoutSiteName(title: string): string {
  const cuts = cutsOf(title);
  let rest = title;
  for (const cut of cuts.toReversed()) {
    // Seen from the right, each further cut must leave a name and nothing but it.
    const right = rest.slice(cut.left.length).replace(JOINT, "").trim();
    if (!isSiteTail({ ...cut, right })) break;
    rest = cut.left;
  }
  return rest;
}
