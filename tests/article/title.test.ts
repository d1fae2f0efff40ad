import { expect, it } from "vitest";
import { titleOf } from "../../src/article/title.js";
import type { Layout } from "../../src/model.js";
import { spansOfLines } from "./classified.js";

const title = (titles: readonly string[], layout: Layout = "lines") =>
  titleOf(spansOfLines(titles.map((text) => ["title", text])), layout);

it.each([
  [["Harbour closed after storm", "Harbour closed after storm"], "Harbour closed after storm"],
  [["Harbour closed after storm | The Post", "Harbour closed after storm"], "Harbour closed after storm"],
  [["The Post: Harbour - Harbour closed", "Harbour closed"], "Harbour closed"],
  [["Storm - what we know - The Post", "Storm - what we know"], "Storm - what we know"],
  [["Harbour closed after storm | The Post"], "Harbour closed after storm"],
  [["Harbour closed after storm | News | The Post"], "Harbour closed after storm"],
  [["Harbour closed after storm - The Post"], "Harbour closed after storm"],
  [["Hafen nach dem Sturm gesperrt – Küstenbote.example"], "Hafen nach dem Sturm gesperrt"],
  [["Harbour closed after storm :: The Post"], "Harbour closed after storm"],
  [["Harbour closed after storm » The Post"], "Harbour closed after storm"],
  [["Harbour closed - what we know so far"], "Harbour closed - what we know so far"],
  [["Harbour signals #18 – The World Without Ships?"], "Harbour signals #18 – The World Without Ships?"],
  [["Well-known harbour stays shut"], "Well-known harbour stays shut"],
  [["Storm | The Harbour Post and Mail of Selwyn"], "Storm | The Harbour Post and Mail of Selwyn"],
  [["Local news | The Harbour Post"], "Local news"],
  [["The Post | Ferry late"], "The Post | Ferry late"],
  [["The Post | Harbour closed after the storm"], "The Post | Harbour closed after the storm"],
  [["| The Post"], "| The Post"],
  [["閉校した小学校が町の台所に | 北潮新聞"], "閉校した小学校が町の台所に"],
] as const)("%j", (titles, expected) => {
  expect(title(titles)).toBe(expected);
});

it("keeps what a record of metadata states", () => {
  expect(title(["Harbour closed after storm | The Post"], "micro")).toBe(
    "Harbour closed after storm | The Post",
  );
});

it("takes the shorter of a record's two titles", () => {
  expect(title(["Harbour closed after storm | The Post", "Harbour closed after storm"], "micro")).toBe(
    "Harbour closed after storm",
  );
});

it("looks no further than the record's own title lines", () => {
  const spans = spansOfLines([
    ["title", "Harbour closed | The Post"],
    ["description", "A storm closed the harbour."],
    ["title", "Harbour closed"],
  ]);
  expect(titleOf(spans, "micro")).toBe("Harbour closed | The Post");
});

it("is null without a title", () => {
  expect(titleOf(spansOfLines([["body", "Text."]]), "lines")).toBeNull();
  expect(titleOf([], "micro")).toBeNull();
});
