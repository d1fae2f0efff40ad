/** A record a line. */
import { type Formatter, type FormatterOptions, select } from "./formatter.js";
import { jsonText } from "./jsonText.js";

export function ndjson({ fields }: FormatterOptions): Formatter {
  return {
    begin: "",
    between: "",
    record: (article) => `${jsonText(select(article, fields), 0)}\n`,
    end: () => "",
  };
}
