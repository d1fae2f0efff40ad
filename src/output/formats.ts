/** The registry of formats. */
import type { Formatter, FormatterOptions } from "./formatter.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import { ndjson } from "./ndjson.js";
import { text } from "./text.js";
import { yaml } from "./yaml.js";

export const FORMATS = ["text", "json", "ndjson", "yaml", "markdown"] as const;
export type FormatName = (typeof FORMATS)[number];

export interface Format {
  /** What --out-dir appends to the name of the input. */
  readonly extension: string;
  /** Whether it prints the record, so that fields can be chosen; the others print the body. */
  readonly printsRecord: boolean;
  readonly create: (options: FormatterOptions) => Formatter;
}

export const formats: Readonly<Record<FormatName, Format>> = {
  text: { extension: ".txt", printsRecord: false, create: text },
  json: { extension: ".json", printsRecord: true, create: json },
  ndjson: { extension: ".ndjson", printsRecord: true, create: ndjson },
  yaml: { extension: ".yaml", printsRecord: true, create: yaml },
  markdown: { extension: ".md", printsRecord: false, create: markdown },
};
