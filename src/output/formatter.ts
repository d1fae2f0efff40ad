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

/**
 * Pure: the parts put one after the other are the whole output. A record looks the same wherever it stands, so that any
 * thread can print it.
 */
export interface Formatter {
  /** What stands before the first record. */
  readonly begin: string;
  /** What stands between two records. */
  readonly between: string;
  record(article: Article): string;
  /** What stands after the last of `count` records. */
  end(count: number): string;
}

/** The record, or the part of it that is wanted. */
export function select(article: Article, fields: readonly RecordKey[] | null): Partial<Article> {
  if (fields === null) return article;
  return Object.fromEntries(fields.map((key) => [key, article[key]]));
}
