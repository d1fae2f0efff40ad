import { describe, expect, it } from "vitest";
import { findStamps, readablePart } from "../../src/article/findStamps.js";
import { formatStamp } from "../../src/article/stamp.js";

interface Hints {
  readonly language?: string;
  readonly region?: string;
  readonly dumpDay?: string;
}

function read(text: string, { language, region, dumpDay }: Hints = {}): string[] {
  const context = { language: language ?? null, region: region ?? null, dumpDay: dumpDay ?? null };
  return findStamps(readablePart(text), context).map(({ stamp }) => formatStamp(stamp));
}

describe("machine dates", () => {
  it.each([
    ["2021-12-31T07:52+0000", "2021-12-31T07:52:00Z"],
    ["2021-12-31T07:52:09+00:00", "2021-12-31T07:52:09Z"],
    ["2021-12-31T07:52:09Z", "2021-12-31T07:52:09Z"],
    ["2021-12-31t07:52:09z", "2021-12-31T07:52:09Z"],
    ["2021-12-31T07:52:09.731Z", "2021-12-31T07:52:09.731Z"],
    ["2021-12-31T07:52:09.000+0900", "2021-12-31T07:52:09+09:00"],
    ["2021-12-31T07:52:09,5+02", "2021-12-31T07:52:09.5+02:00"],
    ["2021-12-31T07:52:09-05:30", "2021-12-31T07:52:09-05:30"],
    ["2021-12-31T07:52:09-00:00", "2021-12-31T07:52:09Z"],
    ["2021-12-31T07:52", "2021-12-31T07:52:00"],
    ["2021-12-31 07:52:09", "2021-12-31T07:52:09"],
    ["2021-12-31 07:52:09 +0300", "2021-12-31T07:52:09+03:00"],
    ["2021-12-31 07:52:09+03:00", "2021-12-31T07:52:09+03:00"],
    ["2021-12-31 07:52:09 UTC", "2021-12-31T07:52:09Z"],
    ["2021-12-31UTC07:52:09+00:00", "2021-12-31T07:52:09Z"],
    ["20211231T075209Z", "2021-12-31T07:52:09Z"],
    ["20211231T0752", "2021-12-31T07:52:00"],
    ["2021-12-31", "2021-12-31"],
    ["Fri, 31 Dec 2021 07:52:09 +0100", "2021-12-31T07:52:09+01:00"],
    ["Fri, 31 Dec 2021 07:52 GMT", "2021-12-31T07:52:00Z"],
    ["31 Dec 2021 07:52:09 EST", "2021-12-31T07:52:09-05:00"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("keeps the day of a time that no clock shows", () => {
    expect(read("2021-12-31T27:52:00Z")).toEqual(["2021-12-31"]);
  });

  it("drops an offset that no place has", () => {
    expect(read("2021-12-31T07:52:00+19:00")).toEqual(["2021-12-31T07:52:00"]);
  });
});

describe("written dates", () => {
  it.each([
    ["January 7, 2024", "2024-01-07"],
    ["12:20pm Jan 7, 2024", "2024-01-07T12:20:00"],
    ["12:20 a.m. Sunday, Jan. 7th, 2024", "2024-01-07T00:20:00"],
    ["Sept. 4, 2025 at 5:50 PM EDT", "2025-09-04T17:50:00-04:00"],
    ["7th of January 2024", "2024-01-07"],
    ["07-Jan-2024 3 pm", "2024-01-07T15:00:00"],
    ["10:15 GMT, 12 March 2023", "2023-03-12T10:15:00Z"],
    ["3. Mai 2024, 15:47 Uhr", "2024-05-03T15:47:00"],
    ["Freitag, 1. Dezember 2023 um 15.47 Uhr MEZ", "2023-12-01T15:47:00+01:00"],
    ["Publié le 3 octobre 2024 à 06h30", "2024-10-03T06:30:00"],
    ["1er août 2023", "2023-08-01"],
    ["12 de marzo de 2023", "2023-03-12"],
    ["4 de setembro de 2023, às 18h05", "2023-09-04T18:05:00"],
    ["5 febbraio 2022 ore 9:05", "2022-02-05T09:05:00"],
    ["12 maart 2023 10:15", "2023-03-12T10:15:00"],
    ["12 października 2023, 10:15", "2023-10-12T10:15:00"],
    ["12 марта 2023 г. в 10:15", "2023-03-12T10:15:00"],
    ["5 лютого 2024, 08:00", "2024-02-05T08:00:00"],
    ["7 Ağustos 2023 Pazartesi 14:30", "2023-08-07T14:30:00"],
    ["18 فبراير 2024", "2024-02-18"],
    ["١٢ مارس ٢٠٢٣", "2023-03-12"],
    ["5 كانون الثاني/يناير 2024", "2024-01-05"],
    ["12 मार्च 2023", "2023-03-12"],
    ["१२ अक्टूबर २०२३", "2023-10-12"],
    ["2023年3月12日 10時15分", "2023-03-12T10:15:00"],
    ["2024年6月15日 午後5時05分", "2024-06-15T17:05:00"],
    ["2024年1月7日 下午3:47", "2024-01-07T15:47:00"],
    ["2024년 1월 7일 오후 3:47", "2024-01-07T15:47:00"],
    ["2024. 1. 7. 15:47", "2024-01-07T15:47:00"],
    ["5 tháng 12, 2021", "2021-12-05"],
    ["ngày 5 tháng 12 năm 2021", "2021-12-05"],
    ["5 Agustus 2024 pukul 09.30 WIB", "2024-08-05T09:30:00+07:00"],
    ["5 Μαΐου 2024, 3:47 μ.μ.", "2024-05-05T15:47:00"],
    ["5 maj 2024 kl. 15.47", "2024-05-05T15:47:00"],
    ["5. juni 2024 kl. 15:47", "2024-06-05T15:47:00"],
    ["5. toukokuuta 2024 klo 15.47", "2024-05-05T15:47:00"],
    ["2009. január 1. 15:47", "2009-01-01T15:47:00"],
    ["5. října 2023", "2023-10-05"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("takes a month that two languages know from the language of the text", () => {
    expect(read("1. listopada 2023", { language: "hr" })).toEqual(["2023-10-01"]);
    expect(read("1 listopada 2023", { language: "pl" })).toEqual(["2023-11-01"]);
  });
});

describe("numeric dates", () => {
  it.each([
    ["31.12.2021", {}, ["2021-12-31"]],
    ["3.4.2024 15:47", {}, ["2024-04-03T15:47:00"]],
    ["13.06.23", {}, ["2023-06-13"]],
    ["2021/12/31", {}, ["2021-12-31"]],
    ["2021.12.31", {}, ["2021-12-31"]],
    ["31/12/2021", {}, ["2021-12-31"]],
    ["12/31/2021", {}, ["2021-12-31"]],
    ["5-5-2021", {}, ["2021-05-05"]],
    ["03/04/2024", { language: "fr" }, ["2024-04-03"]],
    ["03/04/2024", { language: "en", region: "US" }, ["2024-03-04"]],
    ["03/04/2024", { language: "en", region: "GB" }, ["2024-04-03"]],
    ["03/04/2024", { language: "en", dumpDay: "2024-03-04" }, ["2024-03-04"]],
    ["01\u200f/05\u200f/2009", { language: "ar" }, ["2009-05-01"]],
  ] as const)("%s in %j", (text, hints, expected) => {
    expect(read(text, hints)).toEqual(expected);
  });

  it.each([
    ["03/04/2024", { language: "en" }],
    ["03/04/2024", {}],
    ["12.31.2024", { language: "de" }],
    ["30.02.2024", {}],
    ["2024-02-30", {}],
    ["1/7/24", { language: "en", region: "US" }],
  ] as const)("leaves %s in %j open", (text, hints) => {
    expect(read(text, hints)).toEqual([]);
  });
});

it.each([
  "2021",
  "20210304123",
  "20210304",
  "+7 495 645 6601",
  "3/4",
  "March 2021",
  "5 May",
  "2 hours ago",
  "yesterday at 10:15",
  "version 1.2.2021.4",
  "12 million 2021",
  "https://harbour.example/2021/12/31/storm",
  "Mayor 5, 2021",
  "",
])("guesses nothing from %j", (text) => {
  expect(read(text)).toEqual([]);
});

it("finds each date of a line with its own time", () => {
  expect(read("Published 5 May 2024 10:15, updated 6 May 2024 11:30")).toEqual([
    "2024-05-05T10:15:00",
    "2024-05-06T11:30:00",
  ]);
});

it("reads no range of hours as an offset", () => {
  expect(read("5 May 2024, 10:15-11:30")).toEqual(["2024-05-05T10:15:00"]);
});

it("does not depend on the machine's time zone", () => {
  const zone = process.env.TZ;
  try {
    const results = ["Pacific/Kiritimati", "America/Los_Angeles"].map((tz) => {
      process.env.TZ = tz;
      return read("3. Mai 2024, 23:47 Uhr");
    });
    expect(results).toEqual([["2024-05-03T23:47:00"], ["2024-05-03T23:47:00"]]);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
