import { describe, expect, it } from "vitest";
import { bodyRange } from "../../src/article/body.js";
import { authorsOf } from "../../src/article/people.js";
import { type Line, spansOfLines } from "./classified.js";

const authors = (...bylines: string[]) =>
  authorsOf(spansOfLines(bylines.map((text) => ["byline", text])), null);

it.each([
  ["By Ada Moss", ["Ada Moss"]],
  ["BY ADA MOSS", ["ADA MOSS"]],
  ["by Ada Moss and Leo Finch", ["Ada Moss", "Leo Finch"]],
  ["By Ada Moss, Leo Finch & Ida Crane", ["Ada Moss", "Leo Finch", "Ida Crane"]],
  ["Written by Ada Moss", ["Ada Moss"]],
  ["Written by: by Ada Moss", ["Ada Moss"]],
  ["Ada Moss", ["Ada Moss"]],
  ["Ada Moss, Reporter", ["Ada Moss"]],
  ["Ada Moss, Senior Political Correspondent, London", ["Ada Moss"]],
  ["By Ada Moss | Harbour Reporter | 5 min read", ["Ada Moss"]],
  ["By Ada Moss · 3 May 2024 · 4 comments", ["Ada Moss"]],
  ["3 May 2024 | By Ada Moss", ["Ada Moss"]],
  ["By Ada Moss - May 3, 2024", ["Ada Moss"]],
  ["By Ada Moss in Port Selwyn", ["Ada Moss"]],
  ["By Ada Moss (ada@harbour.example) @adamoss", ["Ada Moss"]],
  ["By Ada Moss, PhD, MD", ["Ada Moss"]],
  ["By J. R. O'Neill-Tate", ["J. R. O'Neill-Tate"]],
  ["By Theo Marsh", ["Theo Marsh"]],
  ["By Ada MossPublished: May 3, 2024", ["Ada Moss"]],
  ["Ada SanSoneMay 3, 2024 4 comments", ["Ada SanSone"]],
  ["ByAda Moss", ["Ada Moss"]],
  ["Written byby Ada Moss", ["Ada Moss"]],
  ["By Ada Moss on May 3, 2024", ["Ada Moss"]],
  ["Published May 3, 2024 by Ada Moss", ["Ada Moss"]],
  ["3. Mai 2024 um 15:46 Uhr / Jana Rehfeld", ["Jana Rehfeld"]],
  ["Kommentar von Jana Rehfeld", ["Jana Rehfeld"]],
  ["Dr. Ada R. Moss", ["Dr. Ada R. Moss"]],
  ["Reporter Ada Moss", ["Ada Moss"]],
  ["Ada Moss Senior Political Editor", ["Ada Moss"]],
  ["By Ada Moss, Sr. Director of Operations, Selwyn Lines", ["Ada Moss"]],
  ["By Ada Moss, Reporter, Leo Finch, Editor, and Ida Crane", ["Ada Moss", "Leo Finch", "Ida Crane"]],
  ["Ada Moss, Selwyn University", ["Ada Moss"]],
  ["Ada Moss Ada Moss", ["Ada Moss"]],
  ["by News Desk", ["News Desk"]],
  ["Team HarbourPost", ["Team HarbourPost"]],
  ["Ada Moss is a writer who covers harbours, ferries and storms.", ["Ada Moss"]],
  ["By AFP", ["AFP"]],
  ["By Associated Press", ["Associated Press"]],
  ["Von Jana Rehfeld und Tomas Birk", ["Jana Rehfeld", "Tomas Birk"]],
  ["Von Jana Rehfeld, dpa", ["Jana Rehfeld", "dpa"]],
  ["Autorin: Jana Rehfeld, Redakteurin", ["Jana Rehfeld"]],
  ["Text: Jana Rehfeld", ["Jana Rehfeld"]],
  ["Par Maëlle Kerdoncuff et Luc Tan", ["Maëlle Kerdoncuff", "Luc Tan"]],
  ["Por Rosa Lima e Caio Prado", ["Rosa Lima", "Caio Prado"]],
  ["Por Santiago Ramón y Cajal", ["Santiago Ramón y Cajal"]],
  ["Di Anna Riva", ["Anna Riva"]],
  ["Door Piet van den Berg", ["Piet van den Berg"]],
  ["Автор: Иван Петров", ["Иван Петров"]],
  ["Текст: Анна Белова, корреспондент", ["Анна Белова"]],
  ["بقلم سلمى الحاجري", ["سلمى الحاجري"]],
  ["文/王小明", ["王小明"]],
  ["记者 王小明", ["王小明"]],
  ["記者：王小明、李大華", ["王小明", "李大華"]],
  ["山田太郎記者", ["山田太郎"]],
  ["김민수 기자", ["김민수"]],
  ["셀윈 김민수 기자 kim@harbour.example", ["김민수"]],
  ["글 김민수", ["김민수"]],
  ["लेखक: अनिता वर्मा", ["अनिता वर्मा"]],
  ["Av Karin Ek och Nils Dal", ["Karin Ek", "Nils Dal"]],
])("%s", (byline, expected) => {
  expect(authors(byline)).toEqual(expected);
});

it.each([
  "",
  "By",
  "Follow us",
  "5 min read",
  "3 May 2024",
  "@adamoss",
  "ada@harbour.example",
  "https://harbour.example/ada",
  "Senior Reporter",
  "By the time the ferry came in, the whole of the harbour was already under water and nobody could leave",
])("names nobody: %j", (byline) => {
  expect(authors(byline)).toEqual([]);
});

it("takes the name from the line below its cue", () => {
  expect(authors("Par", "Maëlle Kerdoncuff")).toEqual(["Maëlle Kerdoncuff"]);
});

it("names each person once", () => {
  expect(authors("By Ada Moss", "ADA  MOSS", "By Leo Finch and Ada Moss")).toEqual(["Ada Moss", "Leo Finch"]);
});

it("reads bylines alone", () => {
  expect(authorsOf(spansOfLines([["caption", "By Ada Moss"]]), null)).toEqual([]);
});

describe("of several bylines", () => {
  const near = (...lines: Line[]) => {
    const spans = spansOfLines(lines);
    return authorsOf(spans, bodyRange(spans));
  };
  const rows = (count: number): Line[] => Array.from({ length: count }, () => ["navigation", "Home"]);
  const BODY: Line = ["body", "The harbour was closed."];

  it("those near the start of the body count", () => {
    expect(
      near(["byline", "By Industry"], ...rows(20), ["byline", "By Ada Moss"], BODY, [
        "byline",
        "By Leo Finch",
      ]),
    ).toEqual(["Ada Moss", "Leo Finch"]);
    expect(near(["byline", "By Ada Moss"], BODY, ...rows(9), ["byline", "By Leo Finch"])).toEqual([
      "Ada Moss",
    ]);
  });

  it("those right behind it count when none stands there", () => {
    expect(near(BODY, ...rows(7), ["byline", "By Ada Moss"])).toEqual(["Ada Moss"]);
    expect(near(BODY, ...rows(12), ["byline", "By Ada Moss"])).toEqual([]);
  });

  it("those far above count at last", () => {
    expect(near(["byline", "By Ada Moss"], ...rows(20), BODY)).toEqual(["Ada Moss"]);
  });
});

describe("beside a headline", () => {
  const of = (...lines: Line[]) => {
    const spans = spansOfLines(lines).map((span) =>
      span.label === "title" ? { ...span, rule: "headline" } : span,
    );
    return authorsOf(spans, bodyRange(spans));
  };
  const body: Line = ["body", "The harbour was closed on Friday."];

  it("takes the byline below it, not that of a card further up", () => {
    const card: Line[] = [
      ["byline", "By Leo Finch"],
      ["other", "a"],
      ["other", "b"],
      ["other", "c"],
    ];
    expect(of(...card, ["title", "Harbour closed"], ["byline", "By Ada Moss"], body)).toEqual(["Ada Moss"]);
    expect(of(...card, ["title", "Harbour closed"], body)).toEqual([]);
  });

  it("takes the byline right above it", () => {
    expect(of(["byline", "Von Jana Rehfeld"], ["title", "Hafen geschlossen"], body)).toEqual([
      "Jana Rehfeld",
    ]);
  });
});

describe("a line that tells the time", () => {
  const of = (time: string) => {
    const spans = spansOfLines([
      ["timestamp", time],
      ["body", "The harbour was closed on Friday."],
    ]);
    return authorsOf(spans, bodyRange(spans));
  };

  it.each([
    ["3 May 2024 by Ada Moss", ["Ada Moss"]],
    ["Published May 3, 2024 by harbourcat", ["harbourcat"]],
    ["Do 25.04.24 | 14:07 Uhr | Von Jana Rehfeld-Öz", ["Jana Rehfeld-Öz"]],
    ["Kolumne von Jana Rehfeld - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen", ["Jana Rehfeld"]],
    ["Ada Moss • November 4th, 2025", ["Ada Moss"]],
    ["Tomas Birk24.04.2024, 19:35 Uhr", ["Tomas Birk"]],
    ["Иван Петров, 3 мая 2024", ["Иван Петров"]],
  ])("tells who wrote as well: %s", (time, people) => {
    expect(of(time)).toEqual(people);
  });

  it.each([
    "Updated May 3, 2024",
    "Selwyn, 3 May 2024",
    "New Selwyn, 3 May 2024",
    "Ice in the Harbour | 3 May 2024",
    "Harbour Post | Ada Moss | 3 May 2024",
  ])("tells nobody: %s", (time) => {
    expect(of(time)).toEqual([]);
  });

  it("counts less than a byline", () => {
    const spans = spansOfLines([
      ["byline", "By Ada Moss"],
      ["timestamp", "Leo Finch, 3 May 2024"],
      ["body", "The harbour was closed on Friday."],
    ]);
    expect(authorsOf(spans, bodyRange(spans))).toEqual(["Ada Moss"]);
  });
});

it.each([
  ["By Ada Moss on Tuesday", ["Ada Moss"]],
  ["By Ada Moss | in Shipping", ["Ada Moss"]],
  ["in Shipping", []],
])("leaves out where and when: %s", (byline, people) => {
  expect(authors(byline)).toEqual(people);
});

it("believes the byline with a cue where there is one", () => {
  expect(authors("Selwyn Council", "Von Jana Rehfeld", "Harbour News")).toEqual(["Jana Rehfeld"]);
  expect(authors("Jana Rehfeld", "Tomas Birk")).toEqual(["Jana Rehfeld", "Tomas Birk"]);
});
