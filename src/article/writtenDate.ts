/** Dates with the month as a word: "3. Mai 2024", "Jan. 7th, 2024", "12 de marzo de 2023", "2009. január 1.", "07-Jan-2024". */
import { monthOf } from "./monthNames.js";
import type { FoundDay } from "./numericDate.js";
import { isDay } from "./stamp.js";

const YEAR = "(?:19|20)\\d\\d";
/** A month's name, with its second part or its other name: "كانون الثاني/يناير". Its length is bounded: no name is longer. */
const WORD =
  "(?<month>[\\p{L}\\p{M}][\\p{L}\\p{M}'’׳]{1,19}(?:\\.\\p{L}{1,3})?(?:\\s(?:الأول|الثاني))?)[.॰]?(?:/[\\p{L}\\p{M}]{2,20})?";
const DAY = "(?<day>\\d{1,2})";
const NO_LETTER = "(?![\\p{L}\\p{M}])";

const FORMS = [
  // Day, month, year: most of the world. "de", "of" and the like may stand between.
  `(?<![\\d.,:/])${DAY}(?:\\s?(?:st|nd|rd|th|er|º|ª|°)${NO_LETTER})?[.,]?[\\s\\-/]{0,2}(?:(?:de|of)\\s|d['’]\\s?)?${WORD}[\\s,\\-/]{1,3}(?:(?:de|del|of|ค\\.ศ\\.)\\s)?(?<year>${YEAR})(?!\\d)`,
  // Month, day, year: American English.
  `(?<![\\p{L}\\p{M}])${WORD}[\\s\\-]${DAY}(?:st|nd|rd|th)?(?:,\\s?|\\s|-)(?:of\\s)?(?<year>${YEAR})(?!\\d)`,
  // Year, month, day: Hungarian, Lithuanian, log files.
  `(?<!\\d)(?<year>${YEAR})[.,]?[\\s\\-/]{1,2}(?:m\\.\\s)?${WORD}[\\s\\-/]${DAY}(?!\\d)\\.?`,
  // Year, day, month: Latvian.
  `(?<!\\d)(?<year>${YEAR})\\.?\\s(?:gada|g\\.)\\s${DAY}\\.\\s${WORD}`,
].map((source) => new RegExp(source, "giu"));

/** The days of a short text with ASCII digits, in no order. */
export function findWrittenDays(text: string, language: string | null): FoundDay[] {
  const days: FoundDay[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const groups = match.groups ?? {};
      const year = Number(groups.year);
      const day = Number(groups.day);
      const month = day > 31 ? null : monthOf(groups.month ?? "", language);
      if (month !== null && isDay(year, month, day))
        days.push({ year, month, day, start: match.index, end: match.index + match[0].length });
    }
  return days;
}
