/** The body alone; several documents are headed as head(1) does it. */
import type { Article } from "../model.js";
import type { Formatter, FormatterOptions } from "./formatter.js";

/** What head(1) calls the input that has no path. */
const STDIN_NAME = "standard input";

export function text({ many, heads }: FormatterOptions): Formatter {
  return {
    begin: "",
    between: "\n",
    record: (article) => (many && heads ? `==> ${nameOf(article)} <==\n` : "") + body(article),
    end: () => "",
  };
}

/** The path; of a record that stands behind others in its file also the number of it. */
function nameOf({ source: { path, record } }: Article): string {
  return `${path ?? STDIN_NAME}${record === 0 ? "" : ` record ${record}`}`;
}

const body = (article: Article): string => (article.text === "" ? "" : `${article.text}\n`);
