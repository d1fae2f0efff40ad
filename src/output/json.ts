/** One object, or one array of objects; indented for people, as jq prints. */
import { type Formatter, type FormatterOptions, select } from "./formatter.js";
import { jsonText } from "./jsonText.js";

const INDENT = 2;
const MARGIN = " ".repeat(INDENT);

export function json({ many, fields }: FormatterOptions): Formatter {
  if (!many) {
    return {
      begin: "",
      between: "",
      record: (article) => `${jsonText(select(article, fields), INDENT)}\n`,
      end: () => "",
    };
  }
  return {
    begin: "[",
    between: ",",
    record(article) {
      // A line break in the JSON text is always one of the layout: those of the strings are escaped.
      const lines = jsonText(select(article, fields), INDENT).replaceAll("\n", `\n${MARGIN}`);
      return `\n${MARGIN}${lines}`;
    },
    end: (count) => (count === 0 ? "]\n" : "\n]\n"),
  };
}
