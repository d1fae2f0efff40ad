import { describe, expect, it } from "vitest";
import { extract } from "../../src/index.js";
import type { Article } from "../../src/model.js";

const paragraph = (n: number): string =>
  `The harbour of Selwyn froze over on Friday night, and ${n} ships could not leave the port before Sunday, when the wind turned to the south.`;
const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `<p>${paragraph(from + i)}</p>`).join("\n");

/** A page whose text holds `inner` between its paragraphs and is followed by `behind`, in the same element. */
const page = (inner: string, behind = ""): string =>
  `<title>Harbour freezes over</title><main><article><h1>Harbour freezes over</h1><div class="story">${paragraphs(11, 14)}${inner}${paragraphs(15, 18)}</div>${behind}</article></main>`;

const read = (html: string): Article => extract(html, { format: "html", blocks: true });
const ruleOf = (article: Article, text: string): string | undefined =>
  article.blocks?.findLast((block) => block.text === text)?.rule;

const BIOGRAPHY =
  "Jane Doe came to the north ten years ago, and she writes about ships, ice and the people of the port.";

describe("a box behind the text", () => {
  it("that is set otherwise is no part of it", () => {
    const article = read(page("", `<div class="box-17"><div class="who"><p>${BIOGRAPHY}</p></div></div>`));
    expect(ruleOf(article, BIOGRAPHY)).toBe("appendix-box");
    expect(article.text).not.toContain(BIOGRAPHY);
  });

  it("is found in a part that is set as the text's own parts are", () => {
    const story = `<div class="story">${paragraphs(21, 24)}</div>`;
    const article = read(
      page("", `${story}<div class="story"><div class="who"><p>${BIOGRAPHY}</p></div></div>`),
    );
    expect(ruleOf(article, BIOGRAPHY)).toBe("appendix-box");
  });

  it("is no appendix where there are several like it", () => {
    const entries = [31, 32, 33].map((n) => `<div class="entry"><p>${paragraph(n)}</p></div>`);
    expect(read(page(paragraphs(41, 49), entries.join(""))).text).toContain(paragraph(33));
  });

  it("that is set as the text is goes on with it", () => {
    const article = read(page("", `<div class="story"><p>${BIOGRAPHY}</p></div>`));
    expect(article.body.at(-1)?.text).toBe(BIOGRAPHY);
  });

  it.each([
    [
      "questions and answers",
      `<p>Why does it freeze?</p><p>${BIOGRAPHY}</p><p>Will it thaw?</p><p>${paragraph(3)}</p>`,
    ],
    [
      "a table",
      `<table><tr><th>Port<th>Ice<tr><td>Selwyn<td>40 cm<tr><td>Marsh End<td>12 cm</table><p>${BIOGRAPHY}</p>`,
    ],
  ])("stays when it has %s", (_what, content) => {
    expect(read(page("", `<div class="more">${content}</div>`)).text).toContain(BIOGRAPHY);
  });

  it("stays when it holds much of the text", () => {
    const article = read(page("", `<section class="second">${paragraphs(21, 26)}</section>`));
    expect(article.text).toContain(paragraph(26));
  });
});

describe("a box between paragraphs", () => {
  const offer = "Our guide to frozen harbours tells what every skipper has to know before the winter comes.";
  const box = (end: string, text = offer): string =>
    `<div class="offer"><h4>A guide for skippers</h4><p>${text}</p>${end}</div>`;
  const link = '<a class="more" href="/guide">Read the guide</a>';

  it.each([
    ["a link", link],
    ["a button", "<button>Send it to me</button>"],
  ])("that closes with %s is no part of the text", (_what, end) => {
    const article = read(page(box(end)));
    expect(ruleOf(article, offer)).toBe("call-box");
    expect(article.text).not.toContain("guide");
  });

  it.each([
    ["closes with a text", box("<p>It is thin.</p>")],
    ["is set as the text is", `</div><div class="story"><p>${offer}</p>${link}`],
    ["has a question to press", `<div class="ask"><p>${offer}</p><button>How thick is it?</button></div>`],
    ["shows a program", box(`<pre>open(port)</pre>${link}`)],
    ["is one of many entries", [1, 2, 3, 4, 5].map((n) => box(link, paragraph(n))).join("")],
  ])("stays where it %s", (_what, inner) => {
    const article = read(page(inner));
    expect(article.blocks?.filter(({ rule }) => rule === "call-box")).toEqual([]);
  });
});

describe("a teaser below the headline", () => {
  const TEASER = "Forty ships cannot leave the frozen port of Selwyn, and their crews wait for a thaw.";
  const within = (teaser: string): string =>
    `<title>Harbour freezes over</title><article><header><h1>Harbour freezes over</h1>${teaser}</header><p>By Jane Doe</p><figure><img src="/a.jpg"><figcaption>The port</figcaption></figure>${paragraphs(11, 14)}</article>`;

  it("is the article's own", () => {
    const article = read(within(`<p class="teaser">${TEASER}</p>`));
    expect(ruleOf(article, TEASER)).toBe("own-teaser");
    expect(article.body[0]?.text).toBe(TEASER);
  });

  it("is another article's where it is a link", () => {
    const article = read(within(`<p class="teaser"><a href="/other">${TEASER}</a></p>`));
    expect(ruleOf(article, TEASER)).toBe("related-class");
  });
});

it("looks for the headline in what is shown before what is hidden", () => {
  const hidden = `<aside role="dialog" style="display:none"><h1>Harbour freezes over</h1></aside>`;
  const rules = `<div role="dialog" aria-modal="true" hidden><h1>Harbour freezes over</h1>${paragraphs(31, 33)}</div>`;
  const html = page(hidden, rules).replace(/(<article>)<h1>(.*?)<\/h1>/, '$1<p class="title">$2</p>');
  const article = read(html);
  expect(ruleOf(article, paragraph(31))).toBe("hidden-element");
  expect(article.text).not.toContain(paragraph(32));
});

it("hears what microdata calls a box", () => {
  const article = read(page(`<div itemprop="author" itemscope><p>${BIOGRAPHY}</p></div>`));
  expect(ruleOf(article, BIOGRAPHY)).toBe("author-class");
});

describe("a paragraph that ends with an ellipsis", () => {
  const open = "They waited for the ice to break, for the whole of the day and of the night that followed…";

  it("is one of the text when it is set so", () => {
    expect(ruleOf(read(page(`<p>${open}</p>`)), open)).toBe("own-paragraph");
  });

  it("is a teaser's otherwise", () => {
    expect(ruleOf(read(page(`<div class="tip"><p>${open}</p></div>`)), open)).toBe("truncated-text");
  });
});

describe("a table of contents", () => {
  const heading = "How the ice on the harbour is broken";
  const section = `<h2 id="ice">${heading}</h2><p>${paragraph(30)}</p>`;

  it.each([
    ["that leads to places in the page", `<ul><li><a href="#ice">${heading}</a></li></ul>`],
    ["whose links say what headings say", `<ol><li><a href="/harbour?part=2">2. ${heading}</a></li></ol>`],
  ])("%s is furniture, and the heading stays", (_what, contents) => {
    const article = read(page(contents + section));
    expect(article.noise.filter(({ rule }) => rule === "contents-link")).toHaveLength(1);
    expect(article.body.filter(({ text }) => text.endsWith(heading))).toMatchObject([
      { type: "heading", level: 2 },
    ]);
  });

  it("is not every list of links", () => {
    const ports = ["Selwyn", "Marsh End", "North Quay"].map(
      (name) => `<li><a href="/ports/${name}">${name}</a></li>`,
    );
    expect(read(page(`<p>These ports are open to all ships:</p><ul>${ports.join("")}</ul>`)).text).toContain(
      "Marsh End",
    );
  });
});

describe("a question above its answer", () => {
  const question = "How long does the ice stay?";
  const answer =
    "It stays until the wind turns, which it does in March or, in some years, not before the middle of April.";

  it.each([
    ["a button", `<div><button type="button">${question}</button><div><p>${answer}</p></div></div>`],
    ["a box", `<div class="q">${question}</div><p>${answer}</p>`],
  ])("in %s is a heading", (_what, html) => {
    const article = read(page(html));
    expect(ruleOf(article, question)).toBe("question-above-answer");
    expect(article.body).toContainEqual(expect.objectContaining({ type: "heading", text: question }));
  });

  it("is none above furniture", () => {
    const article = read(page(`<div><button>${question}</button><button>Close</button></div>`));
    expect(ruleOf(article, question)).toBe("navigation-element");
  });
});

it("takes an empty paragraph for nothing, whatever invisible characters it has", () => {
  const article = read(page("<p>&zwj;</p><p>\u200b&nbsp;&#xfe0f;</p>"));
  expect(article.body).toHaveLength(8);
});
