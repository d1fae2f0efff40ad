/**
 * The title among those that a page gives. Each has what its source is worth, and what the others say with it: the h1 of
 * some pages is the section's, the og:title of others is written for clicks, and most titles carry the site's name.
 */
import { cutsOf, withoutSiteName } from "../../classify/site-name.js";
import { foldedWords } from "../../features/words.js";
import type { Candidate, Choice } from "./candidate.js";

/** Share of pages on which a source alone is right, of a study of 500; what is not here is seldom there. */
const WORTH: Readonly<Record<string, number>> = {
  h1: 0.87,
  "JSON-LD headline": 0.86,
  "meta og:title": 0.75,
  "property headline": 0.7,
  "meta twitter:title": 0.6,
  title: 0.5,
};
const OTHER_WORTH = 0.4;
/** How much what another source says counts against the source's own worth. */
const AGREEMENT = 0.2;
/** A heading of the page that shares so much with another source is the headline: the others are written for search engines. */
const RELATED = 0.25;
const RELATED_WORTH = 0.4;
/** One that shares less is the site's name, or a section's, unless it is too long for either. */
const UNRELATED_WORTH = -0.4;
const LONGEST_SECTION = 6;

const MOST_CANDIDATES = 20;
const LONGEST = 1_000;

export function chooseTitle(given: readonly Candidate[], siteNames: readonly Candidate[]): Choice {
  const names = new Set(siteNames.map(({ value }) => foldedWords(value)));
  const candidates = given
    .slice(0, MOST_CANDIDATES)
    .filter(({ value }) => value !== "" && value.length <= LONGEST && !names.has(foldedWords(value)))
    .map((candidate) => ({ ...candidate, value: withoutSite(candidate, given, names) }));
  const words = candidates.map(({ value }) => foldedWords(value).split(" "));
  let best = -1;
  let most = 0;
  candidates.forEach(({ source }, i) => {
    const shared = agreement(candidates, words, i);
    const isHeadline = shared >= RELATED || (words[i]?.length ?? 0) > LONGEST_SECTION;
    const heading = !isHeading(source) ? 0 : isHeadline ? RELATED_WORTH : UNRELATED_WORTH;
    const points = (WORTH[source] ?? OTHER_WORTH) + AGREEMENT * shared + heading;
    if (points > most) {
      best = i;
      most = points;
    }
  });
  best = uncut(candidates, better(candidates, best));
  return {
    field: "title",
    taken: candidates.slice(best, best + 1),
    rejected: candidates.flatMap((candidate, i) => {
      if (i === best) return [];
      const same = candidate.value === candidates[best]?.value;
      return [{ ...candidate, reason: same ? "the same" : "less trusted and less agreed on" }];
    }),
  };
}

/** A headline that another source has without what stands before or behind it has at least so much of its words. */
const PART = 0.5;

/**
 * The headline with its kicker where a record sets it before ("Ice: Harbour closed"), and without what a template prints
 * into the same heading, a section or a date.
 */
function better(candidates: readonly Candidate[], best: number): number {
  const own = foldedWords(candidates[best]?.value ?? "");
  const stated = (i: number): boolean =>
    /^(?:JSON-LD headline|meta og:title)$/.test(candidates[i]?.source ?? "");
  const found = candidates.findIndex(({ value }, i) => {
    const text = foldedWords(value);
    if (!stated(i) || text === own) return false;
    const longer = text.endsWith(` ${own}`) && value.slice(0, -own.length).includes(":");
    const before = candidates[best]?.value.slice(0, -value.length).trimEnd() ?? "";
    return longer || (own.endsWith(` ${text}`) && text.length >= PART * own.length && !before.endsWith(":"));
  });
  return found < 0 ? best : found;
}

/** Characters of titles that are cut for search engines, less the word that would not go in. */
const CUT_LENGTH = 60;

/** The heading that goes on where a record's title was cut to a length. */
function uncut(candidates: readonly Candidate[], best: number): number {
  const own = candidates[best]?.value ?? "";
  if (own.length < CUT_LENGTH || isHeading(candidates[best]?.source ?? "")) return best;
  const start = `${foldedWords(own)} `;
  const whole = candidates.findIndex(
    ({ source, value }) => isHeading(source) && foldedWords(value).startsWith(start),
  );
  return whole < 0 ? best : whole;
}

const isHeading = (source: string): boolean => /^h\d$/.test(source);

/** How far the source of another kind that says nearest to the same does. */
function agreement(
  candidates: readonly Candidate[],
  words: readonly (readonly string[])[],
  at: number,
): number {
  let most = 0;
  candidates.forEach(({ source }, i) => {
    if (i !== at && source !== candidates[at]?.source)
      most = Math.max(most, similarity(words[at] ?? [], words[i] ?? []));
  });
  return most;
}

/** One word is in any two titles of a site. */
const SHARED_WORDS = 2;

/** Dice's coefficient of two lists of words; 0 for one word in common. */
function similarity(a: readonly string[], b: readonly string[]): number {
  const own = new Set(a);
  const both = new Set(b.filter((word) => own.has(word))).size;
  return both < SHARED_WORDS && both < own.size ? 0 : (2 * both) / (own.size + new Set(b).size);
}

/** Headings say the headline alone; other titles lose what another title does without, or a site's name. */
function withoutSite(
  { source, value }: Candidate,
  given: readonly Candidate[],
  names: ReadonlySet<string>,
): string {
  const cuts = cutsOf(value);
  for (const { left, right } of cuts) {
    if (names.has(foldedWords(right))) return left;
    if (names.has(foldedWords(left))) return right;
  }
  const named = [...names].find((name) => name !== "" && foldedWords(value).startsWith(`${name} `));
  if (named !== undefined && source === "title" && foldedWords(value.slice(0, named.length)) === named)
    return value.slice(named.length).replace(/^[\s:|–—-]+/u, "");
  const others = new Set(given.flatMap((other) => (other.value === value ? [] : [foldedWords(other.value)])));
  const part = cuts.flatMap(({ left, right }) => [left, right]).find((half) => others.has(foldedWords(half)));
  if (part !== undefined) return part;
  return source.startsWith("JSON-LD") ? value : withoutSiteName(value);
}
