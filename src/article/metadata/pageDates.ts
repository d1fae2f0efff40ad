/** The dates that a page gives, those first that are right most often; of one day the most precise. */
import type { Dates } from "../dates.js";
import { findStamps, readablePart } from "../findStamps.js";
import type { DateContext } from "../numericDate.js";
import { dayOf, formatStamp, isBefore, isDay, type Stamp } from "../stamp.js";
import type { Candidate, Choice, Rejected } from "./candidate.js";

interface Dated extends Candidate {
  readonly stamp: Stamp;
}

/** "/2024/05/03/" or "/2024-05-03-": the day that an address was made for. */
const DAY_IN_ADDRESS =
  /(?<!\d)((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)|(?<![\d.])((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/;

/** The day in an address's path; null without one. */
export function dayInAddress(address: string): string | null {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, "").split(/[?#]/, 1)[0] ?? "";
  const found = DAY_IN_ADDRESS.exec(path);
  if (found === null) return null;
  const [year, month, day] = found[1] === undefined ? found.slice(5, 8) : [found[1], found[3], found[4]];
  const stamp = { year: Number(year), month: Number(month), day: Number(day), time: null };
  return isDay(stamp.year, stamp.month, stamp.day) && stamp.month <= 12 ? dayOf(stamp) : null;
}

export interface DateSources {
  /** More trusted than the date that the page shows, and less. */
  readonly before: readonly Candidate[];
  /** Times near the headline. */
  readonly near: readonly Candidate[];
  readonly behind: readonly Candidate[];
  readonly modified: readonly Candidate[];
  /** What the page shows; asked for when the others leave a doubt, or with `everything`. */
  readonly visible: () => Dates;
  readonly everything: boolean;
  /** Of the page's address. */
  readonly day: string | null;
}

export function choosePublished(sources: DateSources, context: DateContext): Choice {
  const { before, near: times, behind, day } = sources;
  const isSure = read(before, context).dated.some(({ stamp }) => stamp.time !== null);
  const shown = isSure && !sources.everything ? [] : visible(sources.visible().published);
  const stated = read([...before, ...times, ...behind], context).dated.map(({ stamp }) => dayOf(stamp));
  const { dated, rejected } = read([...before, ...asStated(shown, stated), ...times, ...behind], context);
  const inAddress = day === null ? [] : read([{ source: "address", value: day }], context).dated;
  const [first] = [...dated.filter(({ stamp }) => dayOf(stamp) === day), ...inAddress, ...dated];
  return choice("published", eveBefore(first, dated) ?? first, [...dated, ...inAddress], rejected);
}

/** "10/09/2024" is the day that the page states elsewhere, whichever of the two comes first where it was written. */
function asStated(shown: readonly Candidate[], stated: readonly string[]): Candidate[] {
  return shown.map(({ source, value }) => {
    const turned = value.replace(/^(\d{4})-(\d\d)-(\d\d)/, "$1-$3-$2");
    const isTurned = !stated.includes(value.slice(0, turned.length)) && stated.includes(turned);
    return { source, value: isTurned ? turned : value };
  });
}

/** Newspapers show the day of the printed paper and put its articles on the net in the evening before. */
const EVENING = 17;

/** The stated time, on the clock of its own place, in the evening before the day that the page shows. */
function eveBefore(first: Dated | undefined, dated: readonly Dated[]): Dated | undefined {
  if (first === undefined || first.source !== "visible" || first.stamp.time !== null) return undefined;
  const { year, month, day } = first.stamp;
  const eve = new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
  return dated.find(
    ({ stamp }) => dayOf(stamp) === eve && !!stamp.time?.offset && stamp.time.hour >= EVENING,
  );
}

const visible = (value: string | null): Candidate[] => (value === null ? [] : [{ source: "visible", value }]);

/** A change before the publication is none. */
export function chooseModified(sources: DateSources, published: string | null, context: DateContext): Choice {
  const isSure = read(sources.modified, context).dated.length > 0;
  const shown = isSure && !sources.everything ? [] : visible(sources.visible().modified);
  const { dated, rejected } = read([...sources.modified, ...shown], context);
  const start =
    published === null ? undefined : read([{ source: "", value: published }], context).dated[0]?.stamp;
  const later = dated.filter(({ stamp }) => start === undefined || !isBefore(stamp, start));
  const early = dated.flatMap(({ source, value, stamp }) =>
    start !== undefined && isBefore(stamp, start)
      ? [{ source, value, reason: "before the publication" }]
      : [],
  );
  return choice("modified", later[0], later, [...rejected, ...early]);
}

function read(
  candidates: readonly Candidate[],
  context: DateContext,
): { dated: Dated[]; rejected: Rejected[] } {
  const dated: Dated[] = [];
  const rejected: Rejected[] = [];
  for (const candidate of candidates) {
    const stamp = stampOf(candidate.value, context);
    if (stamp === null) rejected.push({ ...candidate, reason: "no date" });
    else dated.push({ ...candidate, stamp });
  }
  return { dated, rejected };
}

/** A page gives the same date many times, and each is asked for again: found once a page. */
const found = new WeakMap<DateContext, Map<string, Stamp | null>>();

function stampOf(value: string, context: DateContext): Stamp | null {
  const known = found.get(context) ?? new Map<string, Stamp | null>();
  found.set(context, known);
  let stamp = known.get(value);
  if (stamp === undefined) {
    stamp = findStamps(readablePart(value), context)[0]?.stamp ?? null;
    known.set(value, stamp);
  }
  return stamp;
}

/** The first, in the words of the most precise one of the same day. */
function choice(
  field: string,
  first: Dated | undefined,
  dated: readonly Dated[],
  rejected: readonly Rejected[],
): Choice {
  if (first === undefined) return { field, taken: [], rejected };
  const day = dayOf(first.stamp);
  const precise =
    first.stamp.time !== null
      ? first
      : dated.find(({ stamp }) => stamp.time !== null && dayOf(stamp) === day);
  const taken = precise ?? first;
  const others = dated.filter((one) => one !== taken);
  return {
    field,
    taken: [{ source: taken.source, value: formatStamp(taken.stamp) }],
    rejected: [
      ...others.map(({ source, value, stamp }) => {
        return { source, value, reason: dayOf(stamp) === day ? "the same day" : "less trusted" };
      }),
      ...rejected,
    ],
  };
}
