/** The dates of a short text, each with the time of day that belongs to it. */
import { allMatches } from "./allMatches.js";
import { findClockTimes } from "./clockTime.js";
import { foldDigits } from "./foldedDigits.js";
import { type DateContext, type FoundDay, findNumericDays } from "./numericDate.js";
import { isDay, parseOffset, type Stamp } from "./stamp.js";
import { findWrittenDays } from "./writtenDate.js";

/** A stamp and where it stands in the text, its time of day included; the end is excluded. */
export interface FoundStamp {
  readonly stamp: Stamp;
  readonly start: number;
  readonly end: number;
}

/** Dates stand at the start of what is read: a longer span is prose. */
const LONGEST_READ = 300;

const OFFSET = "(?:\\s?(?<zulu>Z|UTC|GMT)|\\s?(?<sign>[+\\-−])(?<hours>\\d\\d)(?::?(?<minutes>\\d\\d))?)?";
/** ISO 8601 with T, or with a zone's name where the T should be; extended and basic format. */
const ISO_FORMS = [
  `(?<!\\d)(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?:T|\\s?(?:UTC|GMT)\\s?)(?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d*)?)?${OFFSET}(?!\\d)`,
  `(?<!\\d)(?<year>(?:19|20)\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)T(?<hour>\\d\\d):?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?${OFFSET}(?!\\d)`,
].map((source) => new RegExp(source, "gi"));

function isoStamp(groups: Readonly<Record<string, string | undefined>>): Stamp | null {
  const day = { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day) };
  if (!isDay(day.year, day.month, day.day)) return null;
  const hour = Number(groups.hour);
  const minute = Number(groups.minute);
  const second = Number(groups.second ?? "0");
  if (hour > 23 || minute > 59 || second > 59) return { ...day, time: null };
  const named = groups.zulu === undefined ? null : 0;
  const { sign } = groups;
  const offset = sign === undefined ? named : parseOffset(sign, groups.hours ?? "", groups.minutes ?? "");
  return { ...day, time: { hour, minute, second, fraction: groups.fraction ?? "", offset } };
}

function findIso(text: string): FoundStamp[] {
  const found: FoundStamp[] = [];
  for (const form of ISO_FORMS)
    for (const match of allMatches(text, form)) {
      const stamp = isoStamp(match.groups ?? {});
      if (stamp !== null) found.push({ stamp, start: match.index, end: match.index + match[0].length });
    }
  return found;
}

/** Without the digits of a year there is no date: what is cheap to see is looked at first. */
const HAS_YEAR = /(?:19|20)\d\d|\d\.\s?\d\d(?!\d)/;
/** Most characters between a day and its time: " um ", " o godzinie ", " , Wednesday, ". */
const FAR_AFTER = 16;
const FAR_BEFORE = 24;

type Interval = Pick<FoundDay, "start" | "end">;
const overlap = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** The first reading of each place, in the order of the text. */
function apart<T extends Interval>(days: readonly T[]): T[] {
  const kept: T[] = [];
  for (const day of days) if (!kept.some((other) => overlap(day, other))) kept.push(day);
  return kept.sort((a, b) => a.start - b.start);
}

/** The text with spaces in place of what is read already, so that no other form reads its parts. */
function blotOut(text: string, read: readonly Interval[]): string {
  let rest = text;
  for (const { start, end } of read) rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return rest;
}

/** Gives each day the time right after it, or else right before it, that no other day has taken. */
function withTimes(text: string, days: readonly FoundDay[]): FoundStamp[] {
  if (days.length === 0) return [];
  const times = findClockTimes(blotOut(text, days));
  const free = new Set(times);
  return days.map((day, index) => {
    const next = days[index + 1]?.start ?? text.length;
    const previous = days[index - 1]?.end ?? 0;
    const time =
      times.find(
        (t) => free.has(t) && t.start >= day.end && t.end <= next && t.start - day.end <= FAR_AFTER,
      ) ??
      times.findLast(
        (t) => free.has(t) && t.end <= day.start && t.start >= previous && day.start - t.end <= FAR_BEFORE,
      );
    if (time !== undefined) free.delete(time);
    return {
      stamp: { year: day.year, month: day.month, day: day.day, time: time?.time ?? null },
      start: Math.min(day.start, time?.start ?? day.start),
      end: Math.max(day.end, time?.end ?? day.end),
    };
  });
}

/** "Jane DoePublished: …", "Jane DoeMay 3, 2024": what dumps glue to a name most. Other joints may be a name's own. */
const GLUE =
  /(?<=\p{Ll})(?=(?:Published|Posted|Updated|Last|Veröffentlicht|Aktualisiert|Stand|Publié|Publicado)(?!\p{L})|\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? (?:19|20)\d\d)/gu;

/** What is read of a text: its first 300 characters with ASCII digits, glue undone. The places of stamps are places in it. */
export function readablePart(text: string): string {
  return foldDigits(text.slice(0, LONGEST_READ)).replace(GLUE, " · ");
}

/** False for a readable part without a date, as far as one look tells. */
export const mayHaveStamp = (read: string): boolean => HAS_YEAR.test(read);

/** Every date of a readable part, in order. A date lacks neither day, month nor year. */
export function findStamps(read: string, context: DateContext): FoundStamp[] {
  if (!mayHaveStamp(read)) return [];
  const iso = apart(findIso(read));
  const rest = blotOut(read, iso);
  const days = apart([...findNumericDays(rest, context), ...findWrittenDays(rest, context.language)]);
  return apart([...iso, ...withTimes(rest, days)]);
}
