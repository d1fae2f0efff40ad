/** A point in time as a text gives it: a day, perhaps a time of day, perhaps an offset. No clock and no time zone of the machine. */

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the decimal point, "" for none. */
  readonly fraction: string;
  /** Minutes east of UTC; null for a local time. */
  readonly offset: number | null;
}

export interface Stamp {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: ClockTime | null;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether the calendar has the day. */
export function isDay(year: number, month: number, day: number): boolean {
  const last = (DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  return day >= 1 && day <= last;
}

const pad = (value: number): string => String(value).padStart(2, "0");

function formatOffset(offset: number | null): string {
  if (offset === null) return "";
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The local day, "2021-12-31". */
export function dayOf(stamp: Stamp): string {
  return `${stamp.year}-${pad(stamp.month)}-${pad(stamp.day)}`;
}

/** RFC 3339; without an offset a local time, without a time the day alone. */
export function formatStamp(stamp: Stamp): string {
  const { time } = stamp;
  if (time === null) return dayOf(stamp);
  const fraction = /[1-9]/.test(time.fraction) ? `.${time.fraction}` : "";
  const clock = `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
  return `${dayOf(stamp)}T${clock}${fraction}${formatOffset(time.offset)}`;
}

/** Milliseconds since 1970 on the clock of the stamp's own place. */
function localInstant({ year, month, day, time }: Stamp): number {
  const start = Date.UTC(year, month - 1, day);
  if (time === null) return start;
  return (
    start + ((time.hour * 60 + time.minute) * 60 + time.second + Number(`0.${time.fraction || "0"}`)) * 1000
  );
}

const MINUTE = 60_000;

/** Milliseconds since 1970 in UTC; null where the offset is not known. */
function instantOf(stamp: Stamp): number | null {
  const offset = stamp.time?.offset ?? null;
  return offset === null ? null : localInstant(stamp) - offset * MINUTE;
}

/** Whether `stamp` is before `other` as far as both are known: a day is not before its own hours. */
export function isBefore(stamp: Stamp, other: Stamp): boolean {
  if (stamp.time === null || other.time === null) return dayOf(stamp) < dayOf(other);
  const instant = instantOf(stamp);
  const otherInstant = instantOf(other);
  if (instant === null || otherInstant === null) return localInstant(stamp) < localInstant(other);
  return instant < otherInstant;
}

/** The day in UTC; the local day where the offset is not known. */
function utcDayOf(stamp: Stamp): string {
  const instant = instantOf(stamp);
  return instant === null ? dayOf(stamp) : new Date(instant).toISOString().slice(0, 10);
}

/** Whether the stamp lies after the whole of a day ("2021-12-31"), on the clocks of its own place and of UTC alike. */
export function isAfterDay(stamp: Stamp, day: string): boolean {
  return dayOf(stamp) > day && utcDayOf(stamp) > day;
}

/** The later of two; of two that are not apart the first. */
export function laterOf(stamp: Stamp, other: Stamp): Stamp {
  return isBefore(stamp, other) ? other : stamp;
}

/** The offsets that places on Earth have, in minutes: UTC-12 to UTC+14. */
const WEST = -12 * 60;
const EAST = 14 * 60;

/** Minutes of "+02:00", "-0500", "+2"; null where no place on Earth has it. */
export function parseOffset(sign: string, hours: string, minutes: string): number | null {
  const value = (Number(hours) * 60 + Number(minutes || "0")) * (sign === "-" || sign === "−" ? -1 : 1);
  return Number(minutes || "0") < 60 && value >= WEST && value <= EAST ? value : null;
}
