/**
 * When the article appeared and when it was last changed.
 *
 * Stamps come from the timestamp and byline spans. Those that a machine wrote (ISO 8601, alone in their spans) are
 * schema.org's datePublished and dateModified in that order. Of dates written for people a cue word decides what they
 * are; without one the date nearest above the body is that of publication. A page that tells its last change alone is
 * dated by it: of 60 such pages 50 had appeared on that day. The dump's own day is
 * the last resort, and no published date is later than it.
 */
import type { LabelledSpan } from "../model.js";
import { type DateCue, labelCue, lastCue, mayHaveCue } from "./dateCue.js";
import { findStamps, mayHaveStamp, readablePart } from "./findStamps.js";
import type { SpanRange } from "./labelledSpans.js";
import type { DateContext } from "./numericDate.js";
import { dayOf, formatStamp, isAfterDay, isBefore, laterOf, type Stamp } from "./stamp.js";

export interface Dates {
  readonly published: string | null;
  readonly modified: string | null;
}

interface Candidate {
  readonly stamp: Stamp;
  readonly cue: DateCue | null;
  /** ISO 8601, and nothing else in the span. */
  readonly machine: boolean;
  /** Position of its span in the document. */
  readonly at: number;
}

/** Stamps are looked for in so many spans; a page of more is a table of dates. */
const MOST_SPANS = 400;

/** People write the day of a page like this too, so without a time it takes a second one beside it. */
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const ISO_TIME = /^\d{4}-?\d\d-?\d\d(?:T|\s?UTC| )\d\d:?\d\d[\d:.,+\-−Z ]*$/;

/** What each stamp of a text is, by the words before it, or after it where the text's first word is a date: "1月7日 更新". */
function cuesOf(
  read: string,
  bounds: readonly { readonly start: number; readonly end: number }[],
): (DateCue | null)[] {
  const between = [...bounds, { start: read.length, end: read.length }].map(({ start }, index) =>
    lastCue(read.slice(bounds[index - 1]?.end ?? 0, start)),
  );
  const follows = between[0] === null && between[bounds.length] !== null;
  return bounds.map((_, index) => between[follows ? index + 1 : index] ?? null);
}

function isMachine(spans: readonly LabelledSpan[], at: number): boolean {
  const text = spans[at]?.span.text ?? "";
  if (ISO_TIME.test(text)) return true;
  return (
    ISO_DAY.test(text) &&
    [spans[at - 1], spans[at + 1]].some((beside) => ISO_DAY.test(beside?.span.text ?? ""))
  );
}

function candidatesOf(spans: readonly LabelledSpan[], at: number, context: DateContext): Candidate[] {
  const read = readablePart(spans[at]?.span.text ?? "");
  const found = findStamps(read, context);
  if (found.length === 0) return [];
  const cues = cuesOf(read, found);
  cues[0] ??= labelCue(spans[at - 1]?.span.text ?? "");
  const machine = isMachine(spans, at);
  return found.map(({ stamp }, index) => ({
    stamp,
    cue: cues[index] ?? null,
    machine,
    at,
  }));
}

function allCandidates(spans: readonly LabelledSpan[], body: SpanRange, context: DateContext): Candidate[] {
  const found: Candidate[] = [];
  let read = 0;
  for (let at = 0; at < spans.length && read < MOST_SPANS; at++) {
    const label = spans[at]?.label;
    if (label !== "timestamp" && label !== "byline") continue;
    read++;
    if (isNear(at, body) || isMachine(spans, at) || mayBeCued(spans, at))
      found.push(...candidatesOf(spans, at, context));
  }
  return found;
}

/** Whether a date there may be told what it is; cheap, as pages have lists of dates that are not. */
function mayBeCued(spans: readonly LabelledSpan[], at: number): boolean {
  const read = readablePart(spans[at]?.span.text ?? "");
  return mayHaveStamp(read) && (mayHaveCue(read) || labelCue(spans[at - 1]?.span.text ?? "") !== null);
}

/** Spans between two dates of one dateline. */
const NEAR = 2;

/** A dateline below the first words of the body is at most as many spans below; one at its end as many behind. */
const NEAR_START = 6;
const NEAR_END = 4;

/** A date further down is some other text's, a comment's or a teaser's: of 473 real pages, for two out of three. */
const isOfBody = ({ at, cue }: Candidate, body: SpanRange): boolean => cue !== null || isNear(at, body);

const isNear = (at: number, { first, last }: SpanRange): boolean =>
  at - first <= NEAR_START || (at > last && at - last <= NEAR_END);

/** Machine stamps first; then those of the dateline above the body, then the others above, then those below. */
function byPreference(candidates: readonly Candidate[], body: SpanRange): Candidate[] {
  const machine = candidates.filter((candidate) => candidate.machine);
  const human = candidates.filter((candidate) => !candidate.machine);
  const above = human.filter(({ at }) => at < body.first);
  const below = human.filter((candidate) => candidate.at >= body.first && isOfBody(candidate, body));
  let first = above.length - 1;
  while (first > 0 && (above[first]?.at ?? 0) - (above[first - 1]?.at ?? 0) <= NEAR) first--;
  return [...machine, ...above.slice(Math.max(first, 0)), ...above.slice(0, Math.max(first, 0)), ...below];
}

/** The stamps that follow a machine stamp span by span: what one record says of its dates. */
function sameRecord(candidates: readonly Candidate[], first: Candidate): Candidate[] {
  const start = candidates.indexOf(first);
  let end = start + 1;
  while (candidates[end]?.machine && (candidates[end]?.at ?? 0) - (candidates[end - 1]?.at ?? 0) <= 1) end++;
  return candidates.slice(start, end).filter(({ cue }) => cue !== "published");
}

interface Chosen {
  readonly published: Stamp | null;
  readonly modified: Stamp | null;
}

/** The dates of a record of machine stamps. When they run backwards the record names the change first, unless the dump's day says otherwise. */
function chooseFromRecord(record: readonly Candidate[], dumpDay: string | null): Chosen {
  const [first, ...rest] = record.map(({ stamp }) => stamp);
  if (first === undefined || rest.length === 0) return { published: first ?? null, modified: null };
  const last = rest.reduce(laterOf);
  if (!isBefore(last, first)) return { published: first, modified: last };
  if (dayOf(first) === dumpDay) return { published: first, modified: null };
  return { published: last, modified: first };
}

function choose(ordered: readonly Candidate[], dumpDay: string | null): Chosen {
  const plausible = ordered.filter(({ stamp }) => dumpDay === null || !isAfterDay(stamp, dumpDay));
  const first =
    plausible.find(({ cue, machine }) => machine && cue !== "updated") ??
    plausible.find(({ cue }) => cue === "published") ??
    plausible.find(({ cue }) => cue === null);
  const only = first ?? plausible.find(({ cue, machine }) => !machine && cue === "updated");
  const fromRecord = first?.machine ? chooseFromRecord(sameRecord(ordered, first), dumpDay) : null;
  const published = fromRecord?.published ?? only?.stamp ?? null;
  const updates = ordered.filter(
    ({ cue, stamp }) => cue === "updated" && !(published && isBefore(stamp, published)),
  );
  return { published, modified: fromRecord?.modified ?? updates[0]?.stamp ?? null };
}

/** A subhead may stand above the dateline: the body that dates are sought around begins with its first paragraph. */
function belowSubheads(spans: readonly LabelledSpan[], { first, last }: SpanRange): SpanRange {
  const paragraph = spans.findIndex(({ label }, i) => i >= first && label === "body");
  return { first: paragraph < 0 ? first : paragraph, last };
}

/** `body` is null for a document without one: all its dates stand above it then. */
export function datesOf(spans: readonly LabelledSpan[], body: SpanRange | null, context: DateContext): Dates {
  const range = body === null ? { first: spans.length, last: spans.length } : belowSubheads(spans, body);
  const { published, modified } = choose(
    byPreference(allCandidates(spans, range, context), range),
    context.dumpDay,
  );
  return {
    published: published === null ? context.dumpDay : formatStamp(published),
    modified: modified === null ? null : formatStamp(modified),
  };
}
