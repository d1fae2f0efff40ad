import { describe, expect, it } from "vitest";
import { headerOf } from "../../src/article/header.js";
import { imagesOf } from "../../src/article/images.js";
import { relatedOf } from "../../src/article/related.js";
import { tagsOf } from "../../src/article/tags.js";
import { type Line, spansOfLines } from "./classified.js";

describe("header", () => {
  const header = (...lines: Line[]) => headerOf(spansOfLines(lines));

  it("has the day and the address of the dump's first line", () => {
    expect(header(["header", "date 2024-05-03 https://harbour.example/2020-01-01/storm"])).toEqual({
      url: "https://harbour.example/2020-01-01/storm",
      day: "2024-05-03",
    });
  });

  it("takes no day from the address", () => {
    expect(header(["header", "https://harbour.example/2020-01-01/storm"]).day).toBeNull();
  });

  it("takes no day that the calendar does not have", () => {
    expect(header(["header", "date 2024-02-31 https://harbour.example/"]).day).toBeNull();
  });

  it("falls back on the only address above the title", () => {
    expect(
      header(["link", "https://harbour.example/storm"], ["title", "Storm"], ["link", "https://x.example/"])
        .url,
    ).toBe("https://harbour.example/storm");
    expect(
      header(["link", "https://harbour.example/a"], ["link", "https://harbour.example/b"], ["title", "Storm"])
        .url,
    ).toBeNull();
    expect(header(["body", "Storm."], ["link", "https://harbour.example/a"]).url).toBeNull();
  });
});

describe("tags", () => {
  const tags = (...lines: Line[]) => tagsOf(spansOfLines(lines));

  it("stand once, in their first spelling and order", () => {
    const lines: Line[] = [
      ["tag", "Storm"],
      ["tag", "port  selwyn"],
      ["tag", "storm"],
      ["keywords", "Storm, Port Selwyn, ferries"],
    ];
    expect(tags(...lines)).toEqual(["Storm", "port  selwyn", "ferries"]);
  });

  it("keep a comma that is their own", () => {
    expect(tags(["tag", "Paris, Texas"], ["keywords", "paris,texas, film"])).toEqual([
      "Paris, Texas",
      "film",
    ]);
  });

  it.each([
    ["Tags: storm, #ferries", ["storm", "ferries"]],
    ["Schlagwörter: Hafen; Sturm", ["Hafen", "Sturm"]],
    ["标签：港口、风暴", ["港口", "风暴"]],
    ["#storm", ["storm"]],
    ["#", []],
  ])("%s", (text, expected) => {
    expect(tags(["tag", text])).toEqual(expected);
  });

  it("come from tags and keywords alone", () => {
    expect(tags(["genre", "News"], ["section", "World"])).toEqual([]);
  });

  it("take time in proportion to their number", () => {
    const many = Array.from({ length: 100_000 }, (_, i): Line => ["tag", `tag ${i % 50_000}`]);
    expect(tags(...many)).toHaveLength(50_000);
  });
});

describe("images", () => {
  const images = (...lines: Line[]) =>
    imagesOf(spansOfLines(lines)).map(({ url, width, height }) => [url, width, height]);
  const A = "https://cdn.harbour.example/a.jpg";
  const B = "https://cdn.harbour.example/b.jpg";

  it("of a single one take the first size line", () => {
    expect(
      images(
        ["image", A],
        ["body", "Text."],
        ["dimensions", "1920 1080 true"],
        ["dimensions", "1920 1440 true"],
      ),
    ).toEqual([[A, 1920, 1080]]);
  });

  it("take the size line beneath", () => {
    expect(images(["image", A], ["image", B], ["dimensions", "640x360"])).toEqual([
      [A, null, null],
      [B, 640, 360],
    ]);
  });

  it("are paired with as many size lines", () => {
    expect(
      images(["image", A], ["image", B], ["dimensions", "640 × 360"], ["dimensions", "1280 720"]),
    ).toEqual([
      [A, 640, 360],
      [B, 1280, 720],
    ]);
  });

  it.each([
    ["https://cdn.harbour.example/1200x628/smart/a.jpg", 1200, 628],
    ["https://cdn.harbour.example/a-1024x768.jpg", 1024, 768],
    ["https://cdn.harbour.example/a.jpg?w=800&h=600", 800, 600],
    ["https://cdn.harbour.example/a.jpg?w=800", null, null],
    ["https://cdn.harbour.example/crop/3000x2000/resize/1440x810/a.jpg", null, null],
    ["https://cdn.harbour.example/a_1920x0_80.jpg", null, null],
    ["https://cdn.harbour.example/0x1f600x20.jpg", null, null],
  ])("%s", (url, width, height) => {
    expect(images(["image", url])).toEqual([[url, width, height]]);
  });

  it("stand once", () => {
    expect(images(["image", A], ["image", `Photo: ${A}`])).toEqual([[A, null, null]]);
  });
});

describe("related", () => {
  it("are the other addresses, each once", () => {
    const spans = spansOfLines([
      ["link", "https://harbour.example/a"],
      ["related", "Read more: https://harbour.example/b."],
      ["related", "The ferry is late"],
      ["link", "https://harbour.example/a"],
      ["link", "https://harbour.example/own"],
      ["image", "https://harbour.example/c.jpg"],
    ]);
    expect(relatedOf(spans, "https://harbour.example/own")).toEqual([
      "https://harbour.example/a",
      "https://harbour.example/b",
    ]);
  });
});
