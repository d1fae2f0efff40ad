/** Dates in digits, and in digits with the words of CJK and Vietnamese: nothing here needs a month's name. */
import { allMatches } from "./allMatches.js";
import { isDay } from "./stamp.js";

/** A day found in a text; the end is excluded. */
export interface FoundDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** What decides between 3 April and 4 March. */
export interface DateContext {
  /** Language of the text, ISO 639. */
  readonly language: string | null;
  /** Country of the document's locale, "US"; null when unknown. */
  readonly region: string | null;
  /** The dump's own day, "2021-12-31". */
  readonly dumpDay: string | null;
}

const YEAR = "(?:19|20)\\d\\d";
const YEAR_FIRST = new RegExp(
  `(?<![\\d./\\-:])(${YEAR})([-./])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})\\.?(?![\\d/])`,
  "g",
);
const YEAR_LAST = new RegExp(
  `(?<![\\d./\\-:])(\\d{1,2})([-./])\\s?(\\d{1,2})\\2\\s?(${YEAR}|(?<=\\.\\s?)\\d\\d)(?!\\d|[./]\\d)`,
  "g",
);
const CJK = new RegExp(
  `(?<!\\d)(${YEAR})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]?`,
  "g",
);
const VIETNAMESE = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s(?:tháng|thg)\\.?\\s(\\d{1,2}),?\\s(?:năm\\s)?(${YEAR})(?!\\d)`,
  "giu",
);

/** Countries that write the month first. */
const MONTH_FIRST_REGIONS = new Set(["US", "PH"]);
/** Languages that write the year first: with it last they have no order of their own. */
const YEAR_FIRST_LANGUAGES = new Set(["zh", "ja", "ko", "hu", "lt", "mn"]);

/**
 * Whether the day comes first; null when nothing tells. Points are used where the day comes first alone. English has
 * both orders, so it takes a country or the dump's own day to tell.
 */
function dayComesFirst(separator: string, context: DateContext): boolean | null {
  if (separator === ".") return true;
  const { language, region } = context;
  if (language === null || YEAR_FIRST_LANGUAGES.has(language)) return null;
  if (language === "en") return region === null ? null : !MONTH_FIRST_REGIONS.has(region);
  return true;
}

/** POSIX' pivot for years of two digits (strptime %y); read with points alone, "13.06.23". */
const PIVOT = 69;

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < PIVOT ? 2000 + year : 1900 + year;
}

type Day = Pick<FoundDay, "year" | "month" | "day">;

function agreesWith(day: Day, dumpDay: string | null): boolean {
  return dumpDay === `${day.year}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`;
}

/** The day of "03/04/2024"; null when the order cannot be told. */
function inOrder(
  first: number,
  second: number,
  separator: string,
  year: number,
  context: DateContext,
): Day | null {
  const readings = [
    { year, month: second, day: first },
    { year, month: first, day: second },
  ].filter((day) => isDay(day.year, day.month, day.day));
  const [dayFirst, monthFirst] = readings;
  if (dayFirst === undefined) return null;
  // Points are no slashes: 12.31.2024 is no date at all.
  if (monthFirst === undefined) return separator === "." && dayFirst.day !== first ? null : dayFirst;
  if (first === second) return dayFirst;
  const sameDay = readings.find((day) => agreesWith(day, context.dumpDay));
  if (sameDay !== undefined) return sameDay;
  const order = dayComesFirst(separator, context);
  if (order === null) return null;
  return order ? dayFirst : monthFirst;
}

function found(day: Day | null, match: RegExpExecArray): FoundDay[] {
  if (day === null || !isDay(day.year, day.month, day.day)) return [];
  return [{ ...day, start: match.index, end: match.index + match[0].length }];
}

const number = (match: RegExpExecArray, group: number): number => Number(match[group]);

/** The days of a short text with ASCII digits, in no order; they do not overlap unless two forms read one place. */
export function findNumericDays(text: string, context: DateContext): FoundDay[] {
  const days: FoundDay[] = [];
  for (const match of allMatches(text, YEAR_FIRST))
    days.push(...found({ year: number(match, 1), month: number(match, 3), day: number(match, 4) }, match));
  for (const match of allMatches(text, CJK))
    days.push(...found({ year: number(match, 1), month: number(match, 2), day: number(match, 3) }, match));
  for (const match of allMatches(text, VIETNAMESE))
    days.push(...found({ year: number(match, 3), month: number(match, 2), day: number(match, 1) }, match));
  for (const match of allMatches(text, YEAR_LAST)) {
    const year = yearOf(match[4] ?? "");
    days.push(...found(inOrder(number(match, 1), number(match, 3), match[2] ?? "", year, context), match));
  }
  return days;
}
