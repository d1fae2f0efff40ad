/** A made-up record for the tests of the output. */
import type { Article } from "../../src/model.js";
import type { Formatter } from "../../src/output/formatter.js";

export function article(changes: Partial<Article> = {}): Article {
  return {
    source: { path: "harbour.txt", record: 0, format: "text", encoding: "utf-8", lines: 9 },
    url: "https://news.example/harbour",
    title: "Harbour to be dredged",
    description: null,
    authors: ["Ada Brightwater"],
    published: "2023-04-05T06:07:00Z",
    modified: null,
    publisher: { name: "Harbour Post", legalName: null, email: "desk@harbour.example", telephone: null },
    section: null,
    tags: ["harbour"],
    language: "en",
    images: [{ url: "https://news.example/a.jpg", width: 640, height: null }],
    related: [],
    body: [
      { type: "paragraph", text: "The work starts on Monday.", lines: [3, 3] },
      { type: "heading", text: "What comes next", lines: [5, 5] },
      { type: "list", text: "Sand is taken away.", lines: [7, 7] },
      { type: "list", text: "The quay is mended.", lines: [8, 8] },
      { type: "code", text: "a\n  b", lines: [9, 9] },
    ],
    text: "The work starts on Monday.\n\nWhat comes next\n\nSand is taken away.\n\nThe quay is mended.\n\na\n  b",
    noise: [{ label: "link", text: "More", count: 2, lines: [1, 2], rule: "bare-link" }],
    confidence: 0.9,
    ...changes,
  };
}

/** The text of a whole run. */
export function printed(format: Formatter, articles: readonly Article[]): string {
  return (
    format.begin + articles.map((a) => format.record(a)).join(format.between) + format.end(articles.length)
  );
}
