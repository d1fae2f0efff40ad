/**
 * The publisher's record. Dumps of schema.org microdata print it in one line: name, e-mail, telephone, legal name,
 * the logo's width and height; parts may be missing or stand in another order, but the name comes first.
 */
import type { LabelledSpan, Publisher } from "../model.js";
import { alternation, type CueList, wordsOfList } from "./cueList.js";
import { textsOf } from "./labelledSpans.js";
import publisherCues from "./publisherCues.yaml";

const NOBODY: Publisher = { name: null, legalName: null, email: null, telephone: null };

type Field = keyof Publisher;
const cues = publisherCues as Readonly<Record<Field, CueList>>;

/** A record is one line; a longer one is prose. */
const LONGEST_READ = 500;

// Letters as ranges, here and below: patterns with \p{L} take milliseconds to compile, on every start.
const EMAIL = /[\w\u00c0-\uffff.%+-]{1,64}@[\w\u00c0-\uffff-]+(?:\.[\w\u00c0-\uffff-]+)+/;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;
/** 7 to 15 digits (E.164) in groups as people write them. */
const TELEPHONE = /(?<![\w\u00c0-\uffff@.])[+(\d][\d\s().\-/]{5,24}\d(?![\w\u00c0-\uffff])/;
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;
/** The logo's size at the end of the line. */
const LOGO_SIZE = /\s[1-9]\d{1,3}\s?[x×\s]\s?[1-9]\d{1,3}(?:\spx)?(?:\s(?:true|false))?$/i;

const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** Without the logo's size; but the last groups of a telephone number look like one, and what they leave is no number. */
function withoutLogoSize(text: string): string {
  const size = LOGO_SIZE.exec(text);
  if (size === null) return text;
  const rest = text.slice(0, size.index);
  const trailing = /[+\d][\d\s().\-/]*$/u.exec(rest.slice(-30))?.[0] ?? "";
  return trailing === "" || digitsIn(trailing) >= LEAST_DIGITS ? rest : text;
}

const CUE_WORDS = new RegExp(
  `(?<![\\w\\u00c0-\\uffff])(?:${alternation([...wordsOfList(cues.email), ...wordsOfList(cues.telephone)])})(?:\\.?\\s?[:：]|\\.)`,
  "gi",
);

const STRIPPED = /^[\s,;:|·•–—()/-]+|[\s,;:|·•–—(/-]+$/gu;

function tidy(text: string): string | null {
  const name = text.replace(CUE_WORDS, " ").replace(/\s+/gu, " ").replace(STRIPPED, "");
  return /[A-Za-z\u00c0-\uffff]/.test(name) ? name : null;
}

function telephoneIn(text: string): string | null {
  const found = TELEPHONE.exec(text)?.[0].trim() ?? "";
  const digits = digitsIn(found);
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS ? found : null;
}

/** Words of a name at most; more is a sentence that gives an address. */
const LONGEST_NAME = 8;

function isName(text: string): boolean {
  return text.split(" ").length <= LONGEST_NAME && !/[.!?:]\s+[A-Za-z\u00c0-\uffff]{4}|[!?:]$/.test(text);
}

const MARK = "\u0000";

/** One line, detail by detail. */
function recordOfLine(line: string): Publisher {
  const text = withoutLogoSize(line.replaceAll(MARK, " ").replace(ADDRESS, " ").trim());
  const email = EMAIL.exec(text)?.[0] ?? null;
  const withoutEmail = email === null ? text : text.replace(email, MARK);
  const telephone = telephoneIn(withoutEmail);
  const rest = telephone === null ? withoutEmail : withoutEmail.replace(telephone, MARK);
  if (email === null && telephone === null) return NOBODY;
  const [name = null, legalName = null] = rest
    .split(MARK)
    .flatMap((part) => tidy(part) ?? [])
    .filter(isName);
  return { name, legalName, email, telephone };
}

/** `"name": "Harbour Post"`, `telephone=…`. */
function statedField(text: string, field: Field): string | null {
  const found = new RegExp(
    `(?<!\\p{L})["']?(?:${alternation(wordsOfList(cues[field]))})["']?\\s?[:=]\\s?["']([^"']{1,200})["']`,
    "iu",
  ).exec(text);
  return found?.[1] ?? null;
}

function recordOf(text: string): Publisher {
  const read = text.slice(0, LONGEST_READ);
  if (!/["']\s?[:=]\s?["']/u.test(read)) return recordOfLine(read);
  return {
    name: statedField(read, "name"),
    legalName: statedField(read, "legalName"),
    email: statedField(read, "email") ?? EMAIL.exec(read)?.[0] ?? null,
    telephone: statedField(read, "telephone"),
  };
}

const knownOf = (publisher: Publisher): number =>
  Object.values(publisher).filter((value) => value !== null).length;

/** Different contact lines that are read. */
const MOST_LINES = 20;

/** Of the line that stands most often; of as many the one that tells most. All null without one. */
export function publisherOf(spans: readonly LabelledSpan[]): Publisher {
  const counts = new Map<string, number>();
  for (const text of textsOf(spans, "contact")) counts.set(text, (counts.get(text) ?? 0) + 1);
  const records = [...counts]
    .slice(0, MOST_LINES)
    .map(([text, count]) => ({ publisher: recordOf(text), count }))
    .filter(({ publisher }) => knownOf(publisher) > 0)
    .sort((a, b) => b.count - a.count || knownOf(b.publisher) - knownOf(a.publisher));
  return records[0]?.publisher ?? NOBODY;
}
