/** What a page says of itself, field by field: which source is heard, and what becomes of the others. */
import { describe, expect, test } from "vitest";
import { choicesOf } from "../../../src/article/article.js";
import { label } from "../../../src/extract.js";
import { extract } from "../../../src/index.js";
import { builtinRules } from "../../../src/rules/registry.js";

const BODY = [1, 2, 3]
  .map(
    (n) =>
      `<p>The harbour froze over on Friday night, and ${n} ships could not leave the port before the morning.</p>`,
  )
  .join("");
const page = (head: string, top = "<h1>Harbour freezes over</h1>", url = "https://post.example/a") =>
  extract(`<head>${head}</head><body>${top}${BODY}</body>`, { format: "html", url });
const jsonLd = (value: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "Article", ...value })}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe("the title", () => {
  const title = (head: string, top?: string) => page(head, top).title;
  test.each<[string, string | null, string, string | undefined]>([
    [
      "is the heading",
      "Harbour freezes over",
      meta("og:title", "Ships stuck as harbour freezes over | Harbour Post"),
      undefined,
    ],
    [
      "loses the site's name",
      "Ice in the harbour",
      `${meta("og:site_name", "Harbour Post")}<title>Ice in the harbour - Harbour Post</title>`,
      "<p>x</p>",
    ],
    [
      "is not the site's name in a heading",
      "Ice in the harbour",
      "<title>Harbour Post: Ice in the harbour</title>",
      '<h1><a href="/">Harbour Post</a></h1>',
    ],
    [
      "is not the section in a heading",
      "Forty ships wait for the thaw",
      jsonLd({ headline: "Forty ships wait for the thaw" }),
      "<h1>Shipping</h1>",
    ],
    [
      "has the kicker that the record has",
      "Ice: Harbour freezes over",
      jsonLd({ headline: "Ice: Harbour freezes over" }),
      undefined,
    ],
    [
      "has not what a template prints before it",
      "Harbour freezes over",
      jsonLd({ headline: "Harbour freezes over" }),
      "<h1><i>Shipping</i> Harbour freezes over</h1>",
    ],
    [
      "is a heading too long for a section, whatever the others say",
      "Forty ships and their crews wait for the thaw",
      jsonLd({ headline: "Harbour frozen over" }) + meta("og:title", "Harbour frozen over"),
      "<h1>Forty ships and their crews wait for the thaw</h1>",
    ],
    [
      "is the whole heading where a record cuts it",
      "Forty ships and their crews wait for the thaw in the frozen harbour of Selwyn, and so do we",
      `${jsonLd({ headline: "Forty ships and their crews wait for the thaw in the frozen harbour" })}<title>Forty ships and their crews wait for the thaw in the frozen harbour of Selwyn, and so do we</title>`,
      "<h2>Forty ships and their crews wait for the thaw in the frozen harbour of Selwyn, and so do we</h2>",
    ],
  ])("%s", (_what, expected, head, top) => {
    expect(title(head, top)).toBe(expected);
  });
});

describe("the dates", () => {
  test.each<[string, string | null, string, string, string | undefined]>([
    [
      "of article:published_time come first",
      "2024-05-03T06:00:00Z",
      meta("article:published_time", "2024-05-03T06:00:00Z") +
        jsonLd({ headline: "x", datePublished: "2020-01-01" }),
      "",
      undefined,
    ],
    [
      "of the page come before those of JSON-LD",
      "2024-05-03",
      jsonLd({ headline: "x", datePublished: "2020-01-01" }),
      "<p>3 May 2024</p>",
      undefined,
    ],
    [
      "of a day are as precise as any source has them",
      "2024-05-03T06:00:00Z",
      jsonLd({ headline: "x", datePublished: "2024-05-03T06:00:00Z" }),
      "<p>3 May 2024</p>",
      undefined,
    ],
    [
      "are those of the address",
      "2024-05-03",
      meta("article:published_time", "2024-05-04T01:00:00Z"),
      "",
      "https://post.example/2024/05/03/ice",
    ],
    [
      "are those of a time beside the headline",
      "2024-05-03T06:00:00Z",
      "",
      '<time datetime="2024-05-03T06:00Z">on Friday</time>',
      undefined,
    ],
    [
      "in numbers are read as the record has them",
      "2024-09-10T16:07:00Z",
      jsonLd({ headline: "x", datePublished: "2024-09-10T16:07:00Z" }) + meta("og:locale", "en_US"),
      "<p>10/09/2024</p>",
      undefined,
    ],
    [
      "of a printed paper are the eve's, when it went on the net",
      "2024-05-02T19:30:00+02:00",
      jsonLd({ headline: "x", datePublished: "2024-05-02T19:30:00+02:00" }),
      "<p>3 May 2024</p>",
      undefined,
    ],
    [
      "are none where no source has any",
      null,
      meta("article:published_time", "soon"),
      "",
      "https://post.example/2024/99/03/",
    ],
  ])("%s", (_what, expected, head, dateline, url) => {
    expect(page(head, `<h1>Harbour freezes over</h1>${dateline}`, url).published).toBe(expected);
  });
  test("are those of the time behind the headline, not of a menu before it", () => {
    const menu = '<ul><li><time datetime="2026-01-02">Ferries late again</time></ul>';
    const dateline = '<time datetime="2024-05-03T06:00Z">on Friday</time>';
    const { published } = page("", `${menu}<h1>Harbour freezes over</h1>${dateline}`);
    expect(published).toBe("2024-05-03T06:00:00Z");
  });
  test("are those behind a subhead, not today's at the top", () => {
    const top =
      '<div>Friday, 19 December 2025</div><ul><li><a href="/">Home</a><li><a href="/w">World</a><li><a href="/s">Ships</a></ul><h1>Harbour freezes over</h1>';
    const below =
      "<h2>How the ice came to the port on Friday night, and what became of the ships and their crews.</h2><p>3 May 2024</p>";
    expect(page("<title>Harbour freezes over</title>", top + below).published).toBe("2024-05-03");
  });
  test("a change before the publication is none", () => {
    const times = (modified: string) =>
      meta("article:published_time", "2024-05-03T06:00:00Z") + meta("article:modified_time", modified);
    expect(page(times("2024-05-02T06:00:00Z")).modified).toBeNull();
    expect(page(times("2024-05-04T06:00:00Z")).modified).toBe("2024-05-04T06:00:00Z");
  });
});

describe("the authors", () => {
  test.each<[string, string[], string, string]>([
    [
      "are those of JSON-LD",
      ["Ada Moss", "Max O'Quay"],
      jsonLd({ headline: "x", author: [{ name: "Ada Moss" }, "Max O&#39;Quay"] }) + meta("author", "Desk"),
      "",
    ],
    [
      "are no addresses",
      ["Ada Moss"],
      `${meta("article:author", "https://faces.example/ada")}<meta name="author" content="By Ada Moss">`,
      "",
    ],
    [
      "are those of microdata",
      ["Ada Moss"],
      "",
      '<div itemprop="author" itemscope>By <b itemprop="name">Ada Moss</b>, 12 years at sea</div>',
    ],
    [
      "are those of a link to the author",
      ["Ada Moss"],
      "",
      '<div><a rel="author" href="/ada">Ada Moss</a></div>',
    ],
    [
      "are not the site beside a person",
      ["Ada Moss"],
      meta("og:site_name", "Harbour Post") + jsonLd({ headline: "x", author: ["Harbour Post", "Ada Moss"] }),
      "",
    ],
  ])("%s", (_what, expected, head, byline) => {
    expect(page(head, `<h1>Harbour freezes over</h1>${byline}`).authors).toEqual(expected);
  });
});

test("the other fields", () => {
  const found = page(
    `<html lang="en-GB"><link rel="canonical" href="/ice"><meta name="keywords" content="ice, ships ,ice">${meta("og:image", "//cdn.post.example/a.jpg")}` +
      jsonLd({
        headline: "x",
        articleSection: ["Shipping"],
        description: "Ships <b>wait</b>.",
        publisher: { name: "Harbour Post", legalName: "Harbour plc" },
      }),
    "<h1>Harbour freezes over</h1><p>It did.</p>",
  );
  expect(found).toMatchObject({
    url: "https://post.example/ice",
    tags: ["ice", "ships"],
    section: "Shipping",
    description: "Ships wait.",
    publisher: { name: "Harbour Post", legalName: "Harbour plc", email: null },
    images: [{ url: "https://cdn.post.example/a.jpg", width: null, height: null }],
    language: "en",
  });
});

test("each choice tells its source, and why the others were not taken", () => {
  const html = `${meta("article:published_time", "2024-05-03")}${jsonLd({ headline: "x", datePublished: "2020-01-01" })}<h1>Harbour freezes over</h1>${BODY}`;
  const document = { path: null, record: 0, format: "html", encoding: "utf-8", text: html } as const;
  const published = choicesOf(document, label(document, builtinRules())).find(
    ({ field }) => field === "published",
  );
  expect(published).toEqual({
    field: "published",
    taken: [{ source: "meta article:published_time", value: "2024-05-03" }],
    rejected: [{ source: "JSON-LD datePublished", value: "2020-01-01", reason: "less trusted" }],
  });
});
