/** The readers, and which one reads which file. A new format is a new reader in this list. */
import type { DocumentFormat } from "../../model.js";
import { htmlReader } from "./html.js";
import type { Reader } from "./reader.js";
import { textReader } from "./text.js";
import { unnamedReader } from "./unnamed.js";

const READERS: readonly Reader[] = [textReader, htmlReader];

/** How --input-format names the readers. */
export const INPUT_FORMATS = ["auto", ...READERS.map(({ format }) => format)] as const;
export type InputFormat = "auto" | DocumentFormat;

/** Compression is seen from the bytes; this is only what a walk looks for. */
const COMPRESSED = ".gz";

/** Whether a walk takes a file of this name. */
export const hasKnownExtension = (name: string): boolean => readerOfName(name) !== undefined;

/** The reader of a format, or the one that the name's extension asks for, or the one that looks at the bytes. */
export function readerFor(path: string | null, format: InputFormat): Pick<Reader, "read"> {
  if (format !== "auto") return READERS.find((reader) => reader.format === format) ?? unnamedReader;
  return (path === null ? undefined : readerOfName(path)) ?? unnamedReader;
}

function readerOfName(name: string): Reader | undefined {
  const lower = name.toLowerCase();
  const bare = lower.endsWith(COMPRESSED) ? lower.slice(0, -COMPRESSED.length) : lower;
  return READERS.find(({ extensions }) => extensions.some((extension) => bare.endsWith(extension)));
}
