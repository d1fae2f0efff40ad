/** Web archives: WARC with the pages as they were sent, WET with their texts. */
import { InputError } from "../../errors.js";
import type { SourceDocument } from "../../model.js";
import { documentOf } from "../warc/document.js";
import { unpacked } from "../warc/members.js";
import { records } from "../warc/records.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";

export const warcReader: Reader = {
  format: "warc",
  isContainer: true,
  extensions: [".warc", ".wet"],
  read: warcDocuments,
};

/** The documents of an archive, one record in memory at a time. */
export async function* warcDocuments(
  bytes: InputBytes,
  options: ReaderOptions,
): AsyncGenerator<SourceDocument | InputError> {
  const { path } = bytes;
  const { stored: before, record: first } = options.from ?? { stored: 0, record: 0 };
  const pieces = unpacked(bytes.stored(before), path, before);
  for await (const found of records(pieces, options.maxRecord, first)) {
    if ("problem" in found) {
      yield new InputError(path, found.problem, { place: found.place });
      continue;
    }
    const document = await documentOrError(() => documentOf(found, { ...options, path }));
    if (document !== null) yield document;
  }
}

async function documentOrError<T>(read: () => Promise<T>): Promise<T | InputError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Whether bytes of unknown name are an archive. */
export const looksLikeWarc = (start: Uint8Array): boolean =>
  /^WARC\/\d\.\d/.test(Buffer.from(start.subarray(0, 16)).toString("latin1"));
