/** What every format is: how a record looks, and what stands around the records. */
import type { Article } from "../model.js";

/** Keys of the record, in the record's order. */
export const RECORD_KEYS = [
  "source",
  "url",
  "title",
  "description",
  "authors",
  "published",
  "modified",
  "publisher",
  "section",
  "tags",
  "language",
  "images",
  "related",
  "body",
  "text",
  "noise",
  "confidence",
  "blocks",
  "extra",
] as const satisfies readonly (keyof Article)[];
export type RecordKey = (typeof RECORD_KEYS)[number];

export interface FormatterOptions {
  /** There may be more than one record: an array instead of an object, a head over each text. */
  readonly many: boolean;
  /** Whether texts of several documents are headed by their paths. */
  readonly heads: boolean;
  /** The keys that are wanted, in this order; null for the whole record. */
  readonly fields: readonly RecordKey[] | null;
}

/** Pure: the caller counts the records. The parts put one after the other are the whole output. */
export interface Formatter {
  /** What stands before the first record. */
  readonly begin: string;
  /** A record; `index` is its 0-based position in the output. */
  record(article: Article, index: number): string;
  /** What stands after the last of `count` records. */
  end(count: number): string;
}

/** The record, or the part of it that is wanted. */
export function select(article: Article, fields: readonly RecordKey[] | null): Partial<Article> {
  if (fields === null) return article;
  return Object.fromEntries(fields.map((key) => [key, article[key]]));
}
