/** A record a line. */
import { type Formatter, type FormatterOptions, select } from "./formatter.js";
import { jsonLine } from "./jsonLine.js";

export function ndjson({ fields }: FormatterOptions): Formatter {
  return {
    begin: "",
    between: "",
    record: (article) => `${jsonLine(select(article, fields))}\n`,
    end: () => "",
  };
}
