import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toArticle } from "../../src/article/article.js";
import { LABELS, type Label } from "../../src/model.js";
import { articleOf, block, classification, classified, DOCUMENT, type Line } from "./classified.js";

describe("body", () => {
  it("is what is labelled body or heading, in order", () => {
    const article = articleOf([
      ["navigation", "Home"],
      ["body", "The harbour was closed."],
      ["heading", "What is next?"],
      ["body", "One\n  two", "code"],
      ["promotion", "Subscribe"],
      ["body", "Bring a coat", "list"],
    ]);
    expect(article.body).toEqual([
      { type: "paragraph", text: "The harbour was closed.", lines: [2, 2] },
      { type: "heading", text: "What is next?", lines: [3, 3] },
      { type: "code", text: "One\n  two", lines: [4, 4] },
      { type: "list", text: "Bring a coat", lines: [6, 6] },
    ]);
    expect(article.text).toBe("The harbour was closed.\n\nWhat is next?\n\nOne\n  two\n\nBring a coat");
  });

  it("that is empty has no confidence", () => {
    expect(articleOf([["navigation", "Home"]])).toMatchObject({ body: [], text: "", confidence: 0 });
    expect(articleOf([["body", "Text."]]).confidence).toBe(0.9);
  });
});

describe("noise", () => {
  it("is grouped by label and text, in the order of the first occurrence", () => {
    const { noise } = articleOf([
      ["contact", "Harbour Post info@harbour.example"],
      ["year", "2024"],
      ["contact", "Harbour Post info@harbour.example"],
      ["body", "Text."],
      ["other", "2024"],
    ]);
    expect(noise).toEqual([
      {
        label: "contact",
        text: "Harbour Post info@harbour.example",
        count: 2,
        lines: [1, 3],
        rule: "contact-rule",
      },
      { label: "year", text: "2024", count: 1, lines: [2], rule: "year-rule" },
      { label: "other", text: "2024", count: 1, lines: [5], rule: "other-rule" },
    ]);
  });

  it("has what no field carries and not what one does", () => {
    const { noise } = articleOf([
      ["header", "date 2024-05-03 https://harbour.example/own"],
      ["title", "Storm"],
      ["locale", "en_GB"],
      ["genre", "News"],
      ["caption", "The pier (Photo: Ida Crane)"],
      ["tag", "storm"],
      ["timestamp", "2024-05-03T10:00:00Z"],
      ["link", "https://harbour.example/a"],
      ["link", "https://harbour.example/own"],
      ["related", "The ferry is late"],
    ]);
    expect(noise.map(({ label }) => label)).toEqual(["locale", "genre", "caption", "related"]);
  });
});

describe("glued lines of metadata", () => {
  it("are one value", () => {
    const blocks = [
      block(1, ["description", "Storm closes Harbour."], ["description", "Ferries wait."]),
      block(2, ["body", "Text."]),
    ];
    expect(toArticle(DOCUMENT, classification(blocks)).description).toBe(
      "Storm closes Harbour.Ferries wait.",
    );
  });

  it("are kept apart when the page is one line", () => {
    const blocks = [block(1, ["tag", "storm"], ["tag", "ferries"])];
    expect(toArticle(DOCUMENT, classification(blocks, "one-line")).tags).toEqual(["storm", "ferries"]);
  });
});

it("gives the blocks on request alone", () => {
  const blocks = [block(1, ["body", "One."], ["body", "And two."]), block(3, ["year", "2024"])];
  expect(toArticle(DOCUMENT, classification(blocks))).not.toHaveProperty("blocks");
  expect(toArticle(DOCUMENT, classification(blocks), { blocks: true }).blocks).toEqual([
    { lines: [1, 1], label: "body", rule: "body-rule", text: "One. And two." },
    { lines: [3, 3], label: "year", rule: "year-rule", text: "2024" },
  ]);
});

it("makes a whole record of a microdata dump", () => {
  const article = articleOf(
    [
      ["header", "date 2024-05-03 https://harbour.example/20240503/storm-1.html"],
      ["title", "Storm closes the harbour"],
      ["title", "Storm closes the harbour"],
      ["description", "The pier is damaged and the ferry waits."],
      ["timestamp", "2024-05-03T07:52+0000"],
      ["timestamp", "2024-05-03T09:10+0000"],
      ["section", "World"],
      ["tag", "storm"],
      ["placeholder", "//h1"],
      ["image", "https://cdn.harbour.example/pier.jpg"],
      ["body", "The harbour was closed on Friday because the storm had damaged the pier."],
      ["link", "https://harbour.example/20240501/ferry.html"],
      ["contact", "Harbour Post info@harbour.example +15550102233 Sea Ltd. 252 60"],
      ["locale", "en_EN"],
      ["dimensions", "1920 1080 true"],
      ["keywords", "storm, ferry"],
    ],
    "micro",
  );
  const { body: _body, text: _text, noise: _noise, ...fields } = article;
  expect(fields).toEqual({
    source: { path: "dump.txt", record: 0, format: "text", encoding: "utf-8", lines: 16 },
    url: "https://harbour.example/20240503/storm-1.html",
    title: "Storm closes the harbour",
    description: "The pier is damaged and the ferry waits.",
    authors: [],
    published: "2024-05-03T07:52:00Z",
    modified: "2024-05-03T09:10:00Z",
    publisher: {
      name: "Harbour Post",
      legalName: "Sea Ltd.",
      email: "info@harbour.example",
      telephone: "+15550102233",
    },
    section: "World",
    tags: ["storm", "ferry"],
    language: "en",
    images: [{ url: "https://cdn.harbour.example/pier.jpg", width: 1920, height: 1080 }],
    related: ["https://harbour.example/20240501/ferry.html"],
    confidence: 0.9,
  });
});

it("orders an English date by the locale's country", () => {
  const dated = (locale: string) =>
    articleOf([
      ["timestamp", "03/04/2024"],
      ["locale", locale],
      ["body", ENGLISH],
    ]);
  expect(dated("en_US").published).toBe("2024-03-04");
  expect(dated("en_GB").published).toBe("2024-04-03");
  expect(dated("en_EN").published).toBeNull();
  expect(dated("pt_BR").published).toBeNull();
});

const ENGLISH =
  "The harbour was closed on Friday because the storm had damaged the pier, and the ferry that should have left at noon was still in the port when we came back in the evening.";

describe("any input", () => {
  const scraps = fc.constantFrom(
    "2021",
    "-",
    "/",
    ":",
    " ",
    "By ",
    "and ",
    "@",
    "x.example",
    "https://",
    "T07:52",
    "+",
    "12",
    "Mai",
    "März",
    "|",
    "年",
    "月",
    "ب",
    "\u0000",
    "\ud800",
    ",",
    "#",
    "(",
    "„",
    "x",
    "9",
    "Updated",
    "true",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(scraps, { maxLength: 30 }).map((parts) => parts.join("")),
  );
  const line = fc.tuple(fc.constantFrom<Label>(...LABELS), text);

  it("gives a record, and the same one again", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines: Line[], micro) => {
        const labelled = classified(lines, micro ? "micro" : "lines");
        const article = toArticle(DOCUMENT, labelled);
        expect(toArticle(DOCUMENT, labelled)).toEqual(article);
        for (const time of [article.published, article.modified])
          if (time !== null)
            expect(time).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/);
      }),
      { numRuns: 300 },
    );
  });

  it.each(LABELS)("takes a huge span labelled %s", (label) => {
    for (const unit of ["a", "1 ", "https://x.example/", "By A, ", "- ", "1920x1080 ", "x@", "(1"])
      expect(articleOf([[label, unit.repeat(200_000)]]).source.lines).toBe(1);
  });
});

describe("language", () => {
  it("is that of the body", () => {
    expect(
      articleOf([
        ["navigation", "Startseite und Kontakt und Impressum"],
        ["body", ENGLISH],
      ]).language,
    ).toBe("en");
  });

  it("is that of the page when it has no article", () => {
    expect(
      articleOf([
        ["navigation", "The ferry is late again"],
        ["navigation", "Why the pier was closed on Friday"],
      ]).language,
    ).toBe("en");
    expect(articleOf([]).language).toBeNull();
  });
});
