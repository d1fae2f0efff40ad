import { describe, expect, it } from "vitest";
import { bodyRange } from "../../src/article/body.js";
import { datesOf } from "../../src/article/dates.js";
import { type Line, spansOfLines } from "./classified.js";

function dates(lines: readonly Line[], dumpDay: string | null = null, language = "en") {
  const spans = spansOfLines(lines);
  return datesOf(spans, bodyRange(spans), { language, region: null, dumpDay });
}

const BODY: Line = ["body", "The harbour was closed on Friday."];

describe("stamps of a metadata record", () => {
  it("are publication and change in this order", () => {
    expect(
      dates([["timestamp", "2024-05-03T10:00:00Z"], ["timestamp", "2024-05-04T11:00:00+02:00"], BODY]),
    ).toEqual({
      published: "2024-05-03T10:00:00Z",
      modified: "2024-05-04T11:00:00+02:00",
    });
  });

  it("may be the same three times", () => {
    const stamp: Line = ["timestamp", "2024-05-03T10:00+0000"];
    expect(dates([stamp, stamp, stamp, BODY], "2024-05-03")).toEqual({
      published: "2024-05-03T10:00:00Z",
      modified: "2024-05-03T10:00:00Z",
    });
  });

  it("are swapped when they run backwards", () => {
    expect(
      dates([["timestamp", "2024-05-09T10:00:00Z"], ["timestamp", "2024-05-03T10:00:00Z"], BODY]),
    ).toEqual({
      published: "2024-05-03T10:00:00Z",
      modified: "2024-05-09T10:00:00Z",
    });
  });

  it("are not swapped when the dump's day is that of the first", () => {
    const lines: Line[] = [
      ["timestamp", "2024-05-09T10:00:00Z"],
      ["timestamp", "2024-05-03T10:00:00Z"],
      BODY,
    ];
    expect(dates(lines, "2024-05-09")).toEqual({ published: "2024-05-09T10:00:00Z", modified: null });
  });

  it("tell a change only when there are two", () => {
    expect(dates([["timestamp", "2024-05-03T10:00:00Z"], BODY]).modified).toBeNull();
  });

  it("may be days alone", () => {
    expect(dates([["timestamp", "2024-05-03"], ["timestamp", "2024-05-06"], BODY])).toEqual({
      published: "2024-05-03",
      modified: "2024-05-06",
    });
  });

  it("go before what the page shows", () => {
    const shown: Line = ["timestamp", "Published May 2, 2024 · Updated May 8, 2024"];
    expect(
      dates([["timestamp", "2024-05-03T10:00:00Z"], ["timestamp", "2024-05-04T10:00:00Z"], shown, BODY]),
    ).toEqual({
      published: "2024-05-03T10:00:00Z",
      modified: "2024-05-04T10:00:00Z",
    });
  });
});

describe("cues", () => {
  it.each([
    ["Updated: May 5, 2024", "Published: May 3, 2024", "en"],
    ["Aktualisiert am 5. Mai 2024", "Veröffentlicht am 3. Mai 2024", "de"],
    ["Mis à jour le 5 mai 2024", "Publié le 3 mai 2024", "fr"],
    ["Обновлено: 5 мая 2024", "Опубликовано: 3 мая 2024", "ru"],
    ["2024年5月5日 更新", "2024年5月3日 公開", "ja"],
    ["آخر تحديث 5 مايو 2024", "تاريخ النشر 3 مايو 2024", "ar"],
  ])("%s / %s", (updated, published, language) => {
    expect(dates([["timestamp", updated], ["timestamp", published], BODY], null, language)).toEqual({
      published: "2024-05-03",
      modified: "2024-05-05",
    });
  });

  it("stand on the line above", () => {
    const lines: Line[] = [
      ["other", "Last updated on"],
      ["timestamp", "May 5, 2024"],
      ["other", "Published"],
      ["timestamp", "May 3, 2024"],
      BODY,
    ];
    expect(dates(lines)).toEqual({ published: "2024-05-03", modified: "2024-05-05" });
  });

  it("stand in one line with both dates", () => {
    expect(dates([["timestamp", "May 3, 2024 (updated May 5, 2024)"], BODY])).toEqual({
      published: "2024-05-03",
      modified: "2024-05-05",
    });
    expect(dates([["timestamp", "2024年5月3日 公開 2024年5月5日 更新"], BODY], null, "ja")).toEqual({
      published: "2024-05-03",
      modified: "2024-05-05",
    });
  });

  it("of a change before publication are not believed", () => {
    expect(dates([["timestamp", "Published May 3, 2024. Updated May 1, 2024"], BODY]).modified).toBeNull();
  });

  it("are whole words", () => {
    expect(dates([["timestamp", "Backdated May 3, 2024"], BODY])).toEqual({
      published: "2024-05-03",
      modified: null,
    });
  });
});

describe("dates without cues", () => {
  it("are read behind the name that a dump glues to them", () => {
    const near = (line: string) =>
      dates([
        ["byline", line],
        ["body", "The harbour was closed."],
      ]).published;
    expect(near("ByAda MossMar 5, 2025 | 6 comments")).toBe("2025-03-05");
    expect(near("Ada MossPublished: March 5, 2025")).toBe("2025-03-05");
  });

  it("that stand nearest above the body are those of publication", () => {
    const lines: Line[] = [
      ["timestamp", "Tuesday, 7 May 2024"],
      ["navigation", "Home"],
      ["navigation", "Sport"],
      ["navigation", "Harbour"],
      ["title", "Harbour closed"],
      ["timestamp", "3 May 2024"],
      BODY,
      ["timestamp", "1 May 2024"],
    ];
    expect(dates(lines)).toEqual({ published: "2024-05-03", modified: null });
  });

  it("below the body count when there is none above", () => {
    expect(dates([BODY, ["timestamp", "1 May 2024"]]).published).toBe("2024-05-01");
  });

  it("far below the body are those of other texts", () => {
    const between = Array.from({ length: 9 }, (): Line => ["related", "The ferry is late"]);
    expect(dates([BODY, ...between, ["timestamp", "1 May 2024"]]).published).toBeNull();
    expect(dates([BODY, ...between, ["timestamp", "Published 1 May 2024"]]).published).toBe("2024-05-01");
  });

  it("stand in bylines too", () => {
    expect(dates([["byline", "By Ada Moss, 3 May 2024"], BODY]).published).toBe("2024-05-03");
  });

  it("do not come from other lines", () => {
    expect(dates([["navigation", "3 May 2024"], BODY]).published).toBeNull();
  });
});

describe("the dump's day", () => {
  it("is the publication's when nothing else tells it", () => {
    expect(dates([BODY], "2024-05-03")).toEqual({ published: "2024-05-03", modified: null });
  });

  it("is never before the publication", () => {
    expect(dates([["timestamp", "5 May 2024"], BODY], "2024-05-03").published).toBe("2024-05-03");
    expect(
      dates([["timestamp", "5 May 2024"], ["timestamp", "1 May 2024"], BODY], "2024-05-03").published,
    ).toBe("2024-05-01");
  });

  it("may be that of another time zone", () => {
    const early: Line = ["timestamp", "2024-05-04T02:00:00+03:00"];
    expect(dates([early, BODY], "2024-05-03").published).toBe("2024-05-04T02:00:00+03:00");
  });

  it("does not bound changes", () => {
    const lines: Line[] = [
      ["timestamp", "2024-05-03T10:00:00Z"],
      ["timestamp", "2024-06-01T10:00:00Z"],
      BODY,
    ];
    expect(dates(lines, "2024-05-03").modified).toBe("2024-06-01T10:00:00Z");
  });
});

describe("a page that tells its last change alone", () => {
  it.each([
    ["Last updated: May 5, 2024", "en"],
    ["Stand: 05.05.2024", "de"],
    ["Mis à jour le 5 mai 2024", "fr"],
    ["Обновлено 5 мая 2024", "ru"],
  ])("is dated by it: %s", (updated, language) => {
    expect(dates([["timestamp", updated], BODY], null, language)).toEqual({
      published: "2024-05-05",
      modified: "2024-05-05",
    });
  });

  it("is dated by another date above the body where there is one", () => {
    expect(dates([["timestamp", "May 3, 2024"], ["timestamp", "Updated May 5, 2024"], BODY]).published).toBe(
      "2024-05-03",
    );
  });
});
