/** Dates with the month as a word: "3. Mai 2024", "Jan. 7th, 2024", "12 de marzo de 2023", "2009. január 1.", "07-Jan-2024". */
import { allMatches } from "./allMatches.js";
import { monthOf } from "./monthNames.js";
import type { FoundDay } from "./numericDate.js";
import { isDay } from "./stamp.js";

const YEAR = "(?<year>(?:19|20)\\d\\d)";
/** A month's name, with its second part or its other name: "كانون الثاني/يناير". Its length is bounded: no name is longer. */
const WORD =
  "(?<month>[\\p{L}\\p{M}][\\p{L}\\p{M}'’׳]{1,19}(?:\\.\\p{L}{1,3})?(?:\\s(?:الأول|الثاني))?)[.॰]?(?:/[\\p{L}\\p{M}]{2,20})?";
const DAY = "(?<day>\\d{1,2})";
// Both cases are spelled out: a case-insensitive pattern with \p{L} takes ten times as long to compile.
const ORDINAL = "(?:\\s?(?:[Ss][Tt]|[NnRr][Dd]|[Tt][Hh]|[Ee][Rr]|º|ª|°)(?![\\p{L}\\p{M}]))?";
const OF = "(?:(?:[Dd][Ee][Ll]?|[Oo][Ff]|ค\\.ศ\\.)\\s|[Dd]['’]\\s?)?";

const SOURCES = [
  // Day, month, year: most of the world. "de", "of" and the like may stand between.
  `(?<![\\d.,:/])${DAY}${ORDINAL}[.,]?[\\s\\-/]{0,2}${OF}${WORD}[\\s,\\-/]{1,3}${OF}${YEAR}(?!\\d)`,
  // Month, day, year: American English.
  `(?<![\\p{L}\\p{M}])${WORD}[\\s\\-]${DAY}${ORDINAL}(?:,\\s?|\\s|-)${OF}${YEAR}(?!\\d)`,
  // Year, month, day: Hungarian, Lithuanian, log files.
  `(?<!\\d)${YEAR}[.,]?[\\s\\-/]{1,2}(?:m\\.\\s)?${WORD}[\\s\\-/]${DAY}(?!\\d)\\.?`,
  // Year, day, month: Latvian.
  `(?<!\\d)${YEAR}\\.?\\s(?:gada|g\\.)\\s${DAY}\\.\\s${WORD}`,
];

let forms: readonly RegExp[] | undefined;

function compiledForms(): readonly RegExp[] {
  forms ??= SOURCES.map((source) => new RegExp(source, "gu"));
  return forms;
}

/** Letters, the digits of a year and those of a day: without all no date is written out, and no pattern need be compiled. */
const MAY_BE_WRITTEN = /[A-Za-z\u00aa-\uffff]{2}/;
const HAS_YEAR = /(?:19|20)\d\d/;
const HAS_DAY = /(?<!\d)\d{1,2}(?!\d)/;

/** The days of a short text with ASCII digits, in no order. */
export function findWrittenDays(text: string, language: string | null): FoundDay[] {
  if (!MAY_BE_WRITTEN.test(text) || !HAS_YEAR.test(text) || !HAS_DAY.test(text)) return [];
  const days: FoundDay[] = [];
  for (const form of compiledForms())
    for (const match of allMatches(text, form)) {
      const groups = match.groups ?? {};
      const year = Number(groups.year);
      const day = Number(groups.day);
      const month = day > 31 ? null : monthOf(groups.month ?? "", language);
      if (month !== null && isDay(year, month, day))
        days.push({ year, month, day, start: match.index, end: match.index + match[0].length });
    }
  return days;
}
