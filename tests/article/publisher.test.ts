import { expect, it } from "vitest";
import { publisherOf } from "../../src/article/publisher.js";
import { spansOfLines } from "./classified.js";

const publisher = (...lines: string[]) => {
  const { name, legalName, email, telephone } = publisherOf(
    spansOfLines(lines.map((text) => ["contact", text])),
  );
  return [name, legalName, email, telephone];
};

it.each([
  [
    "Harbour Post info@harbour.example +15550102233 Harbour Publishing plc 252 60",
    "Harbour Publishing plc",
    "+15550102233",
  ],
  [
    "Harbour Post info@harbour.example +1 555 010-2233 NGO „Harbour Today“ 252 60",
    "NGO „Harbour Today“",
    "+1 555 010-2233",
  ],
  ["Harbour Post info@harbour.example +49 (0)30 5550102 128 128", null, "+49 (0)30 5550102"],
  [
    "Harbour Post info@harbour.example 7 495 555-0102 Sea Ltd. https://harbour.example/ 600 60",
    "Sea Ltd.",
    "7 495 555-0102",
  ],
  ["Harbour Post info@harbour.example +74955550102 600 60", null, "+74955550102"],
  ["Harbour Post info@harbour.example +7 495 555 6601", null, "+7 495 555 6601"],
  ["Harbour Post info@harbour.example 020 7946 0958", null, "020 7946 0958"],
  ["Harbour Post +15550102233 info@harbour.example", null, "+15550102233"],
  ["Harbour Post, E-Mail: info@harbour.example, Tel.: +15550102233", null, "+15550102233"],
  ["info@harbour.example Harbour Post +15550102233 Sea Ltd. 600x60", "Sea Ltd.", "+15550102233"],
  ["Harbour Post info@harbour.example 252 60 true", null, null],
])("%s", (line, legalName, telephone) => {
  expect(publisher(line)).toEqual(["Harbour Post", legalName, "info@harbour.example", telephone]);
});

it.each([
  ["info@harbour.example", [null, null, "info@harbour.example", null]],
  ["Tel. +15550102233", [null, null, null, "+15550102233"]],
  [
    '{"name": "Harbour Post", "email": "info@harbour.example"}',
    ["Harbour Post", null, "info@harbour.example", null],
  ],
  [
    '"name":"Harbour Post","legalName":"Sea Ltd.","telephone":"+1 555"',
    ["Harbour Post", "Sea Ltd.", null, "+1 555"],
  ],
  [
    "Do you know more about the storm in the harbour? Write to us: info@harbour.example",
    [null, null, "info@harbour.example", null],
  ],
  ["Harbour Post", [null, null, null, null]],
  ["", [null, null, null, null]],
] as const)("%s", (line, expected) => {
  expect(publisher(line)).toEqual(expected);
});

it("believes the line that stands most often", () => {
  const own = "Harbour Post info@harbour.example +15550102233";
  expect(publisher("Other News desk@other.example +15550104455 Other plc", own, own)[0]).toBe("Harbour Post");
});

it("is unknown without a contact line", () => {
  expect(publisherOf(spansOfLines([["copyright", "© Harbour Post"]]))).toEqual({
    name: null,
    legalName: null,
    email: null,
    telephone: null,
  });
});
