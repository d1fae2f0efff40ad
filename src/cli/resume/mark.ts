/** How far a run is. Everything that a mark counts is done, and its results stand in the output. */
import type { ReadingPoint } from "../../model.js";

export interface Mark {
  /** Inputs, in the order in which they are found; one that failed is done. */
  readonly inputs: number;
  /** What was read of the input behind them: documents, and failures of single records. */
  readonly items: number;
  /** Of all inputs. */
  readonly documents: number;
  /** Of all inputs. */
  readonly failures: number;
  /** A --fail-on condition held. */
  readonly condition: boolean;
  /** The file in the making; null when there is none. */
  readonly text: TextMark | null;
  /** Where the input can be read again, and its items before that; null: from its start. */
  readonly point: ItemPoint | null;
}

export interface ItemPoint extends ReadingPoint {
  readonly items: number;
}

/** How far a file of records is. */
export interface TextMark {
  /** Its place, absolute. */
  readonly file: string;
  readonly records: number;
  /** As the first record told: it is one of many. */
  readonly contained: boolean;
  /** As stored. */
  readonly bytes: number;
}

export const START: Mark = {
  inputs: 0,
  items: 0,
  documents: 0,
  failures: 0,
  condition: false,
  text: null,
  point: null,
};

/** What a line of a journal holds, when it is a mark. */
export function markOf(value: unknown): Mark | null {
  if (typeof value !== "object" || value === null) return null;
  const { inputs, items, documents, failures, condition, text, point } = value as Record<string, unknown>;
  const found = text === null ? null : textMarkOf(text);
  if (!isCount(inputs) || !isCount(items) || !isCount(documents) || !isCount(failures)) return null;
  if (typeof condition !== "boolean" || (text !== null && found === null)) return null;
  return { inputs, items, documents, failures, condition, text: found, point: pointOf(point) };
}

function pointOf(value: unknown): ItemPoint | null {
  if (typeof value !== "object" || value === null) return null;
  const { stored, record, items } = value as Record<string, unknown>;
  return isCount(stored) && isCount(record) && isCount(items) ? { stored, record, items } : null;
}

function textMarkOf(value: unknown): TextMark | null {
  if (typeof value !== "object" || value === null) return null;
  const { file, records, contained, bytes } = value as Record<string, unknown>;
  if (typeof file !== "string" || typeof contained !== "boolean") return null;
  return isCount(records) && isCount(bytes) ? { file, records, contained, bytes } : null;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
