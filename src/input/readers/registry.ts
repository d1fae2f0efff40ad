/** The readers, and which one reads which file. A new format is a new reader in this list. */
import { htmlReader } from "./html.js";
import { jsonlReader } from "./jsonl.js";
import type { InputFormatName, Reader } from "./reader.js";
import { textReader } from "./text.js";
import { namedTextReader, unnamedReader } from "./unnamed.js";
import { warcReader } from "./warc.js";

const READERS: readonly Reader[] = [textReader, htmlReader, warcReader, jsonlReader];

/** How --input-format names the readers. */
export const INPUT_FORMATS = ["auto", ...READERS.map(({ format }) => format)] as const;
export type InputFormat = "auto" | InputFormatName;

/** Compression is seen from the bytes; this is only what a walk looks for. */
const COMPRESSED = ".gz";

/** Whether a walk takes a file of this name. */
export const hasKnownExtension = (name: string): boolean => readerOfName(name) !== undefined;

/** The reader of a format, or the one that the name's extension asks for, or the one that looks at the bytes. */
export function readerFor(path: string | null, format: InputFormat): Pick<Reader, "read"> {
  const reader = namedReader(path, format);
  return reader === textReader && format === "auto" ? namedTextReader : (reader ?? unnamedReader);
}

/** Whether the format or the name alone tells that there may be many documents. */
export function isContainer(path: string | null, format: InputFormat): boolean {
  return namedReader(path, format)?.isContainer === true;
}

/** Whether the format or the name alone tells that there is one document. */
export function holdsOne(path: string | null, format: InputFormat): boolean {
  return namedReader(path, format)?.isContainer === false;
}

function namedReader(path: string | null, format: InputFormat): Reader | undefined {
  return format === "auto"
    ? readerOfName(path ?? "")
    : READERS.find((candidate) => candidate.format === format);
}

function readerOfName(name: string): Reader | undefined {
  const lower = name.toLowerCase();
  const bare = lower.endsWith(COMPRESSED) ? lower.slice(0, -COMPRESSED.length) : lower;
  return READERS.find(({ extensions }) => extensions.some((extension) => bare.endsWith(extension)));
}
