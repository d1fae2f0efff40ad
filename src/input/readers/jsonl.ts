/** Exports: JSON lines, arrays, envelopes and objects, a record at a time. */
import { InputError, type InputPlace } from "../../errors.js";
import type { SourceDocument } from "../../model.js";
import { decodeAs } from "../charset/encodings.js";
import { jsonDocument } from "../json/document.js";
import { itemsIn } from "../json/item.js";
import { jsonLines } from "../json/lines.js";
import type { JsonPiece } from "../json/piece.js";
import { jsonValues, objectsIn } from "../json/values.js";
import type { InputBytes, Reader, ReaderOptions } from "./reader.js";

export const jsonlReader: Reader = {
  format: "jsonl",
  isContainer: true,
  extensions: [".jsonl", ".ndjson", ".jl", ".json"],
  read: (bytes, options) =>
    options.isFound && SETTINGS.test(bytes.path ?? "")
      ? ofExport(jsonDocuments(bytes, options))
      : jsonDocuments(bytes, options),
};

/** What folders have of JSON is settings and results more often than exports. */
const SETTINGS = /\.json(?:\.gz)?$/i;

/** Failures that are kept until it is known whether the file is an export. */
const MOST_FAILURES = 1000;

/** Nothing at all of a file without a single text: it is no export. */
async function* ofExport(
  found: AsyncIterable<SourceDocument | InputError>,
): AsyncGenerator<SourceDocument | InputError> {
  const failures: InputError[] = [];
  let isExport = false;
  for await (const one of found) {
    if (isExport) yield one;
    else if (!(one instanceof InputError)) {
      isExport = true;
      yield* failures;
      yield one;
    } else if (failures.length < MOST_FAILURES) failures.push(one);
  }
}

/** The documents of an export. Values count as records, also those that cannot be read. */
export async function* jsonDocuments(
  bytes: InputBytes,
  options: ReaderOptions,
): AsyncGenerator<SourceDocument | InputError> {
  const { path } = bytes;
  const start = Buffer.from(await bytes.start());
  const encoding = encodingOf(start, options.encoding);
  const chunks = inUtf8(bytes.chunks(), encoding);
  const context = { ...options, path, encoding };
  let record = 0;
  const pieces = isInLines(decodeAs(start, encoding))
    ? jsonLines(chunks, options.maxRecord)
    : jsonValues(chunks, options.maxRecord);
  while (true) {
    const { value: piece, done } = await pieces.next();
    if (done === true) {
      if (piece === false) yield new InputError(path, { kind: "truncated", container: "JSON" });
      return;
    }
    if (isBlank(piece)) continue;
    for (const item of valuesOf(piece, record, path, options.maxRecord)) {
      yield item instanceof InputError
        ? item
        : documentOrError(() => jsonDocument(item.value, { record, url: null, line: piece.line }, context));
      record++;
    }
  }
}

const isBlank = ({ bytes }: JsonPiece): boolean => bytes !== null && bytes.toString("latin1").trim() === "";

/** The values of a piece, which is one or an envelope of several; or why there are none. */
function* valuesOf(
  { bytes, line }: JsonPiece,
  record: number,
  path: string | null,
  limit: number,
): Generator<{ readonly value: unknown } | InputError> {
  const place: InputPlace = { record, url: null, line };
  if (bytes === null) {
    yield new InputError(path, { kind: "too-large", limit }, { place });
    return;
  }
  for (const parsed of parsedIn(bytes)) {
    if (parsed instanceof Error) {
      yield new InputError(path, { kind: "invalid-json", reason: parsed.message }, { place, cause: parsed });
    } else for (const value of itemsIn(parsed.value)) yield { value };
  }
}

interface Parsed {
  readonly value: unknown;
}

/** The value of a piece; or those of the objects that stand on one line, since somebody forgot the line ends. */
function parsedIn(bytes: Buffer): readonly (Parsed | Error)[] {
  const whole = parse(bytes);
  const objects = whole instanceof Error ? objectsIn(bytes) : null;
  return objects === null || objects.length < 2 ? [whole] : objects.map(parse);
}

function parse(bytes: Buffer): Parsed | Error {
  try {
    return { value: JSON.parse(bytes.toString("utf8")) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function documentOrError(read: () => SourceDocument): SourceDocument | InputError {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** JSON is UTF-8 (RFC 8259); what Windows writes has a mark of another. */
function encodingOf(start: Buffer, named: string | null): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return named ?? "utf-8";
}

/** Bytes that JSON can be looked for in, without a mark of byte order. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    let isFirst = true;
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      yield isFirst && bytes.indexOf(MARK) === 0 ? bytes.subarray(MARK.length) : bytes;
      isFirst = false;
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Whether each line is a record: it begins with an object, and the first line could be one, broken or not. Of a value
 * over several lines the first ends within it; an envelope of any size may stand on one line.
 */
function isInLines(start: string): boolean {
  const text = start.trimStart();
  if (!text.startsWith("{")) return !text.startsWith("[");
  const [first = "", ...others] = text.split("\n");
  if (ENVELOPE_START.test(first)) return false;
  return others.length === 0 || !/[{[,:]\s*$/.test(first);
}

/** `{"status":"ok","totalResults":38,"articles":[{` */
const ENVELOPE_START =
  /^\{(?:\s*"[^"]{0,40}"\s*:\s*(?:"[^"]{0,200}"|[\w.+-]{1,40})\s*,){0,10}\s*"articles"\s*:\s*\[/;

/** Whether bytes of unknown name are an export: an object with a name in it, or a list of such. */
export const looksLikeJson = (start: Uint8Array): boolean =>
  /^\ufeff?\s*(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:/.test(
    Buffer.from(start.subarray(0, 1024)).toString("utf8"),
  );
