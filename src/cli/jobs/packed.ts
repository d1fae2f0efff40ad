/** The results of several jobs with all their texts in one piece of memory, which changes hands without a copy. */
import type { RecordResult, Result } from "./job.js";

/** A record with the length of its text in place of the text. */
type Stub = Omit<RecordResult, "record"> & { readonly length: number };

export interface Packed {
  /** A list for each job. */
  readonly results: readonly (readonly (Stub | Exclude<Result, RecordResult>)[])[];
  readonly texts: Uint8Array<ArrayBuffer>;
}

export function pack(results: readonly (readonly Result[])[]): Packed {
  const stubs = results.map((list) =>
    list.map((result) => (result.kind === "record" ? stub(result) : result)),
  );
  const texts = new Uint8Array(stubs.flat().reduce((sum, result) => sum + lengthOf(result), 0));
  const encoder = new TextEncoder();
  let offset = 0;
  for (const result of results.flat()) {
    if (result.kind !== "record") continue;
    const { record } = result;
    if (typeof record === "string") offset += encoder.encodeInto(record, texts.subarray(offset)).written;
    else {
      texts.set(record, offset);
      offset += record.length;
    }
  }
  return { results: stubs, texts };
}

function stub({ record, ...rest }: RecordResult): Stub {
  return { ...rest, length: typeof record === "string" ? Buffer.byteLength(record) : record.length };
}

const lengthOf = (result: Packed["results"][number][number]): number =>
  result.kind === "record" ? result.length : 0;

export function unpack({ results, texts }: Packed): Result[][] {
  let offset = 0;
  return results.map((list) =>
    list.map((result) => {
      if (result.kind !== "record") return result;
      const { length, ...rest } = result;
      const record = texts.subarray(offset, offset + length);
      offset += length;
      return { ...rest, record };
    }),
  );
}
