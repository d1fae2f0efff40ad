/** The time of day that stands beside a date: "15:47 Uhr", "12:20pm", "15h47", "10時15分", "07:52:00.5 +0000", "3 p.m. EST". */
import { allMatches } from "./allMatches.js";
import { alternation, type CueList, wordsOfList } from "./cueList.js";
import dateCues from "./dateCues.yaml";
import { type ClockTime, parseOffset } from "./stamp.js";

/**
 * Minutes east of UTC of zone names that mean one thing: those of RFC 2822 and the common ones of Europe, Asia and
 * Australia. CST, IST and BST are left out (two continents each), and so is ET, which is two zones in a year.
 */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const { am, pm } = dateCues as unknown as { am: CueList; pm: CueList };
const MERIDIEM = `(?:${alternation([...wordsOfList(am), ...wordsOfList(pm)])})`;
const NO_LETTER = "(?![\\p{L}\\p{M}])";

/** Colon forms, "15h47", "15.47" and 時分; then "3 pm", which has no minutes. */
const CLOCK = new RegExp(
  `(?:(?<before>${MERIDIEM})\\s?)?(?<![\\d:.,/])(?:(?<hour>\\d{1,2})(?:[:.]|[h時时시點点]\\s?)(?<minute>\\d{2})(?:(?:[:.]|[分분]\\s?)(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?[分秒분초]?(?:\\s?(?<after>${MERIDIEM})\\.?${NO_LETTER})?(?:\\s?(?:Uhr|hrs?)${NO_LETTER})?|(?<whole>\\d{1,2})\\s?(?<wholeAfter>[ap]\\.?m)\\.?${NO_LETTER})(?![\\d:])`,
  "giu",
);

/** What may follow: a zone's name, an offset. A bare offset has four digits, or it could be a range or a dash. */
const ZONE =
  /\s?\(?(?:(?<utc>UTC|GMT)\s?(?<sign>[+\-−])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?|(?<name>[A-Z]{1,4})(?!\p{L})|(?<=\s|:\d\d:\d\d|\.\d{1,9})(?<bareSign>[+\-−])(?<bareHours>\d\d):?(?<bareMinutes>\d\d))(?!\d)/uy;

const withoutPoints = (word: string): string => word.toLowerCase().replaceAll(".", "");
const AM = new Set(wordsOfList(am).map(withoutPoints));
const PM = new Set(wordsOfList(pm).map(withoutPoints));

/** Hour on the 24-hour clock; null where the clock does not have it. */
function hourOf(hour: number, meridiem: string | undefined): number | null {
  const word = meridiem === undefined ? undefined : withoutPoints(meridiem);
  if (word === undefined || hour > 12) return hour < 24 ? hour : null;
  if (PM.has(word)) return (hour % 12) + 12;
  return AM.has(word) ? hour % 12 : hour;
}

interface Zone {
  readonly offset: number | null;
  readonly length: number;
}

function zoneAt(text: string, end: number): Zone {
  ZONE.lastIndex = end;
  const found = ZONE.exec(text);
  const groups = found?.groups;
  if (!found || !groups) return { offset: null, length: 0 };
  const sign = groups.sign ?? groups.bareSign;
  const offset =
    sign === undefined
      ? (ZONES[groups.name ?? ""] ?? null)
      : parseOffset(sign, groups.hours ?? groups.bareHours ?? "", groups.minutes ?? groups.bareMinutes ?? "");
  return { offset, length: offset === null ? 0 : found[0].length };
}

export interface FoundTime {
  readonly time: ClockTime;
  readonly start: number;
  readonly end: number;
}

/** The times of day of a short text with ASCII digits, in order. */
export function findClockTimes(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  for (const match of allMatches(text, CLOCK)) {
    const groups = match.groups ?? {};
    const meridiem = groups.before ?? groups.after ?? groups.wholeAfter;
    const hour = hourOf(Number(groups.hour ?? groups.whole), meridiem);
    const minute = Number(groups.minute ?? "0");
    const second = Number(groups.second ?? "0");
    if (hour === null || minute > 59 || second > 59) continue;
    const end = match.index + match[0].length;
    const zone = zoneAt(text, end);
    const time = { hour, minute, second, fraction: groups.fraction ?? "", offset: zone.offset };
    found.push({ time, start: match.index, end: end + zone.length });
  }
  return found;
}
